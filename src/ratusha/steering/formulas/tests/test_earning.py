"""How much of a stage is planned and earned, and how sure one is: tables by hand."""

from datetime import date

import pytest

from ratusha.steering.formulas.confidence import computed, overall, points, published
from ratusha.steering.formulas.earning import Earning, earned_share, planned_share

STARTS, ENDS = date(2026, 1, 1), date(2026, 1, 10)


@pytest.mark.parametrize(
    ("rule", "on", "share"),
    [
        (Earning.AT_THE_END, date(2026, 1, 9), 0),
        (Earning.AT_THE_END, ENDS, 1),
        (Earning.HALVES, date(2025, 12, 31), 0),
        (Earning.HALVES, STARTS, 0.5),
        (Earning.HALVES, ENDS, 1),
        (Earning.PERCENT, date(2026, 1, 4), 0.4),
        (Earning.UNITS, STARTS, 0.1),
        (Earning.MILESTONES, date(2026, 2, 1), 1),
    ],
)
def test_planned_share(rule, on, share):
    assert planned_share(rule, STARTS, ENDS, on) == pytest.approx(share)


@pytest.mark.parametrize(
    ("rule", "accepted", "proven", "share"),
    [
        (Earning.AT_THE_END, False, 0.9, 0),
        (Earning.AT_THE_END, True, None, 1),
        (Earning.HALVES, False, 0.1, 0.5),
        (Earning.HALVES, False, None, 0),
        (Earning.PERCENT, False, 0.7, 0.7),
        (Earning.PERCENT, False, None, 0),  # no evidence, nothing earned
        (Earning.UNITS, True, 0.2, 1),
    ],
)
def test_nothing_is_earned_without_evidence(rule, accepted, proven, share):
    assert earned_share(rule, accepted=accepted, proven=proven) == share


def test_the_lowest_of_owner_money_and_security_caps_the_median():
    answers = dict.fromkeys("abcdefghi", 4)
    assert overall(answers, ["a", "b"]) == 4
    assert overall({**answers, "b": 2}, ["a", "b"]) == 2
    assert overall({**answers, "c": 1}, ["a", "b"]) == 4
    assert overall({"c": 1}, ["a"]) is None


def test_an_owner_lower_than_the_figures_decides_alone():
    assert computed(4, 5, 3) == 3
    assert computed(2, 5, 3) == pytest.approx(10 / 3)
    assert computed(None, None, 3) is None


def test_points_and_the_published_rating():
    assert [points(value, [0.95, 0.9, 0.8, 0.7]) for value in (1, 0.9, 0.8, 0.7, 0.1)] == [
        5,
        4,
        3,
        2,
        1,
    ]
    assert [points(value, [0, 30, 60, 90], less_is_better=True) for value in (0, 30, 91)] == [
        5,
        4,
        1,
    ]
    assert published(5, 2) == 2
    assert published(5, None) == 5
