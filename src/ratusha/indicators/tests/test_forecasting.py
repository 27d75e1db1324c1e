"""Weeks of an indicator and what is foreseen from them."""

from datetime import date, timedelta
from decimal import Decimal

from ratusha.indicators.forecasting import AHEAD, by_weeks, outlook
from ratusha.indicators.models import Snapshot

SUNDAY = date(2026, 8, 30)


def values(*given, step=7):
    days = [SUNDAY - timedelta(days=step * back) for back in range(len(given) - 1, -1, -1)]
    return [
        Snapshot(on=day, value=None if value is None else Decimal(str(value)))
        for day, value in zip(days, given, strict=True)
    ]


def test_of_a_week_the_last_value_counts():
    assert [value for _day, value in by_weeks(values(1, 2, 3, step=1))] == [3]


def test_a_week_without_a_value_ends_the_series():
    assert [value for _day, value in by_weeks(values(1, None, 3, 4))] == [3, 4]


def test_three_weeks_are_too_few():
    assert outlook(values(0.1, 0.2, 0.3), "share") is None


def test_a_share_has_three_ways_and_days_two():
    assert len(outlook(values(0.5, 0.6, 0.55, 0.7, 0.72), "share").ways) == 3
    told = outlook(values(9, 8, 8, 7, 6), "days")
    assert len(told.ways) == 2
    assert told.until == SUNDAY + timedelta(weeks=AHEAD)
    assert [way.judged for way in told.ways] == [1, 1]
