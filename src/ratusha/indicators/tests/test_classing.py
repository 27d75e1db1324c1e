"""Where the edges of classes lie: found again by trying every possibility."""

from decimal import Decimal
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ratusha.indicators.classing import Way, limits, shade
from ratusha.ui.charts import class_of

FIGURES = st.lists(st.integers(0, 40).map(Decimal), min_size=1, max_size=9)


def spread(values):
    middle = sum(values) / len(values)
    return sum((value - middle) ** 2 for value in values)


def least_spread(ordered, number):
    """Over every way to cut the ordered values into so many parts."""
    cuts = combinations(range(1, len(ordered)), number - 1)
    return min(
        sum(spread(ordered[a:b]) for a, b in zip((0, *cut), (*cut, len(ordered)), strict=True))
        for cut in cuts
    )


@given(FIGURES)
def test_natural_breaks_differ_least_within_their_classes(values):
    edges = limits(Way.JENKS, values)
    inside = {}
    for value in values:
        inside.setdefault(class_of(value, edges), []).append(value)
    wanted = least_spread(sorted(values), min(5, len(set(values))))
    assert abs(sum(map(spread, inside.values())) - wanted) < Decimal("1e-9")


@given(FIGURES, st.sampled_from([Way.QUANTILES, Way.EQUAL, Way.JENKS]))
def test_each_value_has_a_class_and_more_is_never_lower(values, way):
    edges = limits(way, values)
    classes = [class_of(value, edges) for value in sorted(values)]
    assert classes[0] == 1
    assert classes == sorted(classes)
    assert classes[-1] <= len(edges) <= 5


def test_quantiles_hold_as_many_each_and_equal_steps_are_equal():
    ten = [Decimal(one) for one in range(10)]
    assert limits(Way.QUANTILES, ten) == [0, 2, 4, 6, 8]
    assert limits(Way.EQUAL, [Decimal(0), Decimal(3), Decimal(10)]) == [
        0, Decimal(10) / 3, Decimal(20) / 3,
    ]  # fmt: skip


def test_limits_of_the_passport_make_three_classes():
    fixed = (Decimal("0.9"), Decimal("0.99"))
    edges = limits(Way.FIXED, [Decimal("0.5"), Decimal("0.95"), Decimal(1)], fixed)
    assert [class_of(Decimal(one), edges) for one in ("0.5", "0.9", "0.99")] == [1, 2, 3]


def test_nothing_has_no_classes():
    assert limits(Way.JENKS, []) == []


@pytest.mark.parametrize(
    ("of", "shades"), [(1, [1]), (2, [1, 5]), (3, [1, 3, 5]), (5, [1, 2, 3, 4, 5])]
)
def test_the_lowest_class_is_the_lightest_and_the_highest_the_darkest(of, shades):
    assert [shade(number, of) for number in range(1, of + 1)] == shades
