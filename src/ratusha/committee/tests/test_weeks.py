from datetime import date

import pytest

from ratusha.committee.weeks import Change, change_of, monday_of


@pytest.mark.parametrize(
    ("now", "before", "change"),
    [
        (10, [10, 10, 10, 10], Change.NOISE),
        (30, [10, 10, 10, 10], Change.MORE),
        (0, [20, 20, 20, 20], Change.LESS),
        (0, [0, 0, 0, 0], Change.NOISE),
        (7, [5, 6, 5, 5], Change.NOISE),  # a third more, and chance explains it
        (5000, [4000, 4000, 4000, 4000], Change.MORE),
        (4020, [4000, 4000, 4000, 4000], Change.NOISE),
        (None, [10, 10, 10, 10], Change.UNKNOWN),
        (10, [10, None, 10, 10], Change.UNKNOWN),
        (10, [10, 10, 10], Change.UNKNOWN),
    ],
)
def test_a_change_is_told_only_where_chance_does_not_explain_it(now, before, change):
    assert change_of(now, before) == change


def test_a_week_begins_on_its_monday():
    assert monday_of(date(2026, 9, 6)) == monday_of(date(2026, 8, 31)) == date(2026, 8, 31)
