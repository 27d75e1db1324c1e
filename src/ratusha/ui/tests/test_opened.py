"""The reader of opened numbers sees what is wrong: it would be no proof if everything came out."""

from datetime import date

import pytest

from .opened import Opened, numbers_on

INPUTS = [("done", 3.0), ("whole", 4.0), ("one", 1.0), ("one", 2.0)]


@pytest.mark.parametrize(
    ("value", "expression"),
    [
        (0.75, "done / whole"),
        (3.0, "sum(one)"),
        (2, "count(one)"),
        (0, "max(0, done - whole)"),
        (-1, "-count(done)"),
        (100, "done if whole - whole else 100"),
        (75.0, "rounded(done / whole * 100, 1)"),
    ],
)
def test_a_number_comes_out_of_its_inputs(value, expression):
    assert Opened(value, expression, INPUTS, []).comes_out()


@pytest.mark.parametrize(
    ("value", "expression"), [(0.76, "done / whole"), (4, "sum(one)"), (None, "sum(one)")]
)
def test_a_wrong_number_does_not(value, expression):
    assert not Opened(value, expression, INPUTS, []).comes_out()


def test_days_are_counted():
    inputs = [("until", date(2026, 3, 5)), ("since", date(2026, 3, 1))]
    assert Opened(5, "max(1, days(until - since) + 1)", inputs, []).comes_out()


def test_a_figure_that_does_not_open_is_found():
    shut = '<ul class="figures"><li><b>12</b>x</li><li><b>no data</b>y</li></ul>'
    page = f'<main>{shut}<a class="opens" href="z">3</a></main>'
    assert sorted(numbers_on(page)) == ["", "z"]
