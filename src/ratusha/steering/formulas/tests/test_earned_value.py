import pytest
from hypothesis import given
from hypothesis import strategies as st

from ratusha.steering.formulas.conversion import needed_rate
from ratusha.steering.formulas.earned_value import EarnedValue, earned_schedule
from ratusha.steering.formulas.reference_class import uplift
from ratusha.steering.formulas.three_point import ThreePoint


def test_earned_value_of_the_worked_example():
    one = EarnedValue(budget=100, planned=50, earned=40, paid=45)
    assert one.schedule_index == pytest.approx(0.8)
    assert one.cost_index == pytest.approx(0.8889, abs=5e-5)
    assert (one.schedule_variance, one.cost_variance) == (-10, -5)
    assert one.estimate_at_completion == pytest.approx(112.5)
    assert one.variance_at_completion == pytest.approx(-12.5)
    assert one.index_needed_for_budget == pytest.approx(1.0909, abs=5e-5)
    assert one.index_needed_for_estimate == pytest.approx(0.8889, abs=5e-5)
    assert one.estimate_if_rest_as_planned == 105
    assert one.estimate_by_cost_and_schedule == pytest.approx(45 + 60 / (40 / 45 * 0.8))


def test_what_has_not_begun_has_no_index():
    one = EarnedValue(budget=100, planned=0, earned=0, paid=0)
    assert one.schedule_index is one.cost_index is one.estimate_at_completion is None
    assert one.variance_at_completion is one.estimate_by_cost_and_schedule is None
    assert one.index_needed_for_budget == 1


def test_everything_paid_leaves_nothing_to_need():
    assert EarnedValue(budget=100, planned=90, earned=80, paid=100).index_needed_for_budget is None


def test_earned_schedule_of_the_worked_example():
    found = earned_schedule([10 * month for month in range(1, 11)], earned=35, now=5)
    assert found.earned == pytest.approx(3.5)
    assert found.index == pytest.approx(0.7)
    assert found.end == pytest.approx(14.29, abs=0.005)


def test_all_is_earned_when_the_plan_first_reaches_the_whole():
    assert earned_schedule([50, 100, 100], earned=100, now=4).earned == 2
    assert earned_schedule([10, 20], earned=0, now=0).index is None


@given(st.lists(st.floats(1, 100), min_size=1, max_size=12), st.data())
def test_who_is_on_plan_has_an_index_of_one(steps, more):
    planned = [sum(steps[: at + 1]) for at in range(len(steps))]
    now = more.draw(st.integers(1, len(steps)))
    assert earned_schedule(planned, planned[now - 1], now).index == pytest.approx(1)


@pytest.mark.parametrize(
    ("shape", "mean", "variance"),
    [("pert", 5, 3), ("triangular", 6, 4.6667), ("uniform", 7, 100 / 12)],
)
def test_three_points_of_the_worked_example(shape, mean, variance):
    one = ThreePoint(2, 4, 12, shape)
    assert one.mean == pytest.approx(mean)
    assert one.variance == pytest.approx(variance, abs=5e-5)


def test_three_points_must_be_in_order():
    with pytest.raises(ValueError, match="order"):
        ThreePoint(5, 4, 12)


def test_the_rate_needed_for_three_quarters_by_2030():
    assert needed_rate(0.75, 1200, 420, 49.3) == pytest.approx(9.74, abs=0.005)
    assert needed_rate(0.75, 1200, 900, 49.3) == 0
    assert needed_rate(0.75, 1200, 420, 0) is None


def test_the_outside_view_needs_a_class():
    assert uplift([100] * 7, [120] * 7, 50) is None
    assert uplift([100] * 8, [100, 110, 120, 130, 140, 150, 160, 170], 50) == pytest.approx(0.35)
