"""No small cell can be read or computed: an independent solver looks for what the shown numbers leave open."""

import highspy
import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ratusha.committee.cells import (
    LEAST,
    OTHERS,
    SUM,
    WHOLE,
    counted,
    fit,
    folded,
    protected,
    shown_results,
)

MOST = 100_000.0  # more than any sum here
ROWS, COLUMNS = st.sampled_from("abcd"), st.sampled_from("wxyz")
OF_DIFFERENT_PEOPLE = st.dictionaries(st.tuples(ROWS, COLUMNS), st.integers(1, 40), min_size=1).map(
    lambda cells: [(*key, (key, n)) for key, count in cells.items() for n in range(count)]
)
OF_THE_SAME_PEOPLE = st.lists(st.tuples(ROWS, COLUMNS, st.integers(1, 12)), min_size=1, max_size=90)


def bounds(table, key):
    """The least and the most that the cell may be, when all shown cells and sums are known."""
    keys = list(table.shown)
    place = {one: index for index, one in enumerate(keys)}
    found = []
    for sense in (1.0, -1.0):
        solver = highspy.Highs()
        solver.setOptionValue("threads", 1)  # as everywhere: the threads of a process are set once
        solver.silent()
        for one in keys:
            value = table.shown[one]
            low, high = (0.0, MOST) if value is None else (value, value)
            solver.addVar(low, high)
            solver.changeColCost(place[one], sense if one == key else 0.0)
        lines = [
            [(row, column) for column in (*table.columns, SUM)] for row in (*table.rows, SUM)
        ] + [[(row, column) for row in (*table.rows, SUM)] for column in (*table.columns, SUM)]
        for line in lines:
            parts = np.array([place[one] for one in line])
            signs = np.array([1.0] * (len(line) - 1) + [-1.0])
            solver.addRow(0.0, 0.0, len(line), parts, signs)
        solver.run()
        assert solver.getModelStatus() == highspy.HighsModelStatus.kOptimal
        found.append(solver.getSolution().col_value[place[key]])
    return found


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.one_of(OF_DIFFERENT_PEOPLE, OF_THE_SAME_PEOPLE))
def test_no_small_cell_can_be_computed_from_what_is_shown(told):
    cells = counted(told)
    table = protected(cells)
    for key, cell in cells.items():
        if cell.people >= LEAST:
            continue
        assert table.shown[key] is None
        low, high = bounds(table, key)
        assert high - low >= LEAST


@settings(deadline=None)
@given(st.one_of(OF_DIFFERENT_PEOPLE, OF_THE_SAME_PEOPLE))
def test_no_shown_number_is_wrong_and_a_table_without_small_cells_is_shown_whole(told):
    cells = counted(told)
    table = protected(cells)
    for key, value in table.shown.items():
        assert value is None or value == (cells[key].count if key in cells else 0)
    assert table.shown[SUM, SUM] in {None, len(told)}
    if all(cell.people >= LEAST for cell in cells.values()):
        assert table.hidden == 0


def test_one_person_in_five_cells_is_one_person_in_their_sum():
    cells = counted([("a", topic, "the same") for topic in "vwxyz"])
    assert (cells["a", SUM].count, cells["a", SUM].people) == (5, 1)
    assert set(protected(cells).shown.values()) == {None}


@pytest.mark.parametrize(
    ("took_part", "counts", "shown"),
    [
        (30, [20, 10, 0], True),
        (30, [27, 3], False),  # three are few
        (30, [28, 12], False),  # two did not choose the first
        (4, [], False),
        (0, [], True),
        (12, [12, 0], True),
    ],
)
def test_a_result_is_shown_when_no_part_and_no_remainder_is_of_few(took_part, counts, shown):
    assert shown_results(took_part, counts) is shown


def of(*cells):
    """Cases from (row, column, how many), each by another person."""
    return [(row, column, (row, column, n)) for row, column, many in cells for n in range(many)]


def test_what_is_rare_is_put_together_and_no_longer_hides_the_rest():
    cases = of(("a", "w", 30), ("b", "w", 30), ("a", "x", 12), ("a", "y", 3), ("a", "z", 2))
    assert protected(counted(cases)).is_blank
    table = protected(fit(cases))
    assert table.columns == (OTHERS, "w", "x")
    assert table.at("a", OTHERS) == 5
    assert table.at("b", "w") == 30


def test_one_rare_topic_takes_the_smallest_of_the_others_with_it():
    assert {column for _row, column, _who in folded(of(("a", "w", 9), ("a", "x", 7), ("a", "y", 2)))} == {
        OTHERS, "w",
    }  # fmt: skip


def test_where_districts_would_tell_of_few_there_is_one_table_without_them():
    cases = of(("a", "w", 4), ("a", "x", 4), ("b", "w", 4), ("b", "x", 4))
    table = protected(fit(cases))
    assert (table.rows, table.at(WHOLE, "w"), table.hidden) == ((WHOLE,), 8, 0)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(OF_DIFFERENT_PEOPLE)
def test_a_fitted_table_shows_no_small_cell_and_hides_all_only_where_all_are_few(cases):
    cells = fit(cases)
    table = protected(cells)
    assert all(
        value in {None, 0} or cells[key].people >= LEAST for key, value in table.shown.items()
    )
    assert table.is_blank == (len(cases) < LEAST)
