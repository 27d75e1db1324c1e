"""Working days of plans, which run beyond the years that the calendar of the country knows."""

from datetime import date, timedelta

import numpy as np

from ratusha.kernel.calendar import national_calendar


def working_days(first: date, last: date) -> int:
    """From the first day to the last, both with them: by the calendar where it knows both, else without holidays."""
    calendar = national_calendar()
    before = first - timedelta(days=1)
    if before.year in calendar.covers and last.year in calendar.covers:
        return calendar.working_days_between(before, last)
    return int(np.busday_count(first, last + timedelta(days=1)))


def after_working_days(first: date, number: float) -> date:
    """The day on which so many working days, the first of them `first` or the next one that is, are over.

    Holidays of years that no decree has settled yet are not known, so a day far ahead is some days too early.
    """
    ahead = max(round(number), 1) - 1
    calendar = national_calendar()
    found = date.fromisoformat(str(np.busday_offset(first, ahead, roll="forward")))
    if first.year in calendar.covers and found.year + 1 in calendar.covers:
        return calendar.add_working_days(calendar.next_working_day(first), ahead)
    return found
