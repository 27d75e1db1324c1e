"""Dates the law names itself: "not later than 1 May", "before 1 May"; and how this country reads and counts them."""

from datetime import date, timedelta
from enum import StrEnum
from functools import cache

import msgspec
from django.utils.translation import gettext as _

from ratusha.kernel.calendar import Calendar
from ratusha.kernel.errors import RuleBroken
from ratusha.kernel.pack import pack
from ratusha.kernel.texts import Text

from .counting import OnDayOff, StartRule, settle
from .explanation import Due, DueStep, Source


class Before(StrEnum):
    """Whether "before 1 May" lets a thing be done on 1 May."""

    WITH_THE_DAY = "with_the_day"
    WITHOUT_THE_DAY = "without_the_day"


class NationalCounting(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How this country counts where an act says nothing else: `counting` of calendar.yaml in the pack."""

    start_rule: StartRule
    on_day_off: OnDayOff
    before: Before
    source: Text
    confidence: str


@cache
def national_counting() -> NationalCounting:
    return msgspec.convert(pack().yaml("calendar.yaml")["counting"], NationalCounting)


def boundary_not_later_than(
    *,
    day: int,
    month: int,
    year: int,
    calendar: Calendar,
    source: Source,
    on_day_off: OnDayOff = OnDayOff.NEXT_WORKING_DAY,
    counting_source: Source = "",
) -> Due:
    """The day itself is the last one."""
    last = _day(day, month, year)
    step = DueStep("not_later_than", last, source)
    return settle(last, calendar, on_day_off, counting_source or source, [step])


def boundary_before(
    *,
    day: int,
    month: int,
    year: int,
    calendar: Calendar,
    source: Source,
    reading: Before,
    on_day_off: OnDayOff = OnDayOff.NEXT_WORKING_DAY,
    counting_source: Source = "",
) -> Due:
    """`reading` is a choice the law must make; the country's usual one is `national_counting().before`.

    Where the named day is left out, a last day that is off does not move on to the named day or past it: it moves back.
    """
    named = _day(day, month, year)
    if reading is Before.WITH_THE_DAY:
        last, code = named, "before_with_the_day"
    else:
        last, code = named - timedelta(days=1), "before"
        if on_day_off is OnDayOff.NEXT_WORKING_DAY:
            on_day_off = OnDayOff.PREVIOUS_WORKING_DAY
    step = DueStep(code, last, source, {"day": named.isoformat()})
    return settle(last, calendar, on_day_off, counting_source or source, [step])


def _day(day: int, month: int, year: int) -> date:
    try:
        return date(year, month, day)
    except ValueError as error:
        message = _("There is no day %(day)s.%(month)s.%(year)s: check the date.") % {
            "day": day,
            "month": month,
            "year": year,
        }
        raise RuleBroken("term.no_such_day", message) from error
