"""What a value is, by hand: shares, marks, medians, and rows that tell of nobody."""

from datetime import date
from decimal import Decimal
from random import Random

import pytest

from ratusha.indicators.rules import (
    REST,
    Cell,
    Standing,
    Unit,
    a_year_before,
    added,
    grouped,
    in_ranges,
    median,
    standing,
    value_of,
    without_small,
)


def cell(key, of, part=0, days=()):
    return Cell(key, Decimal(part), of, tuple(days))


@pytest.mark.parametrize(
    ("unit", "part", "of", "value"),
    [
        (Unit.SHARE, 1, 3, "0.333333"),
        (Unit.SHARE, 2, 3, "0.666667"),
        (Unit.MARK, "22.5", 5, "4.50"),
        (Unit.TIMES, 7, 3, "2.3333"),
        (Unit.SHARE, 0, 4, "0"),
    ],
)
def test_a_value_is_the_part_of_the_whole(unit, part, of, value):
    assert value_of(unit, cell("", of, part)) == Decimal(value)


@pytest.mark.parametrize("unit", list(Unit))
def test_of_nothing_nothing_is_said(unit):
    assert value_of(unit, cell("", 0)) is None


@pytest.mark.parametrize(
    ("days", "value"),
    [
        ([(3, 1)], 3),
        ([(3, 1), (9, 1)], 3),
        ([(3, 1), (9, 2)], 9),
        ([(9, 2), (1, 1), (3, 3)], 3),
    ],
)
def test_the_median_is_the_day_by_which_half_had_ended(days, value):
    assert median(days) == value


def test_rows_of_a_group_are_added_and_their_days_too():
    rows = [cell("a", 2, 1, [(3, 2)]), cell("b", 3, 2, [(3, 1), (4, 2)]), cell("c", 1, 0, [(1, 1)])]
    west, east = grouped(rows, lambda key: "east" if key == "c" else "west")[::-1]
    assert west == cell("west", 5, 3, [(3, 3), (4, 2)])
    assert east == cell("east", 1, 0, [(1, 1)])


def test_rows_about_fewer_than_five_are_put_together():
    shown, hidden = without_small([cell("a", 9, 5), cell("b", 4, 1), cell("c", 2, 2)])
    assert shown == [cell("a", 9, 5), cell(REST, 6, 3)]
    assert hidden == 2


def test_one_small_row_takes_the_smallest_other_with_it_so_that_no_difference_tells():
    shown, hidden = without_small([cell("a", 9), cell("b", 7), cell("c", 1)])
    assert [one.key for one in shown] == ["a", REST]
    assert hidden == 2


def test_within_a_district_nobody_can_subtract_the_bodies_that_are_shown():
    """East has 12: if only b (8) were shown, whoever subtracts would know of the 4 of c."""
    rows = [cell("a", 20), cell("b", 8), cell("c", 4)]
    shown, _hidden = without_small(rows, lambda key: "west" if key == "a" else "east")
    assert [one.key for one in shown] == ["a", REST]


def test_a_group_that_is_small_as_a_whole_is_not_told_by_the_rest():
    shown, _hidden = without_small(
        [cell("a", 20), cell("b", 3)], lambda key: "west" if key == "a" else "east"
    )
    assert [(one.key, one.of) for one in shown] == [(REST, 23)]


@pytest.mark.parametrize("seed", range(30))
def test_whatever_is_hidden_the_sum_stays_and_no_row_is_small(seed):
    drawn = Random(seed)  # noqa: S311 - a test
    rows = [cell(f"{at}", drawn.randint(0, 30), drawn.randint(0, 5)) for at in range(40)]
    shown, _hidden = without_small(rows, lambda key: key[0])
    assert added(shown, "") == added(rows, "")
    assert all(one.of >= 5 for one in shown)


def test_ranges_of_days_hold_five_each_and_end_with_the_median():
    days = [(1, 2), (2, 2), (3, 4), (5, 1), (8, 1), (9, 7), (30, 1)]
    ranges = in_ranges(days)
    assert sum(count for _first, _last, count in ranges) == 18
    assert median(days) in {last for _first, last, _count in ranges}
    assert all(count >= 5 for _first, _last, count in ranges)


@pytest.mark.parametrize(
    ("value", "direction", "said"),
    [
        ("0.8", "more", Standing.GOOD),
        ("0.5", "more", Standing.FAIR),
        ("0.1", "more", Standing.POOR),
        (None, "more", Standing.UNKNOWN),
    ],
)
def test_more_is_better_from_the_thresholds_on(value, direction, said):
    given = None if value is None else Decimal(value)
    assert standing(given, Decimal("0.75"), Decimal("0.4"), direction) == said


@pytest.mark.parametrize(("days", "said"), [(7, "good"), (15, "fair"), (16, "poor")])
def test_fewer_days_are_better(days, said):
    assert standing(Decimal(days), Decimal(7), Decimal(15), "less") == said


def test_the_year_of_a_leap_day_begins_after_the_28th():
    assert a_year_before(date(2028, 2, 29)) == date(2027, 2, 28)
