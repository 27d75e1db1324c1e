from datetime import date, timedelta

import pytest

from ratusha.committee import rules
from ratusha.committee.rules import State
from ratusha.kernel.errors import RuleBroken

DAY = date(2026, 9, 1)


@pytest.mark.parametrize(
    ("standing", "taken", "state"),
    [
        ("awaited", False, State.GIVEN),
        ("awaited", True, State.TAKEN),
        ("submitted", True, State.REPORTED),
        ("returned", True, State.RETURNED),
        ("accepted", True, State.ACCEPTED),
        ("waived", False, State.WITHDRAWN),
    ],
)
def test_a_task_stands_where_its_duty_stands(standing, taken, state):
    assert rules.state_of(standing, taken=taken, deadline=DAY, today=DAY) == state


@pytest.mark.parametrize(
    ("standing", "state"),
    [
        ("awaited", State.OVERDUE),
        ("returned", State.OVERDUE),
        ("submitted", State.REPORTED),
        ("accepted", State.ACCEPTED),
        ("waived", State.WITHDRAWN),
    ],
)
def test_the_day_after_the_control_date_only_what_is_still_to_be_done_is_overdue(standing, state):
    after = DAY + timedelta(days=1)
    assert rules.state_of(standing, taken=True, deadline=DAY, today=after) == state


def test_every_state_stands_on_the_board_or_among_the_finished_once():
    assert sorted((*rules.OPEN, *rules.DONE)) == sorted(State)


@pytest.mark.parametrize(
    ("broken", "code"),
    [
        (lambda: rules.require_text(" "), "committee.text_missing"),
        (lambda: rules.require_text("x" * 2001), "committee.text_long"),
        (lambda: rules.require_reason(""), "committee.reason_missing"),
        (lambda: rules.require_ground("", ""), "committee.ground_missing"),
        (lambda: rules.require_day(DAY, today=DAY + timedelta(days=1)), "committee.day_past"),
        (lambda: rules.require_another_day(DAY, DAY), "committee.same_day"),
        (lambda: rules.require_another_organisation(1, 1), "committee.to_itself"),
    ],
)
def test_what_a_task_needs_is_asked_for(broken, code):
    with pytest.raises(RuleBroken) as error:
        broken()
    assert error.value.code == code


def test_one_ground_is_enough_and_today_is_not_the_past():
    rules.require_ground("Decision No. 12", "")
    rules.require_ground("", "2026-7NR4-9WD3-R")
    rules.require_day(DAY, today=DAY)
