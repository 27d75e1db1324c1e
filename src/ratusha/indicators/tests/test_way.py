"""The way to a target: what is needed each month, what it was so far, what is drawn of it."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from ratusha.indicators.course import course
from ratusha.indicators.passports import passport
from ratusha.indicators.way import way
from ratusha.ui.timeline import round_values

BEGIN = date(2026, 9, 1)
TARGET = [(date(2030, 12, 31), Decimal("0.75"))]


def values(*given, step=30):
    return [(BEGIN + timedelta(days=step * at), Decimal(one)) for at, one in enumerate(given)]


def test_what_is_needed_leads_straight_to_the_target():
    found = way(values("0.30", "0.35"), TARGET, "more")
    on, value = found.line[0]
    months = Decimal((TARGET[0][0] - on).days) / Decimal("30.4375")
    assert abs(value + found.a_month * months - Decimal("0.75")) < Decimal("1e-20")
    assert abs(found.pace - Decimal("0.05") / (Decimal(30) / Decimal("30.4375"))) < Decimal("1e-20")


def test_what_is_reached_needs_nothing_more():
    assert way(values("0.8"), TARGET, "more").reached
    assert way(values("0.8"), TARGET, "more").a_month is None
    assert not way(values("0.8"), TARGET, "less").reached


def test_without_a_value_or_a_target_ahead_there_is_no_way():
    assert way([], TARGET, "more") is None
    assert way(values("0.3"), [(date(2025, 12, 31), Decimal(1))], "more") is None


def test_a_pace_is_not_told_of_a_few_days():
    assert way(values("0.3", "0.5", step=3), TARGET, "more").pace is None


def test_the_course_says_when_the_target_is_reached_at_the_pace_of_so_far():
    one = passport("electronic-all")
    told = course(one, values("0.30", "0.35"), None)
    assert told.when == date(2027, 5, 29)  # eight times thirty days after the latest value
    assert [aim.on for aim in told.aims] == [date(2030, 12, 31)]
    assert told.drawing.marks[0].x > told.drawing.last[0]
    assert course(one, values("0.35", "0.30"), None).when is None


def test_no_act_no_course():
    assert course(passport("satisfaction"), values("4", "4.1"), None) is None


@pytest.mark.parametrize(
    ("low", "high", "ticks"),
    [
        (0.33, 0.75, [0.2, 0.4, 0.6, 0.8]),
        (0, 1, [0, 0.25, 0.5, 0.75, 1]),
        (8, 9, [8, 8.25, 8.5, 8.75, 9]),
    ],
)
def test_lines_across_a_chart_stand_at_round_values(low, high, ticks):
    assert round_values(low, high) == ticks


def test_no_line_stands_beyond_what_is_possible():
    assert round_values(0.9, 1.04, (0, 1))[-1] == 1
