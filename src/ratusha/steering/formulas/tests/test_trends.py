"""Lines, damped trends and curves: against what is known of them, and how often their bands keep."""

from itertools import pairwise
from math import isclose

import numpy as np
import pytest

from ratusha.steering.formulas.trends import (
    METHODS,
    NORMAL,
    _t,
    calibration,
    damped,
    linear,
    logistic,
)


@pytest.mark.parametrize("method", METHODS.values(), ids=METHODS)
def test_three_values_are_too_few_to_say_anything(method):
    assert method([0.1, 0.2, 0.3], 2) is None


def test_a_straight_line_goes_on_without_a_band():
    forecast = linear([1, 3, 5, 7], 3)
    assert [round(one.middle, 9) for one in forecast] == [9, 11, 13]
    assert all(isclose(one.low, one.high, abs_tol=1e-9) for one in forecast)


def test_the_band_of_a_line_is_that_of_the_textbook():
    """Y = 2, 4, 5, 4, 5: slope 0.6, middle at the next 5.8, residual spread sqrt(2.4 / 3), width by hand."""
    (first,) = linear([2, 4, 5, 4, 5], 1)
    half = 1.638 * (2.4 / 3) ** 0.5 * (1 + 1 / 5 + 9 / 10) ** 0.5
    assert isclose(first.middle, 5.8)
    assert isclose(first.high - first.middle, half, rel_tol=1e-9)


@pytest.mark.parametrize("method", [linear, damped], ids=["linear", "damped"])
def test_bands_widen_with_time(method):
    drawn = np.random.default_rng(1).normal(0, 1, 20).cumsum()
    widths = [one.high - one.low for one in method(list(drawn), 6)]
    assert widths == sorted(widths)


def test_a_damped_trend_rises_less_with_each_step():
    middles = [one.middle for one in damped([1, 2, 3, 4, 5, 6], 5)]
    steps = np.diff([6, *middles])
    assert all(0 < later < earlier for earlier, later in pairwise(steps))


def test_a_share_never_leaves_its_bounds():
    forecast = logistic([0.6, 0.75, 0.83, 0.9, 0.93], 30)
    assert all(0 < one.low < one.middle < one.high < 1 for one in forecast)


def test_a_logistic_curve_is_found_again():
    curve = [1 / (1 + np.exp(-(0.4 * at - 2))) for at in range(12)]
    assert isclose(logistic(curve[:8], 4)[-1].middle, curve[-1], rel_tol=1e-6)


def test_what_is_no_share_has_no_curve():
    assert logistic([0, 0.5, 0.7, 0.8], 1) is None


def test_eight_of_ten_bands_keep_where_the_future_is_like_the_past():
    drawn = np.random.default_rng(7)
    kept = judged = 0
    for _series in range(300):
        values = list(0.5 * np.arange(16) + drawn.normal(0, 1, 16))
        good, of = calibration(values, linear)
        kept, judged = kept + good, judged + of
    assert judged == 300 * 12
    assert 0.77 < kept / judged < 0.83


def test_students_t_falls_to_the_normal():
    assert _t(1) > _t(2) > _t(30) > _t(31) == NORMAL
