"""What a dated duty is: its last day, where it stands, who is reminded and when. Pure: no database, no clock.

The days come from acts, as data of the pack; "by 1 May" has two readings, and a rule says which of them is in force.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ratusha.kernel.calendar import Calendar
from ratusha.kernel.errors import Conflict, RuleBroken
from ratusha.kernel.terms import (
    Before,
    Count,
    Due,
    OnDayOff,
    Reason,
    Source,
    StartRule,
    Suspension,
    Term,
    boundary_before,
    boundary_not_later_than,
)
from ratusha.kernel.words import require_words

LONGEST_WORDS = 4000


class Boundary(StrEnum):
    """Whether the day that the act names is still in time."""

    INCLUSIVE = "inclusive"
    EXCLUSIVE = "exclusive"


class Shift(StrEnum):
    """What becomes of a last day that is a day off."""

    NONE = "none"
    NEXT_WORKDAY = "next_workday"
    PREVIOUS_WORKDAY = "previous_workday"


ON_DAY_OFF = {
    Shift.NONE: OnDayOff.STAYS,
    Shift.NEXT_WORKDAY: OnDayOff.NEXT_WORKING_DAY,
    Shift.PREVIOUS_WORKDAY: OnDayOff.PREVIOUS_WORKING_DAY,
}


class Standing(models.TextChoices):
    """What has been done about it. Whether it is late is another question: see `late_since`."""

    AWAITED = "awaited", gettext_lazy("Awaited")
    SUBMITTED = "submitted", gettext_lazy("Handed in")
    RETURNED = "returned", gettext_lazy("Given back to be mended")
    ACCEPTED = "accepted", gettext_lazy("Accepted")
    WAIVED = "waived", gettext_lazy("Waived by an act")


class State(models.TextChoices):
    """What the day makes of the standing."""

    FUTURE = "future", gettext_lazy("Not open yet")
    OPEN = "open", gettext_lazy("Open")
    SUBMITTED = "submitted", gettext_lazy("Handed in")
    RETURNED = "returned", gettext_lazy("Given back to be mended")
    ACCEPTED = "accepted", gettext_lazy("Accepted")
    LATE = "late", gettext_lazy("Late")
    WAIVED = "waived", gettext_lazy("Waived by an act")


class Act(models.TextChoices):
    """What is written into the history."""

    CREATE = "create", gettext_lazy("The duty arose")
    SUBMIT = "submit", gettext_lazy("Handed in")
    ACCEPT = "accept", gettext_lazy("Accepted")
    RETURN = "return", gettext_lazy("Given back to be mended")
    MISS = "miss", gettext_lazy("The last day passed")
    WAIVE = "waive", gettext_lazy("Waived by an act")


TO_DO = (Standing.AWAITED, Standing.RETURNED)  # it is the body's turn
MOVES: dict[Act, tuple[tuple[Standing, ...], Standing]] = {
    Act.SUBMIT: (TO_DO, Standing.SUBMITTED),
    Act.ACCEPT: ((Standing.SUBMITTED,), Standing.ACCEPTED),
    Act.RETURN: ((Standing.SUBMITTED,), Standing.RETURNED),
    Act.WAIVE: (TO_DO, Standing.WAIVED),
}


class Recipient(models.TextChoices):
    SUBJECT = "subject", gettext_lazy("those who answer for it at the body")
    HEAD = "head", gettext_lazy("the head of the body")
    OVERSEER = "overseer", gettext_lazy("the body that waits for it")
    GOVERNMENT = "government", gettext_lazy("the apparatus of the Government")


# ---- the last day ----
@dataclass(frozen=True)
class Reading:
    boundary: Boundary
    shift: Shift
    due: Due

    @property
    def on(self) -> date:
        if self.due.on is None:
            raise ValueError("a boundary has a day")
        return self.due.on


def last_day(
    named: date, boundary: Boundary, shift: Shift, *, calendar: Calendar, source: Source
) -> Reading:
    """The last day in time of "by `named`", with the explanation of how it follows."""
    on_day_off = ON_DAY_OFF[shift]
    if boundary is Boundary.INCLUSIVE:
        due = boundary_not_later_than(
            day=named.day,
            month=named.month,
            year=named.year,
            calendar=calendar,
            source=source,
            on_day_off=on_day_off,
        )
    else:
        due = boundary_before(
            day=named.day,
            month=named.month,
            year=named.year,
            calendar=calendar,
            source=source,
            reading=Before.WITHOUT_THE_DAY,
            on_day_off=on_day_off,
        )
    return Reading(boundary, shift, due)


READINGS = (
    (Boundary.EXCLUSIVE, Shift.NONE),
    (Boundary.INCLUSIVE, Shift.NONE),
    (Boundary.INCLUSIVE, Shift.NEXT_WORKDAY),
)


def readings(
    named: date, boundary: Boundary, shift: Shift, *, calendar: Calendar, source: Source
) -> list[Reading]:
    """The reading in force, and after it the others that a lawyer may hold, each on a day of its own."""
    found = [last_day(named, boundary, shift, calendar=calendar, source=source)]
    for one in READINGS:
        other = last_day(named, *one, calendar=calendar, source=source)
        if other.on not in {known.on for known in found}:
            found.append(other)
    return found


# ---- where it stands ----
def deadline_of(due_on: date, mend_by: date | None) -> date:
    """While it is given back the clock of the duty stands: the body has until the day it must be mended by."""
    return due_on if mend_by is None else mend_by


def state_of(standing: Standing, *, opens_on: date, deadline: date, today: date) -> State:
    if standing not in TO_DO:
        return State(standing)
    if today > deadline:
        return State.LATE
    if standing is Standing.RETURNED:
        return State.RETURNED
    return State.FUTURE if today < opens_on else State.OPEN


def is_missed(standing: Standing, *, deadline: date, today: date) -> bool:
    return standing in TO_DO and today > deadline


def first_day_late(deadline: date) -> date:
    return deadline + timedelta(days=1)


def days_late(late_since: date, handed_in: date | None, today: date) -> int:
    """Calendar days, the first day late counted; it stops growing when the thing is there."""
    return max(((handed_in or today) - late_since).days + 1, 1)


def require_move(standing: Standing, act: Act) -> Standing:
    allowed, to = MOVES[act]
    if standing not in allowed:
        message = _(
            "This cannot be done now: the duty is “%(standing)s”. Look at the page of the duty again."
        )
        raise Conflict("obligation.moved_on", message % {"standing": standing.label})
    return to


def require_open(opens_on: date, today: date) -> None:
    if today < opens_on:
        message = _("It opens on %(day)s; it cannot be handed in before.")
        raise RuleBroken("obligation.too_early", message % {"day": f"{opens_on:%d.%m.%Y}"})


def require_another(*, handed_in_by: object, judging: object) -> None:
    """Nobody accepts or gives back what they have handed in themselves."""
    if handed_in_by is not None and handed_in_by == judging:
        message = _("You have handed this in yourself: somebody else must judge it.")
        raise RuleBroken("obligation.own", message)


def require_reason(text: str) -> str:
    return require_words(
        text,
        code="obligation.reason",
        field="reason",
        missing=_("Write what is to be mended."),
        longest=LONGEST_WORDS,
    )


def require_evidence(text: str) -> str:
    return require_words(
        text,
        code="obligation.evidence",
        field="evidence",
        missing=_("Write what was done, and where it can be seen."),
        longest=LONGEST_WORDS,
    )


def require_act(text: str) -> str:
    return require_words(
        text,
        code="obligation.act",
        field="act",
        missing=_("Name the act that waives it: kind, number and date."),
        longest=300,
    )


def require_days(opens_on: date, due_on: date) -> None:
    if due_on < opens_on:
        raise RuleBroken("obligation.days", _("A duty cannot be due before it opens."))


# ---- the clock of who judges ----
@dataclass(frozen=True)
class Pause:
    """From the day it was given back to the day it came again."""

    since: date
    until: date | None


def judged_by(
    handed_in: date, term: Term, pauses: Sequence[Pause], *, calendar: Calendar, source: Source
) -> Due:
    """Until when it must be accepted or given back, counted from the day after it came in.

    The clock stands while it is being mended, and every pause is told.
    """
    counted = Count(start=handed_in, term=term, source=source, start_rule=StartRule.SAME_DAY)
    for pause in pauses:
        stop = Suspension(pause.since, pause.until, Reason.BY_LAW, source)
        counted = counted.suspended(stop)
    return counted.due(calendar)


def mended_by(given_back: date, days: int, calendar: Calendar) -> date:
    """So many working days from the day after it was given back."""
    return calendar.add_working_days(given_back, days)


# ---- reminders ----
DAYS_BEFORE = (60, 30, 14, 7, 3, 1, 0)
WORKING_DAYS_LATE_FOR_OVERSEER, WORKING_DAYS_LATE_FOR_GOVERNMENT = 5, 10


@dataclass(frozen=True)
class Mark:
    """One reminder or escalation: told on that day or later, once."""

    code: str
    on: date
    to: Recipient

    @property
    def escalates(self) -> bool:
        return self.code.startswith("+")

    @property
    def on_the_day(self) -> bool:
        return self.code == "T-0"


def marks(deadline: date, calendar: Calendar) -> list[Mark]:
    """T-60 to T-0 for who answers for it; then, while it is not there, one step up each time."""
    before = [
        Mark(f"T-{days}", deadline - timedelta(days=days), Recipient.SUBJECT)
        for days in DAYS_BEFORE
    ]
    ministry = calendar.add_working_days(deadline, WORKING_DAYS_LATE_FOR_OVERSEER)
    government = calendar.add_working_days(deadline, WORKING_DAYS_LATE_FOR_GOVERNMENT)
    return [
        *before,
        Mark("+1", first_day_late(deadline), Recipient.HEAD),
        Mark("+5", ministry, Recipient.OVERSEER),
        Mark("+10", government, Recipient.GOVERNMENT),
    ]


def due_marks(
    deadline: date, told: Collection[str], today: date, calendar: Calendar
) -> tuple[list[Mark], list[Mark]]:
    """What to tell today, and what is passed over: of reminders that were missed only the newest is told.

    Every escalation is told, since each goes to somebody else.
    """
    waiting = [one for one in marks(deadline, calendar) if one.on <= today and one.code not in told]
    reminders = [one for one in waiting if not one.escalates]
    escalations = [one for one in waiting if one.escalates]
    if today > deadline:  # a reminder of a day that has passed reminds of nothing
        return escalations, reminders
    return [*reminders[-1:], *escalations], reminders[:-1]
