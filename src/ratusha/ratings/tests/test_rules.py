"""What is said of an organisation, and how little: without a database."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ratusha.kernel.errors import DomainError
from ratusha.ratings import rules
from ratusha.ratings.belief import Belief, Tally, believe, spans
from ratusha.ratings.signs import chance_of, is_burst, repeated

busy = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=40)
SUMS = st.dictionaries(st.integers(4, 20), st.integers(1, 40), min_size=1)
ALL = Tally.of_sums({20: 50, 16: 30, 8: 10, 4: 10})


def belief(own, everybody=ALL):
    return believe(own, everybody, weight=10, certainty=0.95)


@busy
@given(SUMS)
def test_the_mean_is_the_formula_that_is_printed(sums):
    own = Tally.of_sums(sums)
    prior = ALL.total / ALL.count
    assert belief(own).mean == pytest.approx((10 * prior + own.total) / (10 + own.count))


@busy
@given(SUMS)
def test_the_mean_lies_between_all_and_one_s_own_and_inside_its_interval(sums):
    own = Tally.of_sums(sums)
    found = belief(own)
    ends = sorted((ALL.total / ALL.count, own.total / own.count))
    assert ends[0] - 1e-9 <= found.mean <= ends[1] + 1e-9
    assert 1 <= found.low <= found.mean <= found.high <= 5


@busy
@given(SUMS)
def test_the_same_said_ten_times_as_often_is_more_certain(sums):
    own = Tally.of_sums(sums)
    more = Tally(10 * own.count, 10 * own.total, 10 * own.squares)
    width, narrower = (one.high - one.low for one in (belief(own, own), belief(more, own)))
    assert narrower <= width + 1e-9


@busy
@given(SUMS)
def test_marks_turned_upside_down_turn_the_interval_upside_down(sums):
    own = Tally.of_sums(sums)
    turned = Tally.of_sums({24 - one: often for one, often in sums.items()})
    straight, reverse = belief(own, own), belief(turned, turned)
    assert reverse.low == pytest.approx(6 - straight.high, abs=0.01)
    assert reverse.high == pytest.approx(6 - straight.low, abs=0.01)


def test_two_enthusiasts_do_not_beat_two_hundred_contented_people():
    few, many = Tally.of_sums({20: 2}), Tally.of_sums({18: 200})
    assert few.total / few.count > many.total / many.count
    assert belief(few).mean < belief(many).mean


INTERVALS = st.lists(
    st.tuples(st.integers(0, 40), st.integers(0, 10), st.integers(0, 10)).map(
        lambda one: Belief(one[0] / 10, (one[0] - one[1]) / 10, (one[0] + one[2]) / 10, 9)
    ),
    min_size=1,
    max_size=12,
)


@busy
@given(INTERVALS)
def test_a_place_is_claimed_only_over_those_who_lie_wholly_below(beliefs):
    for one, span in zip(beliefs, spans(beliefs), strict=True):
        assert span.best == 1 + sum(other.low > one.high for other in beliefs)
        assert span.worst == len(beliefs) - sum(other.high < one.low for other in beliefs)
        assert span.best <= span.worst


@pytest.mark.parametrize(("given_on", "closed_on", "last"), [
    (date(2026, 9, 1), date(2026, 8, 20), date(2026, 9, 15)),
    (date(2026, 9, 1), date(2026, 9, 20), date(2026, 10, 4)),  # opened again and ended later
    (date(2026, 9, 1), None, date(2026, 9, 15)),
])  # fmt: skip
def test_marks_may_be_changed_for_two_weeks(given_on, closed_on, last):
    assert rules.last_day_to_change(given_on, closed_on, 14) == last
    rules.require_may_change(last, today=last)
    with pytest.raises(DomainError):
        rules.require_may_change(last, today=date(2026, 10, 5))


def test_quarters():
    days = [date(2026, 1, 1), date(2026, 3, 31), date(2026, 4, 1), date(2026, 12, 31)]
    assert [rules.quarter_of(day) for day in days] == ["2026-Q1", "2026-Q1", "2026-Q2", "2026-Q4"]
    assert rules.quarter_before("2026-Q1") == "2025-Q4"
    assert rules.first_day_of("2026-Q3") == date(2026, 7, 1)


def test_ten_in_a_day_where_one_is_usual_is_no_chance_and_twelve_of_ten_may_be():
    assert is_burst(10, 28, 28, least=8, chance=0.0001)
    assert not is_burst(12, 280, 28, least=8, chance=0.0001)
    assert not is_burst(7, 0, 28, least=8, chance=0.0001)  # too few to speak of
    assert chance_of(0, 3) == 1
    assert chance_of(1, 1) == pytest.approx(0.632, abs=0.001)


def test_no_fingerprint_is_no_repetition():
    assert repeated(["", "", "", "a", "a", "b"], 2) == {"a": 2}


@pytest.mark.parametrize("text", ["", "   ", "x" * 3000])
@pytest.mark.parametrize(
    "check", [rules.require_reason, rules.require_reply, rules.require_released]
)
def test_reasons_and_replies_have_words_and_an_end(check, text):
    with pytest.raises(DomainError):
        check(text)
