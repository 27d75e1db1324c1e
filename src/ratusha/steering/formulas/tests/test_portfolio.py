"""The choice of measures against trying everything."""

import itertools
from dataclasses import replace

import numpy as np
import pytest

from ratusha.steering.formulas.portfolio import (
    Candidate,
    Impossible,
    Problem,
    frontier,
    left,
    price,
    reasons,
    robustness,
    solve,
)

BUDGET = (2027, "republican")


def problem(seed, number, share=0.4):
    random = np.random.default_rng(seed)
    candidates = tuple(
        Candidate(
            code=f"M{n}",
            value=float(random.integers(1, 100)),
            costs={BUDGET: float(random.integers(5, 60)), (2028, "local"): float(random.integers(0, 30))},
            risk=float(random.integers(0, 20)),
            group=f"S{n % 3}",
            after=(f"M{int(random.integers(0, n))}",) if n and random.random() < 0.3 else (),
        )
        for n in range(number)
    )  # fmt: skip
    budgets = {
        line: share * sum(one.costs[line] for one in candidates)
        for line in (BUDGET, (2028, "local"))
    }
    return Problem(candidates, budgets, at_least={"S1": 1}, risk_aversion=0.5)


def allowed(some, task):
    codes = {one.code for one in some}
    return (
        all(code in codes for one in some for code in one.after)
        and all(
            sum(one.costs[line] for one in some) <= limit + 1e-9
            for line, limit in task.budgets.items()
        )
        and all(sum(one.group == g for one in some) >= n for g, n in task.at_least.items())
    )


def by_trying_all(task):
    return max(
        (
            sum(task.worth(one, 0) for one in some)
            for size in range(len(task.candidates) + 1)
            for some in itertools.combinations(task.candidates, size)
            if allowed(some, task)
        ),
        default=None,
    )


def greedy(task):
    chosen = []
    for one in sorted(task.candidates, key=lambda c: -task.worth(c, 0) / sum(c.costs.values())):
        if task.worth(one, 0) > 0 and allowed([*chosen, one], replace(task, at_least={})):
            chosen.append(one)
    return sum(task.worth(one, 0) for one in chosen)


@pytest.mark.parametrize("seed", range(10))
def test_the_choice_is_the_best_of_all_choices(seed):
    task = problem(seed, 11)
    found = solve(task)
    assert found.proven
    assert found.value == pytest.approx(by_trying_all(task))
    assert allowed([one for one in task.candidates if one.code in found], task)


@pytest.mark.parametrize("seed", range(5))
def test_no_choice_is_worse_than_greed_or_better_than_measures_in_part(seed):
    task = replace(problem(seed, 30), at_least={})
    best = solve(task).value
    assert greedy(task) - 1e-6 <= best <= solve(task, relaxed=True).value + 1e-6


def test_more_money_never_lowers_the_best():
    values = [value for _, value in frontier(problem(1, 25), [0.5, 0.75, 1, 1.25, 1.5])]
    assert values == sorted(values)


def test_eighty_two_measures_with_precedence_are_solved_to_the_proven_best():
    found = solve(problem(7, 82))
    assert found.proven
    assert found.value == pytest.approx(solve(problem(7, 82)).value)


def test_a_measure_that_an_act_demands_is_in():
    task = Problem(
        (Candidate("dear", 1, {BUDGET: 9}, mandatory=True), Candidate("good", 50, {BUDGET: 5})),
        {BUDGET: 10},
    )
    assert set(solve(task).chosen) == {"dear"}
    with pytest.raises(Impossible):
        solve(replace(task, budgets={BUDGET: 8}))


def test_a_reason_is_told_for_every_measure_that_is_not_chosen():
    task = Problem(
        (
            Candidate("a", 1000, {BUDGET: 8}, group="S1", effort={2027: 3}),
            Candidate("b", 10, {BUDGET: 5}),
            Candidate("c", 10, {BUDGET: 1}, after=("b",)),
            Candidate("d", 10, {BUDGET: 1}),
            Candidate("e", 90, {BUDGET: 1}, effort={2027: 2}),
            Candidate("f", -1, {BUDGET: 1}),
            Candidate("g", 5, {BUDGET: 1}, group="S1"),
        ),
        {BUDGET: 9},
        people={2027: 4},
        at_most={"S1": 1},
        exclusive=(("a", "d"),),
    )
    found = solve(task)
    assert set(found.chosen) == {"a"}
    assert left(task, found) == {BUDGET: 1}
    told = {
        code: [(r.kind, r.what, r.short_of) for r in why]
        for code, why in reasons(task, found).items()
    }
    assert told == {
        "b": [("money", "2027 republican", 4)],
        "c": [("waits_for", "b", 0)],
        "d": [("excluded_by", "a", 0)],
        "e": [("people", "2027", 1)],
        "f": [("worth", "", 0)],
        "g": [("limit", "S1", 0)],
    }
    assert price(task, found, "e") == pytest.approx(1000 - (90 + 10 + 10 + 10 + 5))


def test_a_measure_may_begin_later_and_is_worth_less_then():
    task = Problem(
        (
            Candidate("a", 10, {(2027, "x"): 5}),
            Candidate("b", 9, {(2027, "x"): 5}, put_off=1, after=("a",)),
        ),
        {(2027, "x"): 5, (2028, "x"): 5},
        discount=0.5,
    )
    found = solve(task)
    assert found.chosen == {"a": 0, "b": 1}
    assert found.value == pytest.approx(10 + 9 / 1.5)


def test_what_is_chosen_in_most_noisy_runs_is_robust():
    task = Problem(
        tuple(Candidate(str(n), value, {BUDGET: 5}) for n, value in enumerate((100, 52, 50, 1))),
        {BUDGET: 10},
    )
    found = robustness(task, runs=60)
    assert found["0"] == 1
    assert found["3"] == 0
    assert 0 < found["2"] < found["1"] < 1
