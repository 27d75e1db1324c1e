"""Survival curves: what must be true of any cases, and the textbook example."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from ratusha.statistics.survival import ENOUGH, Lives, curve, ends_within, kept


def ended(days: int, cases: int = 1) -> Lives:
    return Lives(days, finished=True, cases=cases)


def running(days: int, cases: int = 1) -> Lives:
    return Lives(days, finished=False, cases=cases)


lives = st.lists(
    st.builds(Lives, st.integers(0, 400), st.booleans(), st.integers(1, 5)), max_size=60
)
finished = st.lists(
    st.builds(Lives, st.integers(0, 400), finished=st.just(value=True)), min_size=ENOUGH
)


@given(lives)
def test_the_share_still_open_only_falls_and_stays_a_share(cases):
    points = curve(cases)
    shares = [share for _day, share in points]
    assert shares == sorted(shares, reverse=True)
    assert all(0 <= share <= 1 for share in shares)
    assert [day for day, _share in points] == sorted({day for day, _share in points})


@given(finished)
def test_without_running_cases_the_promise_is_kept_by_nine_of_ten_and_a_day_less_is_not(cases):
    within = ends_within(cases)
    ended = sum(one.days <= within for one in cases)
    earlier = sum(one.days < within for one in cases)
    assert ended * 10 >= len(cases) * 9
    assert earlier * 10 < len(cases) * 9


@given(finished, lives)
def test_a_running_case_never_makes_the_promise_shorter(cases, others):
    running = [Lives(one.days, finished=False, cases=one.cases) for one in others]
    alone, together = ends_within(cases), ends_within([*cases, *running])
    assert together is None or together >= alone


@given(lives)
def test_the_order_of_cases_does_not_matter(cases):
    assert curve(cases) == curve(list(reversed(cases)))


@given(lives)
def test_cases_told_one_by_one_are_the_same_as_cases_told_together(cases):
    one_by_one = [Lives(one.days, one.finished) for one in cases for _number in range(one.cases)]
    assert [d for d, _s in curve(one_by_one)] == [d for d, _s in curve(cases)]
    assert ends_within(one_by_one) == ends_within(cases)


@given(st.integers(0, 100), lives)
def test_no_more_promises_are_kept_than_judged(promised, cases):
    good, judged = kept(promised, cases)
    assert 0 <= good <= judged <= sum(one.cases for one in cases)


def test_the_textbook_example():
    """Six cases: ended on days 1, 3 and 6, still running on days 2, 4 and 5."""
    cases = [
        ended(1), running(2), ended(3), running(4), running(5), ended(6),
    ]  # fmt: skip
    first = Fraction(5, 6)
    assert curve(cases) == [(1, first), (3, first * Fraction(3, 4)), (6, Fraction(0))]


def test_with_few_finished_cases_nothing_is_said():
    assert ends_within([ended(1, ENOUGH - 1), running(300, 1000)]) is None
    assert ends_within([ended(1, ENOUGH)]) == 1


def test_while_too_many_still_run_nothing_is_said():
    assert ends_within([ended(5, ENOUGH), running(6, ENOUGH)]) is None


def test_a_running_case_is_judged_only_when_it_has_outlived_the_promise():
    assert kept(10, [running(10), running(11), ended(10), ended(11)]) == (
        1,
        3,
    )
