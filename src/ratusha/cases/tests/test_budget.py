"""The time budget: each day of a case belongs to exactly one holder."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ratusha.cases.budget import attribute, budget_of, budgets
from ratusha.cases.rules import Holder

from .factories import CaseFactory

A, B, E, N = Holder.APPLICANT, Holder.BODY, Holder.OTHER_BODY, Holder.NOBODY
MONDAY = date(2026, 3, 2)


def day(number):
    return MONDAY + timedelta(number)


@pytest.mark.parametrize(
    ("steps", "until", "found"),
    [
        ([(0, B)], 0, {}),  # decided on the day
        ([(0, B)], 5, {B: 5}),
        ([(0, B), (2, A), (7, B)], 9, {B: 4, A: 5}),
        ([(0, B), (1, A), (1, E), (3, B)], 3, {B: 1, E: 2}),  # passed on within the day
        ([(0, B), (4, N), (10, B)], 12, {B: 6, N: 6}),  # finished, and considered anew
        ([(0, B), (4, N), (9, N)], 4, {B: 4}),  # what follows the end is not of the case
        ([(0, B), (6, A), (3, B)], 8, {B: 8}),  # a note that came late
    ],
)
def test_a_day_belongs_to_who_held_the_case_when_it_began(steps, until, found):
    assert attribute([(day(on), holder) for on, holder in steps], day(until)) == found


@given(
    st.lists(st.tuples(st.integers(0, 400), st.sampled_from(Holder)), min_size=1, max_size=30),
    st.integers(0, 400),
    st.booleans(),
)
def test_the_parts_are_the_whole(steps, until, in_order):
    steps = sorted(steps, key=lambda step: step[0]) if in_order else steps
    found = attribute([(day(on), holder) for on, holder in steps], day(until))
    assert sum(found.values()) == max(0, until - steps[0][0])
    assert all(days > 0 for days in found.values())


@given(
    st.lists(st.tuples(st.integers(0, 60), st.sampled_from(Holder)), min_size=1, max_size=12),
    st.integers(0, 80),
)
def test_day_by_day_it_comes_to_the_same(steps, until):
    """Counted naively: of each day, who held the case at its beginning."""
    steps = sorted(steps, key=lambda step: step[0])
    naive = dict.fromkeys(Holder, 0)
    for one in range(steps[0][0] + 1, until + 1):
        before = [holder for on, holder in steps if on < one]
        naive[before[-1]] += 1
    found = attribute([(day(on), holder) for on, holder in steps], day(until))
    assert found == {holder: days for holder, days in naive.items() if days}


def walked(*steps, **more):
    """A case with this history: (days after lodging, status)."""
    case = CaseFactory(**more)
    for after, status in steps:
        case.history.create(
            step="x", status=status, at=datetime(2026, 3, 2, 9, tzinfo=UTC) + timedelta(after)
        )
    return case


@pytest.mark.django_db
def test_a_running_case_is_told_until_today():
    assert budget_of(walked((0, "lodged"), (3, "in_work")), day(8)) == {B: 8}


@pytest.mark.django_db
def test_time_after_the_end_is_nobodys():
    case = walked((0, "lodged"), (3, "granted"), (5, "in_work"))  # considered anew
    assert budget_of(case, day(8)) == {B: 6, N: 2}


@pytest.mark.django_db
def test_means_are_told_of_five_cases_and_no_fewer():
    first = walked((0, "lodged"), (7, "granted"), granted=True)
    for after in (7, 7, 7):
        walked((0, "lodged"), (after, "granted"), granted=True, body_id=first.body_id)
    (budget,) = budgets(first.body_id, most=10)
    assert (budget.cases, budget.days) == (None, {})
    walked(
        (0, "lodged"),
        (2, "granted"),
        (4, "in_work"),
        (7, "granted"),
        granted=True,
        body_id=first.body_id,
    )
    (budget,) = budgets(first.body_id, most=10)
    assert budget.cases == 5
    assert budget.days[B] == pytest.approx((7 * 4 + 5) / 5)
    assert budget.days[A] == 0
    assert budget.days[N] is None  # one case only had such days


@pytest.mark.django_db
def test_of_another_body_nothing_is_told():
    for _number in range(5):
        walked((0, "lodged"), (7, "granted"), granted=True)
    assert budgets(CaseFactory().body_id, most=10) == []
