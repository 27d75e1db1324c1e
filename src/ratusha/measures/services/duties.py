"""Duties of bodies that arise here: conditions of the Council and reviews of benefits, in the calendar of duties."""

from datetime import date, datetime
from uuid import UUID

from ratusha.accounts.public import User
from ratusha.cases.public import Case
from ratusha.kernel.sources import Source
from ratusha.kernel.texts import Text
from ratusha.measures.law import law, responsible_body
from ratusha.measures.models import Condition
from ratusha.obligations.public import Obligation, accept, declare, submit

ROOM = "measures"
CONDITION, REVIEW = "measures.condition", "measures.review"


def declare_condition(condition: Condition, *, by: User, now: datetime) -> None:
    item = condition.item
    _declare(
        CONDITION, item.case, period_of(condition), title=law().duties.condition,
        source=law().council.source, due_on=condition.due_on, by=by, now=now,
    )  # fmt: skip


def declare_review(case: Case, months: int, due_on: date, *, by: User, now: datetime) -> None:
    duties = law().duties
    _declare(
        REVIEW, case, str(months), title=duties.review, source=duties.source, due_on=due_on, by=by, now=now,
    )  # fmt: skip


def _declare(
    rule: str,
    case: Case,
    period: str,
    *,
    title: Text,
    source: Source,
    due_on: date,
    by: User,
    now: datetime,
) -> None:
    name = case.title.get(case.language, "")
    said = {language: f"{words}: {name}"[:300] for language, words in title.items()}
    declare(
        rule=rule, subject_id=case.applicant_id, to_id=responsible_body().pk, period=period, title=said,
        source=source, due_on=due_on, by=by, now=now, room=ROOM, about=case.reference,
    )  # fmt: skip


def duty(rule: str, case: Case, period: str) -> Obligation | None:
    found = Obligation.objects.filter(rule=rule, about=case.reference, period=period)
    return found.first()


def fulfil(found: Obligation | None, *, evidence: str, by: User, now: datetime) -> None:
    """What was decided before there was a calendar of duties has none there."""
    if found is not None:
        submit(found.pk, evidence=evidence, by=by, now=now, room=ROOM)


def accept_conditions(case: Case, *, by: User, now: datetime) -> None:
    """Who includes the measure has seen that its conditions are met."""
    waiting = Obligation.objects.filter(rule=CONDITION, about=case.reference, standing="submitted")
    for one in waiting:
        accept(one.pk, by=by, now=now, room=ROOM)


def period_of(condition: Condition) -> str:
    item = condition.item
    keys: list[UUID] = list(item.conditions.values_list("pk", flat=True))
    return f"{item.session.number}/{item.position}.{keys.index(condition.pk) + 1}"
