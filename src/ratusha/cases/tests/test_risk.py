"""What could go wrong first: every part of the reckoning, written out by hand."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ratusha.cases.risk import Facts, risk_of

TODAY = date(2026, 3, 10)


def facts(left, *, term=15, usual=None, **more):
    due = TODAY + timedelta(left) if left is not None else None
    lodged = (due or TODAY) - timedelta(term)
    return Facts(lodged_on=lodged, due_on=due, usual_days=usual, **more)


@pytest.mark.parametrize(
    ("left", "usual", "likelihood"),
    [
        (None, 10, 0),  # the clock stands
        (-1, 10, 100),
        (0, 10, 79),  # 0.1 ** 0.1: today is still a day to work on
        (9, 10, 10),  # nine of ten end in ten days
        (19, 10, 1),
        (19, 40, 32),  # the slower such cases are, the likelier the delay
        (14, None, 10),  # not known: the whole term of fifteen days
    ],
)
def test_likelihood_is_the_share_of_such_cases_that_outlasts_the_days_left(left, usual, likelihood):
    assert risk_of(facts(left, usual=usual), TODAY).likelihood == likelihood


@pytest.mark.parametrize(
    ("left", "more", "consequence"),
    [
        (5, {}, 1),
        (5, {"anew": True}, 2),
        (5, {"weight": 2}, 2),
        (5, {"weight": 2, "anew": True}, 3),
        (-6, {}, 1),
        (-7, {}, 2),  # a week of delay
        (-400, {}, 5),  # four at most
    ],
)
def test_consequence_is_the_sum_of_its_parts(left, more, consequence):
    assert risk_of(facts(left, **more), TODAY).consequence == consequence


def test_what_was_not_measured_is_said_to_be_so():
    assert not risk_of(facts(5), TODAY).measured
    assert risk_of(facts(5, usual=8), TODAY).measured


lefts = st.integers(-60, 400)


@given(lefts, lefts, st.integers(1, 400), st.integers(1, 3), st.booleans())
def test_less_time_is_never_less_risk(one, other, usual, weight, anew):
    nearer, farther = sorted((one, other))
    scores = [
        risk_of(facts(left, usual=usual, weight=weight, anew=anew), TODAY).score
        for left in (nearer, farther)
    ]
    assert scores[0] >= scores[1]


@given(lefts, st.integers(1, 400), st.integers(1, 3), st.booleans())
def test_the_parts_make_the_score(left, usual, weight, anew):
    risk = risk_of(facts(left, usual=usual, weight=weight, anew=anew), TODAY)
    assert 0 <= risk.likelihood <= 100
    assert risk.score == risk.likelihood * (risk.weight + risk.anew + risk.weeks_late)
