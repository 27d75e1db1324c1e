"""How an appeal ends: with an answer on the merits, or left without consideration. Each is a sealed paper."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.appeals.composition import Paper, compose, compose_left
from ratusha.appeals.law import law
from ratusha.appeals.models import Answer, Appeal
from ratusha.appeals.quality import Remark, remarks
from ratusha.appeals.rules import ANSWERS, MOVES, Status, Step, require_words
from ratusha.cases.public import Case, lock, take_step
from ratusha.documents.public import issue
from ratusha.kernel.errors import DomainError, RuleBroken
from ratusha.procedures.public import Source

from .consider import take_up


def looked_over(text: str, case: Case) -> list[Remark]:
    """What the check of quality has to say of this answer."""
    return remarks(text, Appeal.objects.get(pk=case.pk).text, case.language)


def looked_over_alike(cases: Iterable[Case], texts: dict[str, str]) -> list[tuple[str, Remark]]:
    """The same for many alike: each remark once for a language, whichever of its appeals it is about."""
    here = {case.pk: case.language for case in cases}
    found: dict[tuple[str, str], Remark] = {}
    for key, appeal in Appeal.objects.filter(pk__in=here).values_list("pk", "text"):
        language = here[key]
        if text := texts.get(language, ""):
            for one in remarks(text, appeal, language):
                found.setdefault((language, one.code), one)
    return [(language, found[language, code]) for language, code in sorted(found)]


@transaction.atomic
def answer(
    case_id: UUID, *, result: str, text: str, by: User, now: datetime, confirmed: bool = False
) -> Case:
    """`confirmed`: the official has read the remarks of the check and sends the answer as it is."""
    if result not in ANSWERS:
        message = _("Choose how the appeal ends.")
        raise RuleBroken("appeal.result_missing", message, field="result")
    text = require_words(text, field="text", missing=_("Write the answer."))
    found = looked_over(text, lock(case_id))
    _require_fit([("text", one) for one in found], confirmed=confirmed)
    case = take_step(case_id, Step(result), by=by, now=now)
    given = Answer(
        case=case,
        result=MOVES[Step(result)].target,
        text=text,
        remarks=[one.code for one in found],
        answered_at=now,
        by=by,
    )
    _write(given, compose(case, given), rule=law().right, by=by)
    return case


def _require_fit(found: list[tuple[str, Remark]], *, confirmed: bool) -> None:
    """Each remark with the field that it is about."""
    for field, one in found:
        if one.forbids:
            raise RuleBroken(f"appeal.{one.code}", one.text, field=field)
    if found and not confirmed:
        message = _("Read the remarks on your answer: mend it, or confirm that it goes as it is.")
        raise RuleBroken("appeal.remarks", message, field="confirmed")


@transaction.atomic
def leave(case_id: UUID, *, ground: str, reasons: str, by: User, now: datetime) -> Case:
    """One ground of the closed list, what it means here, and where to turn instead."""
    chosen = law().ground(ground)
    if chosen is None:
        raise RuleBroken("appeal.ground_missing", _("Choose the ground."), field="ground")
    reasons = require_words(
        reasons, field="reasons", missing=_("Explain the ground, and where the person can turn.")
    )
    case = take_step(case_id, Step.LEAVE, by=by, now=now)
    given = Answer(
        case=case,
        result=Status.LEFT,
        ground_code=chosen.code,
        text=reasons,
        answered_at=now,
        by=by,
    )
    _write(given, compose_left(case, chosen, given), rule=chosen.source, by=by)
    return case


@dataclass(frozen=True)
class Told:
    """What came of answering many appeals at once: the answered, and why the others were not."""

    answered: list[str]
    refused: list[tuple[str, str]]


def answer_alike(
    cases: Sequence[Case],
    *,
    result: str,
    texts: dict[str, str],
    by: User,
    now: datetime,
    confirmed: bool = False,
) -> Told:
    """The same answer to many alike, in the language of each; each appeal is an act of its own.

    `texts`: the answer by language. An appeal in a language without a text stays, and is named. It is looked over
    before the first goes; `confirmed` as for a single one.
    """
    found = looked_over_alike(cases, texts)
    _require_fit([(f"text_{language}", one) for language, one in found], confirmed=confirmed)
    answered, refused = [], []
    for case in cases:
        try:
            with transaction.atomic():
                if case.status == Status.REGISTERED or case.handler_id is None:
                    take_up(case.pk, by=by, now=now)
                text = texts.get(case.language, "")
                answer(case.pk, result=result, text=text, by=by, now=now, confirmed=True)
        except DomainError as error:
            refused.append((case.reference, str(error.message)))
        else:
            answered.append(case.reference)
    return Told(answered, refused)


def _write(given: Answer, paper: Paper, *, rule: Source, by: User) -> None:
    case = given.case
    document = issue(
        kind="answer",
        holder_id=case.applicant_id,
        body_id=case.body_id,
        case_reference=case.reference,
        language=case.language,
        title=paper.title,
        paragraphs=paper.paragraphs,
        facts=paper.facts,
        number=case.reference,
        signed_by=by.display_name,
        legal_basis=paper.legal_basis,
        issued_at=given.answered_at,
        valid_until=None,
        sample=rule.confidence == "sample",
        appeal=paper.contesting,
        holder_details=paper.holder_details,
        by=by,
    )
    given.document_id = document.pk
    given.save(force_insert=True)
