"""Verifying answers, putting a collection together, publishing it. Each by another person."""

from datetime import datetime
from decimal import Decimal
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.indicators import tables
from ratusha.indicators.collecting import law
from ratusha.indicators.collection_rules import (
    HANDED_IN,
    Candidate,
    State,
    Step,
    chosen,
    is_far,
    require_another,
)
from ratusha.indicators.knowing import Knowing, earlier_table, method_of
from ratusha.indicators.models import Answer, Collection
from ratusha.indicators.permissions import (
    require_answer,
    require_lead,
    require_publish,
    require_verify,
)
from ratusha.kernel.errors import NotPermitted, RuleBroken
from ratusha.steering.public import publish

from .collecting import move, trace
from .duties import accept as accept_duties


@transaction.atomic
def choose_for_verifying(collection_id: UUID, *, by: User, now: datetime) -> int:
    """The lot, all that is far off and all that changed much are to be opened. How many were chosen now.

    The lot is drawn among all answers of the collection, whenever each is handed in: it falls on the same ones.
    """
    collection = Collection.objects.select_for_update().get(pk=collection_id)
    require_verify(by, timezone.localdate(now))
    answers = list(
        Answer.objects.select_for_update(of=("self",))
        .filter(task__collection=collection)
        .select_related("task__collection")
    )
    knowing = Knowing(collection)
    picked = chosen(
        [_candidate(one, knowing) for one in answers],
        share=law().sample_share,
        change=law().change,
        seed=collection.seed,
    )
    number = 0
    for answer in answers:
        if answer.pk in picked and answer.state in HANDED_IN and answer.answered_by_id != by.pk:
            move(answer, Step.CHOOSE, by=by, now=now, why=picked[answer.pk])
            number += 1
    trace("chosen", collection, by, answers=number)
    return number


def _candidate(answer: Answer, knowing: Knowing) -> Candidate:
    value = answer.value
    past = knowing.beside(answer.task, answer.asked, knowing.collection.last_day).past
    last = past[-1] if past else None
    change = (value - last) / last if value is not None and last else None
    return Candidate(answer.pk, change, value is not None and is_far(value, past))


@transaction.atomic
def verify(answer_id: int, *, accept: bool, reason: str = "", by: User, now: datetime) -> Answer:
    """Accept an answer or give it back. V11: never one's own, nor one of the body one answers for."""
    answer = _locked(answer_id)
    today = timezone.localdate(now)
    require_verify(by, today)
    require_another(answer.answered_by_id, by.pk)
    if by.may("indicators.answer", answer.task.body_id, on=today):
        raise NotPermitted(
            "collection.own_body", _("You answer for this body: another verifies it.")
        )
    if not accept and not reason.strip():
        raise RuleBroken("collection.no_reason", _("Write what is wrong."), field="reason")
    step = Step.ACCEPT if accept else Step.GIVE_BACK
    move(answer, step, by=by, now=now, reason=reason, verified_by=by if accept else None)
    return answer


@transaction.atomic
def accept_the_rest(collection_id: UUID, *, by: User, now: datetime) -> int:
    """What was handed in without remarks and is not to be opened is accepted, and its history says by whom."""
    choose_for_verifying(collection_id, by=by, now=now)  # nobody accepts before the lot is drawn
    collection = Collection.objects.select_for_update().get(pk=collection_id)
    today = timezone.localdate(now)
    require_verify(by, today)
    waiting = Answer.objects.select_for_update(of=("self",)).filter(
        task__collection=collection, state=State.SUBMITTED, why=""
    )
    number = 0
    for answer in waiting.exclude(answered_by=by).select_related("task__collection"):
        if not by.may("indicators.answer", answer.task.body_id, on=today):
            move(answer, Step.ACCEPT, by=by, now=now, verified_by=by)
            number += 1
    trace("rest_accepted", collection, by, answers=number)
    return number


