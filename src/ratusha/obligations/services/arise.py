"""Duties arise: those of every year by the rules of the pack, and those that other modules declare."""

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

import msgspec
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from ratusha.accounts.public import User
from ratusha.audit.public import record
from ratusha.kernel.calendar import national_calendar
from ratusha.kernel.sources import Source
from ratusha.kernel.texts import Text
from ratusha.obligations.law import Rule, law
from ratusha.obligations.models import Obligation, Step
from ratusha.obligations.rules import Act, Boundary, Shift, last_day, require_days
from ratusha.parties.public import Organisation, find_body


def subjects_of(rule: Rule, on: date) -> list[Organisation]:
    """Whose duty it is on that day; a body that the pack names and nobody knows is left out, never invented."""
    meant = Q(code__in=rule.subjects.bodies) | Q(kind__in=rule.subjects.kinds)
    return list(Organisation.objects.existing(on).filter(meant, is_body=True).order_by("code"))


def open_years(now: datetime) -> int:
    """Timed: the duties of this year and the next, since reminders begin early. Repeated, it adds none."""
    this_year = timezone.localdate(now).year
    return generate(this_year, now=now) + generate(this_year + 1, now=now)


@transaction.atomic
def generate(year: int, *, now: datetime) -> int:
    """All duties due in this year; how many are new. A last day that has passed makes nobody late afterwards."""
    today = timezone.localdate(now)
    made: list[Obligation] = []
    for rule in law().rules:
        to = find_body(rule.to)
        if to is None:
            continue
        made += [
            duty
            for subject in subjects_of(rule, today)
            if (duty := of_rule(rule, year, subject.pk, to)).due_on >= today
        ]
    new = _enter(made, by=None, now=now)
    if new:
        record("obligations.generate", "year", year, by=None, duties=len(new))
    return len(new)


def of_rule(rule: Rule, year: int, subject_id: UUID, to: Organisation) -> Obligation:
    """The duty by this rule that is due in this year, not written yet."""
    named = rule.named_day(year)
    reading = last_day(
        named, rule.boundary, rule.shift, calendar=national_calendar(), source=rule.source.said()
    )
    return Obligation(
        rule=rule.code,
        subject_id=subject_id,
        to=to,
        period=str(year + rule.period),
        title=rule.name,
        source=msgspec.to_builtins(rule.source),
        room=rule.room,
        opens_on=rule.opens.of(year),
        named_on=named,
        boundary=rule.boundary,
        shift=rule.shift,
        due_on=reading.on,
    )


@transaction.atomic
def declare(
    *,
    rule: str,
    subject_id: UUID,
    to_id: UUID,
    period: str,
    title: Text,
    source: Source,
    due_on: date,
    by: User | None,
    now: datetime,
    opens_on: date | None = None,
    room: str = "",
    about: str = "",
) -> Obligation:
    """A duty that another module knows of: `rule` is named as "module.what". Declared again, it is the same duty."""
    opens_on = opens_on or min(timezone.localdate(now), due_on)
    require_days(opens_on, due_on)
    wanted = Obligation(
        rule=rule,
        subject_id=subject_id,
        to_id=to_id,
        period=period,
        title=title,
        source=msgspec.to_builtins(source),
        room=room,
        about=about,
        opens_on=opens_on,
        named_on=due_on,
        boundary=Boundary.INCLUSIVE,
        shift=Shift.NONE,
        due_on=due_on,
    )
    for new in _enter([wanted], by=by, now=now):
        who = by.pk if by else None
        record("obligations.declare", "obligation", new.pk, by=who, body=subject_id, rule=rule)
    return Obligation.objects.get(rule=rule, subject_id=subject_id, period=period, about=about)


def _enter(wanted: Iterable[Obligation], *, by: User | None, now: datetime) -> list[Obligation]:
    """Those that were not there before, each with the first line of its history."""
    keys = [one.pk for one in Obligation.objects.bulk_create(wanted, ignore_conflicts=True)]
    new = list(Obligation.objects.filter(pk__in=keys))
    on = timezone.localdate(now)
    Step.objects.bulk_create(
        Step(obligation=one, act=Act.CREATE, at=now, on=on, by=by) for one in new
    )
    return new
