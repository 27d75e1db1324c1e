"""`due`: when a term of law ends. Pure: who has the same inputs computes the same date and the same explanation.

It counts in this order:

1. day zero: the start, or the day after it (`StartRule`);
2. the term in force, counted from day zero. The last day of a month stands for a day it does not have (31 January and
   one month: 28 or 29 February). An extension replaces the term, counts from the same day zero and never shortens;
3. suspensions, oldest first: what was left when the clock stopped is counted on from the day it ran again. Days that
   two of them share count once; one that began after the end changes nothing; while one is open there is no date;
4. last, and once, the move from a day off to the next working day.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from dateutil.relativedelta import relativedelta
from django.utils.translation import gettext as _

from ratusha.kernel.calendar import Calendar, gap
from ratusha.kernel.errors import RuleBroken

from .explanation import Due, DueStep, Source
from .term import Term, Unit

ORDER = list(Unit)
ONE = {
    Unit.DAY: relativedelta(days=1),
    Unit.WEEK: relativedelta(weeks=1),
    Unit.MONTH: relativedelta(months=1),
    Unit.YEAR: relativedelta(years=1),
}


class StartRule(StrEnum):
    SAME_DAY = "same_day"
    NEXT_DAY = "next_day"


class OnDayOff(StrEnum):
    """What becomes of a last day that is a day off."""

    NEXT_WORKING_DAY = "next_working_day"
    PREVIOUS_WORKING_DAY = "previous_working_day"
    STAYS = "stays"  # the validity of a certificate, say


class Reason(StrEnum):
    """Why a clock stands."""

    FOREIGN_REQUEST = "foreign_request"
    BY_LAW = "by_law"


@dataclass(frozen=True)
class Suspension:
    """From the day the clock stopped (a request was sent) to the day it ran again (the answer came)."""

    since: date
    until: date | None
    reason: Reason
    source: Source

    def __post_init__(self) -> None:
        if self.until is not None and self.until < self.since:
            message = _("A suspension cannot end before it began: check the two dates.")
            raise RuleBroken("term.suspension_backwards", message)


@dataclass(frozen=True)
class Extension:
    """`reason_code`: "request_to_body", "further_study", "by_law" have words of their own."""

    term: Term
    source: Source
    reason_code: str


def due(
    start: date,
    term: Term,
    *,
    calendar: Calendar,
    source: Source,
    start_rule: StartRule = StartRule.SAME_DAY,
    on_day_off: OnDayOff = OnDayOff.NEXT_WORKING_DAY,
    counting_source: Source = "",
    extensions: Sequence[Extension] = (),
    suspensions: Sequence[Suspension] = (),
) -> Due:
    """`source` sets the term, `counting_source` says how terms are counted (where empty: the same act)."""
    counting_source = counting_source or source
    zero = start if start_rule is StartRule.SAME_DAY else plus(start, Term(1, Unit.DAY), calendar)
    clock = _Clock(calendar, zero, on_day_off)
    clock.note("start", zero, counting_source, start=start.isoformat(), rule=start_rule.value)
    clock.begin(term, source)
    for extension in extensions:
        clock.extend(extension)
    for suspension in _oldest_first(suspensions):
        clock.suspend(suspension)
        if clock.stands:
            return Due(None, tuple(clock.steps))
    return settle(clock.end, calendar, on_day_off, counting_source, clock.steps)


def plus(day: date, term: Term, calendar: Calendar) -> date:
    """The day a term of that length ends, before any move."""
    try:
        if term.unit is Unit.WORKING_DAY:
            return calendar.add_working_days(day, term.amount)
        return day + ONE[term.unit] * term.amount
    except (OverflowError, ValueError) as error:  # past the year 9999
        raise gap(calendar, calendar.covers.stop) from error


def settle(
    end: date,
    calendar: Calendar,
    on_day_off: OnDayOff,
    source: Source,
    steps: Iterable[DueStep],
) -> Due:
    """The last act of every count: move a day off, and say what the calendar has to do with the date."""
    if on_day_off is OnDayOff.STAYS:
        return Due(end, tuple(steps))
    on = moved(end, calendar, on_day_off)
    said = [*steps]
    if on != end:
        code = "moved" if on > end else "moved_back"
        said.append(DueStep(code, on, source, {"day": end.isoformat(), "off": _why(end, calendar)}))
    if on in calendar.working_saturdays:
        said.append(_worked_day_of_rest(on, calendar))
    if not calendar.is_settled(on):
        said.append(DueStep("provisional", on, source, {"year": on.year}))
    return Due(on, tuple(said))


def moved(end: date, calendar: Calendar, on_day_off: OnDayOff) -> date:
    if on_day_off is OnDayOff.STAYS:
        return end
    if on_day_off is OnDayOff.PREVIOUS_WORKING_DAY:
        return calendar.previous_working_day(end)
    return calendar.next_working_day(end)


class _Clock:
    """The count as it goes: the end so far and the steps that led to it."""

    def __init__(self, calendar: Calendar, zero: date, on_day_off: OnDayOff) -> None:
        self.calendar, self.zero, self.on_day_off = calendar, zero, on_day_off
        self.end = self.stood_until = zero
        self.stands = False
        self.steps: list[DueStep] = []

    def note(self, code: str, on: date | None, source: Source, **params: Any) -> None:
        self.steps.append(DueStep(code, on, source, params))

    def begin(self, term: Term, source: Source) -> None:
        self.term, self.end = term, plus(self.zero, term, self.calendar)
        params: dict[str, Any] = {"term": str(term)}
        if term.unit in (Unit.MONTH, Unit.YEAR) and self.end.day != self.zero.day:
            params["no_such_day"] = self.zero.day
        self.note("term", self.end, source, **params)

    def extend(self, extension: Extension) -> None:
        """The longest one wins, so that the order in which they came does not matter."""
        end = plus(self.zero, extension.term, self.calendar)
        if _rank(end, extension.term) <= _rank(self.end, self.term):
            self.note("not_extended", end, extension.source, term=str(extension.term))
            return
        before, self.term, self.end = self.term, extension.term, end
        self.note(
            "extended",
            end,
            extension.source,
            term=str(self.term),
            instead_of=str(before),
            reason=extension.reason_code,
        )

    def suspend(self, suspension: Suspension) -> None:
        since = max(suspension.since, self.stood_until)
        params: dict[str, Any] = {
            "since": suspension.since.isoformat(),
            "reason": suspension.reason.value,
        }
        if suspension.until is not None:
            params["until"] = suspension.until.isoformat()
        if why := self._vain(suspension):
            self.note("suspended_in_vain", self.end, suspension.source, **params, why=why)
            return
        left = self._left(since)
        params["rest"] = {"n": left.amount, "unit": left.unit.value}
        if suspension.until is None:
            self.stands = True
            self.note("stands", None, suspension.source, **params)
            return
        self.end = plus(suspension.until, left, self.calendar)
        self.stood_until = suspension.until
        self.note("suspended", self.end, suspension.source, **params)

    def _vain(self, suspension: Suspension) -> str:
        if suspension.until is not None and suspension.until <= self.zero:
            return "before_start"
        if suspension.until is not None and suspension.until <= self.stood_until:
            return "counted_already"
        if suspension.since > moved(self.end, self.calendar, self.on_day_off):
            return "after_end"
        return ""

    def _left(self, since: date) -> Term:
        """Calendar days, unless the term itself counts working days."""
        if since >= self.end:
            return Term(0, Unit.DAY)
        if self.term.unit is Unit.WORKING_DAY:
            return Term(self.calendar.working_days_between(since, self.end), Unit.WORKING_DAY)
        return Term((self.end - since).days, Unit.DAY)


def _rank(end: date, term: Term) -> tuple[date, int, int]:
    """Longer is later; the rest only makes a choice between equals, whatever their order."""
    return end, ORDER.index(term.unit), term.amount


def _oldest_first(suspensions: Sequence[Suspension]) -> list[Suspension]:
    return sorted(
        suspensions, key=lambda s: (s.since, s.until or date.max, s.reason, str(s.source))
    )


def _why(day: date, calendar: Calendar) -> dict[str, Any]:
    detail = calendar.details.get(day)
    off: dict[str, Any] = {"day": day.isoformat(), "why": "weekend"}
    if detail and detail.moved_from:
        off |= {"why": "transfer", "worked": detail.moved_from.isoformat()}
    elif detail and detail.name:
        off |= {"why": "holiday", "name": detail.name}
    return off


def _worked_day_of_rest(on: date, calendar: Calendar) -> DueStep:
    for off, detail in calendar.details.items():
        if detail.moved_from == on:
            return DueStep("worked_day_of_rest", on, detail.source, {"day": off.isoformat()})
    return DueStep("worked_day_of_rest_alone", on, "")
