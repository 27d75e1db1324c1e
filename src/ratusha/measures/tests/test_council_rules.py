"""Quorum, conflicts and votes, without a database."""

from datetime import date
from fractions import Fraction
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ratusha.kernel.calendar import national_calendar
from ratusha.kernel.errors import RuleBroken
from ratusha.measures.council_rules import (
    Choice,
    Phase,
    has_conflict,
    quorum,
    require_agenda_in_time,
    require_all_have_voted,
    require_conditions,
    require_opinion,
    require_phase,
    require_quorum,
    tally,
    tally_secret,
)

HALF = Fraction(1, 2)
ONE, OTHER = UUID(int=1), UUID(int=2)


@pytest.mark.parametrize(
    ("members", "needed"), [(1, 1), (2, 2), (3, 2), (4, 3), (5, 3), (9, 5), (10, 6)]
)
def test_more_than_half_of_the_members_are_a_quorum(members, needed):
    assert quorum(members, HALF) == needed


def test_without_quorum_nothing_is_decided():
    require_quorum(3, 5, HALF)
    with pytest.raises(RuleBroken, match="K01"):
        require_quorum(2, 5, HALF)


def test_who_proposes_or_carries_out_has_a_conflict():
    assert has_conflict(ONE, (ONE, None))
    assert has_conflict(ONE, (OTHER, ONE))
    assert not has_conflict(ONE, (OTHER, None))


@given(st.lists(st.sampled_from(Choice), max_size=9), st.integers(0, 5))
def test_every_vote_is_counted_once_and_a_majority_carries(votes, apart):
    counted = tally([(one, False) for one in votes], not_taking_part=apart)
    assert counted.cast == len(votes)
    assert counted.carried == (2 * counted.votes_for > len(votes))
    assert not counted.by_chair


@pytest.mark.parametrize(
    ("chair", "carried"), [("for", True), ("against", False), ("abstain", False)]
)
def test_a_tie_is_decided_by_the_chair(chair, carried):
    others = [("for", False)] if chair != "for" else [("against", False)]
    counted = tally([(chair, True), *others], not_taking_part=0)
    assert (counted.carried, counted.by_chair) == (carried, carried)


def test_nobody_votes_before_or_after_the_session():
    require_phase("open", Phase.OPEN)
    for phase in ("planned", "published", "closed", "sealed"):
        with pytest.raises(RuleBroken, match="phase"):
            require_phase(phase, Phase.OPEN)


def test_the_agenda_is_with_the_members_five_working_days_before():
    calendar = national_calendar()
    require_agenda_in_time(
        date(2026, 4, 20), date(2026, 4, 27), 5, calendar
    )  # Saturday 25 April is worked
    with pytest.raises(RuleBroken, match="agenda_late"):
        require_agenda_in_time(date(2026, 4, 20), date(2026, 4, 26), 5, calendar)


def test_without_an_opinion_an_item_needs_an_order():
    require_opinion(given=True, order="")
    require_opinion(given=False, order="Распараджэнне № 4")
    with pytest.raises(RuleBroken, match="K02"):
        require_opinion(given=False, order=" ")


def test_all_who_are_here_and_may_vote_have_voted():
    require_all_have_voted(3, 3)
    with pytest.raises(RuleBroken, match="K04"):
        require_all_have_voted(3, 2)


def test_a_recommendation_with_conditions_has_conditions():
    require_conditions("on_conditions", 1)
    require_conditions("recommend", 0)
    with pytest.raises(RuleBroken, match="conditions_missing"):
        require_conditions("on_conditions", 0)


def test_a_tie_is_nobodys_where_the_rules_give_the_chair_no_casting_vote():
    votes = [("for", True), ("against", False)]
    assert not tally(votes, not_taking_part=0, chair_breaks_ties=False).carried


@given(st.dictionaries(st.sampled_from(Choice), st.integers(0, 9)), st.integers(0, 5))
def test_a_secret_vote_is_counted_from_its_box_and_a_tie_carries_nothing(box, apart):
    counted = tally_secret(box, not_taking_part=apart)
    assert counted.cast == sum(box.values())
    assert counted.carried == (box.get(Choice.FOR, 0) * 2 > sum(box.values()))
    assert not counted.by_chair
