"""Duties that were fulfilled on paper before the platform began: history that comes over as it was."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from ratusha.audit.public import record
from ratusha.obligations.law import law
from ratusha.obligations.models import Obligation, Step
from ratusha.obligations.rules import Act, Standing, first_day_late
from ratusha.parties.public import find_body

from .arise import of_rule


@dataclass(frozen=True)
class Past:
    """What was handed in on that day by that letter, and accepted."""

    rule: str
    subject_id: UUID
    period: str
    handed_in_on: date
    letter: str


@transaction.atomic
def bring_over(past: Sequence[Past], *, now: datetime) -> list[Obligation]:
    """Those that were not here yet, accepted; what came after its day is late here too."""
    wanted = {one.pk: (one, entry) for entry in past if (one := _accepted(entry))}
    made = Obligation.objects.bulk_create(
        [duty for duty, _entry in wanted.values()], ignore_conflicts=True
    )
    there = set(
        Obligation.objects.filter(pk__in=[one.pk for one in made]).values_list("pk", flat=True)
    )
    new = [pair for key, pair in wanted.items() if key in there]
    Step.objects.bulk_create(
        Step(obligation=duty, act=act, at=now, on=entry.handed_in_on, words=entry.letter)
        for duty, entry in new
        for act in (Act.SUBMIT, Act.ACCEPT)
    )
    record("obligations.bring_over", "duties", str(len(new)), by=None, on=timezone.localdate(now))
    return [duty for duty, _entry in new]


def _accepted(entry: Past) -> Obligation | None:
    rule = law().rule(entry.rule)
    to = find_body(rule.to) if rule else None
    if rule is None or to is None:
        return None
    duty = of_rule(rule, int(entry.period) - rule.period, entry.subject_id, to)
    duty.standing, duty.handed_in_on = Standing.ACCEPTED, entry.handed_in_on
    if entry.handed_in_on > duty.due_on:
        duty.late_since = first_day_late(duty.due_on)
    return duty
