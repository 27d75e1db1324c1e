"""What must hold for every index, whatever its figures."""

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from ratusha.steering.index import data, reading
from ratusha.steering.index.aggregate import METHODS, WEIGHTED, aggregate
from ratusha.steering.index.compute import compute
from ratusha.steering.index.mistakes import Mistaken
from ratusha.steering.index.ranks import rank, rounded

FIGURE = st.integers(1, 1000).map(lambda n: n / 8)  # exact as binary fractions
COLUMNS = st.lists(st.tuples(FIGURE, FIGURE), min_size=3, max_size=8)
SPREAD = ("minmax", "zscore", "rankscore")


def worked(text, rows):
    table = "unit,x,y\n" + "".join(f"U{at},{x!r},{y!r}\n" for at, (x, y) in enumerate(rows))
    return compute(reading.read(text)[0], data.read(table)).value


def varied(rows):
    return all(len({row[at] for row in rows}) > 1 for at in (0, 1))


@settings(max_examples=60, deadline=None)
@given(COLUMNS, st.sampled_from(["more", "less"]), st.floats(0.1, 50), st.data())
def test_a_better_input_never_lowers_the_value(rows, direction, step, more):
    at = more.draw(st.integers(0, len(rows) - 1))
    inputs = f"{{x: {{dir: {direction}, min: 0, max: 200}}, y: {{min: 0, max: 200}}}}"
    spec = f"index: a\ninputs: {inputs}\nsteps: [goalpost, {{agg: geometric}}]\n"
    changed = list(rows)
    changed[at] = (rows[at][0] + step, rows[at][1])
    before, after = worked(spec, rows)[at], worked(spec, changed)[at]
    better = after - before if direction == "more" else before - after
    assume(not np.isnan([before, after]).any())
    assert better >= -1e-12


@settings(max_examples=60, deadline=None)
@given(COLUMNS, st.floats(0.001, 1000), st.floats(-500, 500), st.sampled_from(SPREAD))
def test_another_unit_of_measure_changes_nothing(rows, times, plus, method):
    assume(varied(rows))
    spec = f"index: a\ninputs: [x, y]\nsteps: [{method}, {{agg: mean}}]\n"
    changed = [(x * times + plus, y) for x, y in rows]
    assert worked(spec, changed) == pytest.approx(worked(spec, rows), abs=1e-6)


@settings(max_examples=40, deadline=None)
@given(COLUMNS, st.sampled_from(SPREAD), st.data())
def test_equal_inputs_give_equal_values(rows, method, more):
    assume(varied(rows))
    twin = more.draw(st.sampled_from(rows))
    spec = f"index: a\ninputs: [x, y]\nsteps: [{method}, {{agg: mean}}]\n"
    found = worked(spec, [*rows, twin])
    assert found[rows.index(twin)] == found[-1]


@settings(max_examples=40, deadline=None)
@given(COLUMNS, FIGURE, FIGURE)
def test_one_more_unit_does_not_move_scores_between_goalposts(rows, x, y):
    spec = "index: a\ninputs: {x: {min: 0, max: 125}, y: {min: 0, max: 125}}\nsteps: [goalpost, {agg: geometric}]\n"
    assert worked(spec, [*rows, (x, y)])[:-1].tolist() == worked(spec, rows).tolist()


@pytest.mark.parametrize(
    ("steps", "depends"),
    [
        ("[goalpost, {agg: mean}]", False), ("[{minmax: {min: 0, max: 9}}, {agg: mean}]", False),
        ("[minmax, {agg: mean}]", True), ("[zscore, {agg: mean}]", True), ("[rankscore, {agg: mean}]", True),
        ("[goalpost, {agg: mean}, zscore]", True),
    ],
)  # fmt: skip
def test_a_method_whose_values_hang_on_who_is_compared_says_so(steps, depends):
    text = f"index: a\ninputs: {{x: {{min: 0, max: 9}}, y: {{min: 0, max: 9}}}}\nsteps: {steps}\n"
    assert reading.read(text)[0].depends_on_others is depends
    rows = [(1, 2), (4, 3), (6, 5)]
    moved = worked(text, [*rows, (8.5, 9)])[:-1].tolist() != worked(text, rows).tolist()
    assert moved is depends


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(1, 50), min_size=2, max_size=6))
def test_weights_sum_to_one_or_are_refused(parts):
    total = sum(parts)
    right = ", ".join(f"x{at}: {{w: {part}/{total}}}" for at, part in enumerate(parts))
    wrong = ", ".join(f"x{at}: {{w: {part}/{total + 1}}}" for at, part in enumerate(parts))
    assert reading.read(f"index: a\ntree: {{{right}}}\n")
    with pytest.raises(Mistaken, match="sum to"):
        reading.read(f"index: a\ntree: {{{wrong}}}\n")


@settings(max_examples=60, deadline=None)
@given(st.lists(st.floats(0.01, 1), min_size=2, max_size=6), st.data())
def test_a_mean_lies_between_the_parts_and_means_are_in_their_order(parts, more):
    raw = more.draw(st.lists(st.floats(0.1, 1), min_size=len(parts), max_size=len(parts)))
    weights = np.array(raw) / sum(raw)
    values = np.array([parts])
    found = {
        m: aggregate(m, values, weights[None, :])[0] for m in ("harmonic", "geometric", "mean")
    }
    assert min(parts) - 1e-9 <= found["harmonic"] <= found["geometric"] + 1e-9
    assert found["geometric"] <= found["mean"] + 1e-9 <= max(parts) + 2e-9


@pytest.mark.parametrize("method", ["geometric", "harmonic"])
def test_one_part_of_nought_makes_the_mean_nought(method):
    assert aggregate(method, np.array([[0.0, 1.0]]), np.array([[0.5, 0.5]]))[0] == 0


@settings(max_examples=30, deadline=None)
@given(st.sampled_from(METHODS), st.data())
def test_many_weightings_at_once_are_the_same_as_one_after_another(method, more):
    shape = st.lists(st.floats(0, 1), min_size=3, max_size=3)
    values = np.array(more.draw(st.lists(shape, min_size=2, max_size=4)))
    if more.draw(st.booleans()):
        values[0, 1] = np.nan
    raw = np.array(
        more.draw(
            st.lists(st.lists(st.floats(0.1, 1), min_size=3, max_size=3), min_size=2, max_size=3)
        )
    )
    weights = raw / raw.sum(axis=1, keepdims=True)
    together = aggregate(method, values, weights[:, None, :])
    for place, one in enumerate(weights):
        single = aggregate(method, values, np.broadcast_to(one, values.shape))
        assert together[place] == pytest.approx(single, nan_ok=True)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.integers(0, 5), min_size=1, max_size=9))
def test_ranks_are_those_of_counting(figures):
    column = np.array(figures, dtype=float)
    assert rank(column, "competition").tolist() == [
        1 + sum(v < one for v in figures) for one in figures
    ]
    assert rank(column, "dense").tolist() == [
        1 + len({v for v in figures if v < one}) for one in figures
    ]
    assert rank(column, "average").sum() == len(figures) * (len(figures) + 1) / 2


def test_rounding_is_that_of_the_decimal_number():
    assert rounded(2.675, 2, "half_up") == 2.68
    assert rounded(0.1 + 0.2, 1) == 0.3
    assert rounded(0.125, 2) == 0.12
    assert rounded(123456, 2, significant=True) == 120000
    assert rounded(-0.5, 0, "half_up") == -1


def test_weighted_methods_are_among_the_methods():
    assert set(WEIGHTED) < set(METHODS)
