"""Rules T01 to T04, each with what passes and what fails; gaps by quarter; cells that are told."""

from datetime import date

import pytest

from ratusha.systems.offices.rules import (
    FEWEST,
    Gap,
    Need,
    certificate_on,
    check_certificate,
    check_load,
    check_plan,
    gaps,
    quarter_of,
    require_competence,
    told,
)

NEEDS = [Need("architect", 3, 2, "2027-Q1"), Need("analyst", 1, 1, "2027-Q1")]


def test_a_higher_level_does_the_work_of_a_lower_one():
    found = {one.role: one for one in gaps(NEEDS, {"architect": [4, 2], "analyst": [4]})}
    assert found["architect"] == Gap("architect", 3, "2027-Q1", need=2, have=1)
    assert (found["architect"].missing, found["analyst"].missing) == (1, 0)


def test_needs_of_several_measures_are_added_quarter_by_quarter():
    needs = [
        Need("data", 2, 1, "2027-Q1", "A"),
        Need("data", 2, 2, "2027-Q1", "B"),
        Need("data", 2, 1, "2026-Q4"),
    ]
    assert [(one.quarter, one.need) for one in gaps(needs, {})] == [("2026-Q4", 1), ("2027-Q1", 3)]


def test_t01_an_office_without_the_competence_does_not_carry_out():
    assert [one.code for one in require_competence(NEEDS, {"architect": [3]})] == ["T01", "T01"]
    assert require_competence(NEEDS, {"architect": [3, 4], "analyst": [1]}) == []


@pytest.mark.parametrize(("load", "wrong"), [(120, False), (121, True), (0, False)])
def test_t02_nobody_works_more_than_a_hundred_and_twenty_per_cent(load, wrong):
    assert bool(check_load({"2027-Q1": load})) is wrong


@pytest.mark.parametrize(
    ("on", "holds"),
    [
        (date(2026, 1, 1), True), (date(2026, 12, 31), True), (date(2025, 12, 31), False),
        (date(2027, 1, 1), False),
    ],
)  # fmt: skip
def test_t03_a_certificate_holds_on_the_day_of_the_contract(on, holds):
    assert (check_certificate(date(2026, 1, 1), date(2026, 12, 31), on) == []) is holds
    assert check_certificate(date(2026, 1, 1), None, date(2099, 1, 1)) == []


def test_t04_each_gap_has_a_line_in_the_plan():
    missing = gaps(NEEDS, {})
    assert [one.code for one in check_plan(missing, [])] == ["T04", "T04"]
    assert check_plan(missing, [("architect", 3), ("analyst", 2)]) == []
    assert len(check_plan(missing, [("architect", 2), ("analyst", 2)])) == 1
    assert check_plan(gaps(NEEDS, {"architect": [3, 3], "analyst": [3]}), []) == []


def test_a_cell_of_fewer_than_five_is_not_told_nor_worked_out():
    cells = told({("data", 0): 9, ("data", 1): 4, ("data", 2): 6, ("analyst", 1): 5})
    assert cells["data", 1] is None
    assert cells["data", 2] is None  # else the total would tell
    assert cells["data", 0] == 9
    assert cells["analyst", 1] == FEWEST
    assert cells["analyst", 0] == 0
    two = told({("data", 0): 9, ("data", 1): 4, ("data", 2): 3})
    assert (two["data", 0], two["data", 1], two["data", 2]) == (9, None, None)


@pytest.mark.parametrize(
    ("day", "quarter"),
    [(date(2026, 1, 1), "2026-Q1"), (date(2026, 3, 31), "2026-Q1"), (date(2026, 12, 1), "2026-Q4")],
)
def test_a_day_has_its_quarter(day, quarter):
    assert quarter_of(day) == quarter


@pytest.mark.parametrize(
    ("since", "until", "stands"),
    [
        (date(2026, 9, 2), None, "not_yet"), (date(2026, 9, 1), None, "holds"),
        (date(2020, 1, 1), date(2026, 8, 31), "ended"),
        (date(2020, 1, 1), date(2026, 9, 1), "soon"), (date(2020, 1, 1), date(2026, 11, 30), "soon"),
        (date(2020, 1, 1), date(2026, 12, 1), "holds"),
    ],
)  # fmt: skip
def test_a_certificate_holds_ends_soon_or_has_ended(since, until, stands):
    assert certificate_on(since, until, date(2026, 9, 1)) == stands
