"""Opening a collection, answering it, handing it in."""

import hashlib
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.audit.public import record
from ratusha.documents.public import keep_file
from ratusha.indicators.collecting import law
from ratusha.indicators.collection_rules import (
    WRITTEN,
    Step,
    has_errors,
    next_state,
)
from ratusha.indicators.knowing import Knowing
from ratusha.indicators.models import Answer, AnswerStep, Collection, Proof, Task
from ratusha.indicators.permissions import require_answer, require_lead
from ratusha.kernel.errors import RuleBroken
from ratusha.parties.public import find_body

from .duties import declare_duties, fulfil

USED_IN = "collection"


@transaction.atomic
def open_collection(
    template: str, *, year: int, number: int, by: User, now: datetime
) -> Collection:
    """One task for each subject, to the body that answers for it; nothing is answered yet."""
    today = timezone.localdate(now)
    require_lead(by, today)
    found, turn = law().template(template), law().round(number)
    if found is None or turn is None:
        raise RuleBroken("collection.unknown", _("There is no such template or round."))
    if year > today.year:
        raise RuleBroken(
            "collection.future",
            _("A collection is about a year that has begun."),
            field="year",
        )
    if Collection.objects.filter(template=template, year=year, round=number).exists():
        raise RuleBroken(
            "collection.twice", _("This collection has already been opened."), field="number"
        )
    made = Collection.objects.create(
        code=f"{template}-{year}-{number}",
        template=template,
        year=year,
        round=number,
        last_day=turn.last_day(year),
        seed=int(hashlib.sha256(f"{template}-{year}-{number}".encode()).hexdigest()[:7], 16),
        opened_at=now,
        opened_by=by,
    )
    for subject in found.subjects:
        body = find_body(f"{found.respondent}:{subject}")
        if body is None:
            raise LookupError(f"nobody answers for {subject}")
        task = Task.objects.create(
            collection=made, subject=subject, name=found.names[subject], body_id=body.pk
        )
        Answer.objects.bulk_create(
            Answer(task=task, question=question.code) for question in found.questions
        )
    declare_duties(made, by=by, now=now)
    trace("opened", made, by)
    return made


def trace(act: str, collection: Collection, by: User, **more: Any) -> None:
    record(f"indicators.{act}", "Collection", str(collection.pk), by=by.pk, **more)


@dataclass(frozen=True)
class Figures:
    part: Decimal | None
    whole: Decimal | None = None


@transaction.atomic
def save_answers(task_id: int, figures: dict[str, Figures], *, by: User, now: datetime) -> Task:
    """What is written so far is kept, right or wrong; what has not changed leaves no trace."""
    task = Task.objects.select_for_update().get(pk=task_id)
    require_answer(by, task.body_id, timezone.localdate(now))
    for answer in _answers(task):
        new = figures.get(answer.question)
        if new is None or (new.part, new.whole) == (answer.part, answer.whole):
            continue
        answer.part, answer.whole = new.part, new.whole
        move(answer, Step.SAVE, by=by, now=now, answered_by=by)
    return task


def _answers(task: Task) -> list[Answer]:
    found = task.answers.select_for_update().select_related("task__collection")
    return list(found.prefetch_related("proofs"))


def move(
    answer: Answer, step: Step, *, by: User | None, now: datetime, reason: str = "", **changed: Any
) -> None:
    """One step of one answer, with its line in the history."""
    answer.state = next_state(answer.state, step)
    for name, value in changed.items():
        setattr(answer, name, value)
    answer.save()
    AnswerStep.objects.create(
        answer=answer, step=step, state=answer.state, part=answer.part, whole=answer.whole,
        reason=reason, at=now, by=by,
    )  # fmt: skip


@transaction.atomic
def add_proof(
    task_id: int,
    question: str,
    *,
    title: str,
    taken_on: date,
    link: str = "",
    content: bytes = b"",
    name: str = "",
    by: User,
    now: datetime,
) -> Proof:
    task = Task.objects.select_for_update().get(pk=task_id)
    require_answer(by, task.body_id, timezone.localdate(now))
    answer = task.answers.get(question=question)
    if answer.state not in WRITTEN:
        raise RuleBroken("collection.handed_in", _("The answer has been handed in."))
    if not link and not content:
        raise RuleBroken(
            "collection.no_proof",
            _("Add a file or an address: one of them is the proof."),
            field="link",
        )
    file = (
        keep_file(content=content, name=name, by=by, now=now, used_in=USED_IN) if content else None
    )
    return Proof.objects.create(
        answer=answer,
        title=title,
        link=link,
        file_id=file.pk if file else None,
        digest=file.sha256 if file else "",
        taken_on=taken_on,
        at=now,
        by=by,
    )


@transaction.atomic
def hand_in(task_id: int, *, by: User, now: datetime) -> Task:
    """All answers that are written. One with an error holds the whole back; remarks go with it."""
    task = Task.objects.select_for_update().select_related("collection").get(pk=task_id)
    today = timezone.localdate(now)
    require_answer(by, task.body_id, today)
    knowing = Knowing(task.collection)
    written = [one for one in _answers(task) if one.state in WRITTEN]
    if not written:
        raise RuleBroken("collection.handed_in", _("Everything has been handed in."))
    ready = [one for one in written if one.part is not None]
    if not ready:
        raise RuleBroken("collection.empty", _("Nothing is written yet."))
    found = {one.pk: knowing.findings(one, today) for one in ready}
    if any(has_errors(findings) for findings in found.values()):
        raise RuleBroken(
            "collection.errors", _("Some figures have errors: they are told beside each figure.")
        )
    for answer in ready:
        if answer.state != "draft":
            move(answer, Step.SAVE, by=by, now=now, answered_by=by)
        findings = found[answer.pk]
        move(
            answer,
            Step.FLAG if findings else Step.SUBMIT,
            by=by,
            now=now,
            findings=[{"rule": one.rule, "values": one.values} for one in findings],
            handed_in_at=now,
            answered_by=by,
        )
    fulfil(task, by=by, now=now)
    trace("handed_in", task.collection, by, subject=task.subject, answers=len(ready))
    return task