@transaction.atomic
def dispute(answer_id: int, *, reason: str, by: User, now: datetime) -> Answer:
    """The respondent stands by a figure that was given back."""
    answer = _locked(answer_id)
    require_answer(by, answer.task.body_id, timezone.localdate(now))
    if not reason.strip():
        raise RuleBroken(
            "collection.no_reason", _("Write why the figure is right."), field="reason"
        )
    move(answer, Step.DISPUTE, by=by, now=now, reason=reason)
    return answer


@transaction.atomic
def settle(answer_id: int, *, uphold: bool, reason: str, by: User, now: datetime) -> Answer:
    """Who leads the collection decides between respondent and verifier, with reasons."""
    answer = _locked(answer_id)
    require_lead(by, timezone.localdate(now))
    require_another(answer.answered_by_id, by.pk)
    if not reason.strip():
        raise RuleBroken("collection.no_reason", _("Write the reasons."), field="reason")
    step = Step.UPHOLD if uphold else Step.OVERRULE
    move(answer, step, by=by, now=now, reason=reason, verified_by=by if uphold else None)
    return answer


def _locked(answer_id: int) -> Answer:
    found = Answer.objects.select_for_update(of=("self",)).select_related("task__collection")
    return found.get(pk=answer_id)


@transaction.atomic
def put_together(collection_id: UUID, *, by: User, now: datetime) -> Collection:
    """The table of all verified figures with the earlier years; what is not verified stays empty, never nought."""
    collection = Collection.objects.select_for_update().get(pk=collection_id)
    today = timezone.localdate(now)
    require_lead(by, today)
    answers = Answer.objects.filter(task__collection=collection).select_related("task__collection")
    open_ = [one for one in answers if one.state not in {State.ACCEPTED, State.NOT_STARTED}]
    if collection.published_at:
        raise RuleBroken("collection.published", _("The collection has been published."))
    if open_ and today <= collection.last_day:
        raise RuleBroken(
            "collection.open",
            _("Some answers are not verified yet, and the last day has not passed."),
        )
    figures: dict[str, dict[str, Decimal | None]] = {}
    for answer in answers:
        row = figures.setdefault(answer.task.subject, {})
        row[answer.question] = answer.value if answer.state == State.ACCEPTED else None
    if not any(value is not None for row in figures.values() for value in row.values()):
        raise RuleBroken("collection.empty", _("No answer is verified yet."))
    template = collection.made_of
    collection.table = tables.with_year(
        earlier_table(template),
        collection.year,
        template.names,
        [question.code for question in template.questions],
        figures,
    )
    collection.together_at, collection.together_by = now, by
    collection.save()
    trace("put_together", collection, by)
    return collection


@transaction.atomic
def publish_collection(collection_id: UUID, *, author: str, by: User, now: datetime) -> Collection:
    """The second person approves: the index is computed and frozen, and all verified answers are approved."""
    collection = Collection.objects.select_for_update().get(pk=collection_id)
    require_publish(by, timezone.localdate(now))
    if collection.published_at:
        raise RuleBroken("collection.published", _("The collection has been published."))
    if not collection.together_at:
        raise RuleBroken(
            "collection.not_together", _("The figures have not been put together yet.")
        )
    if collection.together_by_id == by.pk:
        raise NotPermitted(
            "collection.same_person", _("Who put the figures together does not publish them.")
        )
    mine = Answer.objects.filter(task__collection=collection, state=State.ACCEPTED)
    if mine.filter(answered_by=by).exists():
        raise NotPermitted("collection.own_answer", _("Who has answered does not publish."))
    for answer in mine.select_for_update(of=("self",)).select_related("task__collection"):
        move(answer, Step.APPROVE, by=by, now=now)
    method = method_of(collection.made_of)
    collection.publication = publish(method, collection.table, author=author, by=by, now=now)
    collection.published_at, collection.published_by = now, by
    collection.save()
    accept_duties(collection, by=by, now=now)
    trace("published", collection, by, edition=str(collection.publication))
    return collection
