"""The forecast against what can be said in closed form."""

import itertools
import time

import numpy as np
import pytest

from ratusha.steering.formulas.forecast import NotAGraph, Risk, Stage, forecast, in_order
from ratusha.steering.formulas.three_point import History, ThreePoint

RUNS = 10_000


def uniform(low=0.0, high=1.0):
    return ThreePoint(low, (low + high) / 2, high, "uniform")


def fixed(days):
    return ThreePoint(days, days, days)


def close(sample, mean, variance):
    """Within three standard errors of the mean, and of the variance of a sample that is not heavy in its tails."""
    assert abs(sample.mean() - mean) <= 3 * np.sqrt(variance / len(sample))
    fourth = ((sample - sample.mean()) ** 4).mean()
    assert abs(sample.var() - variance) <= 3 * np.sqrt((fourth - variance**2) / len(sample))


@pytest.mark.parametrize("shape", ["pert", "triangular", "uniform"])
def test_one_stage_has_the_mean_and_variance_of_its_formula(shape):
    duration = ThreePoint(2, 4, 12, shape)
    found = forecast([Stage("a", duration)], runs=RUNS)
    close(found.ends, duration.mean, duration.variance)


@pytest.mark.parametrize("number", [2, 3, 5, 10])
def test_the_longest_of_n_equal_stages_side_by_side(number):
    found = forecast([Stage(str(n), uniform()) for n in range(number)], runs=RUNS, rho=0)
    close(found.ends, number / (number + 1), number / ((number + 1) ** 2 * (number + 2)))


def test_variances_of_independent_stages_in_a_row_add():
    parts = [ThreePoint(2, 4, 12), ThreePoint(1, 5, 6), ThreePoint(3, 3, 10, "triangular")]
    stages = [Stage(str(n), part, (str(n - 1),) if n else ()) for n, part in enumerate(parts)]
    found = forecast(stages, runs=RUNS, rho=0)
    close(found.ends, sum(p.mean for p in parts), sum(p.variance for p in parts))


def test_a_common_factor_widens_the_spread_and_leaves_the_mean():
    stages = [Stage(str(n), ThreePoint(2, 4, 12), (str(n - 1),) if n else ()) for n in range(20)]
    alone, together = forecast(stages, runs=RUNS, rho=0), forecast(stages, runs=RUNS, rho=0.3)
    assert together.ends.mean() == pytest.approx(alone.ends.mean(), rel=0.01)
    assert together.ends.var() > 3 * alone.ends.var()


def test_a_certain_risk_moves_the_end_by_exactly_its_delay():
    stages = [Stage("a", ThreePoint(2, 4, 12)), Stage("b", ThreePoint(1, 2, 3), ("a",))]
    without = forecast(stages, runs=500)
    certain = forecast(stages, [Risk("r", "b", 1.0, delay=7, cost=5)], runs=500)
    assert certain.ends - without.ends == pytest.approx(np.full(500, 7))
    assert certain.costs - without.costs == pytest.approx(np.full(500, 5))


def test_without_spread_the_end_is_the_length_of_the_critical_path():
    stages = [
        Stage("a", fixed(3)),
        Stage("b", fixed(5)),
        Stage("c", fixed(4), ("a", "b")),
        Stage("d", fixed(1), ("a",)),
    ]
    found = forecast(stages, runs=10)
    assert set(found.ends) == {9}
    assert found.critical == {"a": 0, "b": 1, "c": 1, "d": 0}
    assert found.merge_bias == 0


def test_paths_that_meet_end_later_than_their_means_say():
    found = forecast([Stage("a", uniform()), Stage("b", uniform())], runs=RUNS, rho=0)
    assert found.merge_bias == pytest.approx(2 / 3 - 1 / 2, abs=0.01)
    assert found.critical["a"] + found.critical["b"] == pytest.approx(1)


@pytest.mark.parametrize("seed", range(12))
def test_the_critical_path_is_the_longest_path_found_by_trying_all(seed):
    random = np.random.default_rng(seed)
    days = {str(n): int(random.integers(1, 9)) for n in range(int(random.integers(3, 11)))}
    after = {b: tuple(a for a in days if int(a) < int(b) and random.random() < 0.4) for b in days}
    stages = [Stage(code, fixed(length), after[code]) for code, length in days.items()]
    longest = max(
        sum(days[code] for code in path)
        for size in range(1, len(days) + 1)
        for path in itertools.combinations(days, size)
        if all(a in after[b] for a, b in itertools.pairwise(path))
    )
    found = forecast(stages, runs=3)
    assert set(found.ends) == {longest}
    assert sum(days[c] for c, share in found.critical.items() if share == 1) >= longest


def test_the_order_in_which_stages_are_written_changes_nothing_in_the_graph():
    stages = [Stage("b", fixed(2), ("a",)), Stage("a", fixed(1))]
    assert [stage.code for stage in in_order(stages)] == ["a", "b"]


def test_stages_that_wait_for_each_other_are_refused():
    with pytest.raises(NotAGraph, match="each other"):
        forecast([Stage("a", fixed(1), ("b",)), Stage("b", fixed(1), ("a",))])
    with pytest.raises(NotAGraph, match="which is not"):
        forecast([Stage("a", fixed(1), ("x",))])


def test_one_s_own_history_is_drawn_from_once_there_is_enough():
    with pytest.raises(ValueError, match="30"):
        History((1.0,) * 29)
    found = forecast([Stage("a", History(tuple(float(n) for n in range(1, 31))))], runs=RUNS)
    assert set(found.ends) <= set(range(1, 31))
    close(found.ends, 15.5, (30**2 - 1) / 12)


def test_the_same_seed_gives_the_same_forecast():
    stages = [Stage("a", ThreePoint(2, 4, 12))]
    assert (
        forecast(stages, seed=5, runs=50).ends.tolist()
        == forecast(stages, seed=5, runs=50).ends.tolist()
    )
    assert (
        forecast(stages, seed=5, runs=50).ends.tolist()
        != forecast(stages, seed=6, runs=50).ends.tolist()
    )


def test_chances_and_percentiles_agree():
    found = forecast([Stage("a", ThreePoint(2, 4, 12), cost=10, cost_a_day=2)], runs=RUNS)
    assert found.chance_by(found.end(80)) == pytest.approx(0.8, abs=0.001)
    assert found.cost(50) == pytest.approx(10 + 2 * found.end(50))


def test_ten_thousand_runs_of_two_hundred_stages_are_a_matter_of_seconds():
    random = np.random.default_rng(3)
    stages = [
        Stage(
            str(n),
            ThreePoint(2, 4, 12),
            tuple({str(int(p)) for p in random.integers(0, n, 2)} if n else ()),
        )
        for n in range(200)
    ]
    start = time.process_time()
    forecast(stages, runs=10_000)
    assert (
        time.process_time() - start < 6
    )  # well under 2 s on a quiet machine: ./ratusha bench index
