"""Working days. Pure once built; what is a day off here is told by the country pack and the `holidays` package."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache, cached_property

import holidays
import msgspec
from django.utils.translation import gettext as _

from .errors import RuleBroken
from .pack import pack
from .texts import Text

LANGUAGES_OF_NAMES = {
    "be": "be",
    "ru": "ru",
    "en": "en_US",
}  # ours: the one of the `holidays` package


@dataclass(frozen=True)
class DayOff:
    """Why a day is off: a holiday with a name, or a rest day moved here from a worked one."""

    name: Text = field(default_factory=dict)
    moved_from: date | None = None
    source: str = ""


@dataclass(frozen=True)
class Calendar:
    """`covers` are the years it knows; a question about any other year is refused, never guessed."""

    days_off: frozenset[date]
    working_saturdays: frozenset[date]
    weekend: frozenset[int]
    covers: range
    settled_until: date | None = None  # later days may still be moved by a decree not yet adopted
    details: dict[date, DayOff] = field(default_factory=dict, hash=False, repr=False)

    def is_working_day(self, day: date) -> bool:
        self._require(day)
        return self._works(day)

    def next_working_day(self, day: date) -> date:
        """The day itself where it is a working one."""
        self._require(day)
        return self._at(bisect_left(self._working, day.toordinal()))

    def previous_working_day(self, day: date) -> date:
        """The day itself where it is a working one."""
        self._require(day)
        return self._at(bisect_right(self._working, day.toordinal()) - 1)

    def add_working_days(self, day: date, n: int) -> date:
        """The n-th working day after `day` (before it, where n < 0); `day` itself where n = 0."""
        self._require(day)
        if n == 0:
            return day
        if n > 0:
            return self._at(bisect_right(self._working, day.toordinal()) + n - 1)
        return self._at(bisect_left(self._working, day.toordinal()) + n)

    def working_days_between(self, since: date, until: date) -> int:
        """Working days after `since` up to and with `until`; negative where `until` is earlier."""
        self._require(since)
        self._require(until)
        if until < since:
            return bisect_left(self._working, until.toordinal()) - bisect_left(
                self._working, since.toordinal()
            )
        return bisect_right(self._working, until.toordinal()) - bisect_right(
            self._working, since.toordinal()
        )

    def is_settled(self, day: date) -> bool:
        """Whether the moved days of that time are already law."""
        return self.settled_until is None or day <= self.settled_until

    def _works(self, day: date) -> bool:
        if day in self.working_saturdays:
            return True
        return day.weekday() not in self.weekend and day not in self.days_off

    def _require(self, day: date) -> None:
        if day.year not in self.covers:
            raise gap(self, day.year)

    def _at(self, index: int) -> date:
        if index < 0:
            raise gap(self, self.covers.start - 1)
        if index >= len(self._working):
            raise gap(self, self.covers.stop)
        return date.fromordinal(self._working[index])

    @cached_property
    def _working(self) -> tuple[int, ...]:
        return tuple(day.toordinal() for day in self._days() if self._works(day))

    def _days(self) -> Iterator[date]:
        day = date(self.covers.start, 1, 1)
        while day.year < self.covers.stop:
            yield day
            day += timedelta(days=1)


def gap(calendar: Calendar, year: int) -> RuleBroken:
    message = _(
        "The calendar of working days covers %(since)s to %(until)s and does not know the year %(year)s. "
        "Add that year to calendar.yaml of the country pack."
    ) % {"since": calendar.covers.start, "until": calendar.covers.stop - 1, "year": year}
    return RuleBroken("calendar.gap", message)


class Years(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    since: int
    until: int


class Transfer(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`off` is a day off because `work`, a day of rest by the week, is worked instead."""

    off: date
    work: date
    source: str = ""


class CalendarFile(msgspec.Struct, frozen=True):
    """calendar.yaml of the pack, as far as days are concerned (rules of counting: `terms`)."""

    covers: Years
    settled_until: date
    transfers: list[Transfer]


@cache
def national_calendar() -> Calendar:
    """Holidays by the `holidays` package; moved days by it and by the pack, whose word adds to it."""
    file = msgspec.convert(pack().yaml("calendar.yaml"), CalendarFile)
    return build(pack().about["country"], file)


def build(country: str, file: CalendarFile) -> Calendar:
    covers = range(file.covers.since, file.covers.until + 1)
    by_language = {
        ours: holidays.country_holidays(country, years=covers, language=theirs)
        for ours, theirs in LANGUAGES_OF_NAMES.items()
    }
    known = next(iter(by_language.values()))
    details = {
        day: DayOff(name={ours: days[day] for ours, days in by_language.items()})
        for day in sorted(known)
        if day.year in covers
    }
    details.update(
        (t.off, DayOff(moved_from=t.work, source=t.source))
        for t in file.transfers
        if t.off.year in covers
    )
    worked = {d for d in known.weekend_workdays if d.year in covers}
    worked.update(t.work for t in file.transfers if t.work.year in covers)
    return Calendar(
        days_off=frozenset(details),
        working_saturdays=frozenset(worked),
        weekend=frozenset(known.weekend),
        covers=covers,
        settled_until=file.settled_until,
        details=details,
    )
