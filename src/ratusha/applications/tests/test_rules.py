"""Law 433-З, as sentences. No database: the file runs in milliseconds."""

import re
from datetime import date
from pathlib import Path

import pytest

from ratusha.applications.rules import (
    HOLDER,
    MOVES,
    OPEN,
    STATUTE,
    TO_DO,
    WHO_MAY,
    Status,
    Step,
    require_ground,
    require_paid,
    require_reason,
)
from ratusha.cases.public import Case, Outcome
from ratusha.kernel.errors import RuleBroken

ALLOWED = {  # written out by hand, so that a change of MOVES must be meant twice
    ("lodged", "accept", "accepted"),
    ("lodged", "refuse_to_accept", "not_accepted"),
    ("lodged", "withdraw", "withdrawn"),
    ("accepted", "await_payment", "awaiting_payment"),
    ("accepted", "take_up", "in_work"),
    ("accepted", "request", "waiting"),
    ("accepted", "withdraw", "withdrawn"),
    ("in_work", "take_up", "in_work"),
    ("in_work", "request", "waiting"),
    ("awaiting_payment", "receive_payment", "in_work"),
    ("awaiting_payment", "go_on", "in_work"),
    ("awaiting_payment", "withdraw", "withdrawn"),
    ("in_work", "await_payment", "awaiting_payment"),
    ("in_work", "ask_correction", "correction"),
    ("in_work", "wait", "waiting"),
    ("in_work", "suspend", "suspended"),
    ("in_work", "propose", "to_confirm"),
    ("in_work", "grant", "granted"),
    ("in_work", "refuse", "refused"),
    ("in_work", "withdraw", "withdrawn"),
    ("correction", "correct", "in_work"),
    ("correction", "go_on", "in_work"),
    ("correction", "withdraw", "withdrawn"),
    ("to_confirm", "give_back", "in_work"),
    ("to_confirm", "grant", "granted"),
    ("to_confirm", "refuse", "refused"),
    ("to_confirm", "withdraw", "withdrawn"),
    ("waiting", "await_payment", "awaiting_payment"),
    ("waiting", "ask_correction", "correction"),
    ("waiting", "receive", "in_work"),
    ("waiting", "withdraw", "withdrawn"),
    ("suspended", "resume", "in_work"),
    ("suspended", "withdraw", "withdrawn"),
    ("granted", "deliver", "delivered"),
    ("refused", "deliver", "delivered"),
    ("not_accepted", "reopen", "in_work"),
    ("granted", "reopen", "in_work"),
    ("refused", "reopen", "in_work"),
    ("delivered", "reopen", "in_work"),
    ("not_accepted", "annul", "annulled"),
    ("granted", "annul", "annulled"),
    ("refused", "annul", "annulled"),
    ("delivered", "annul", "annulled"),
}
ENDS = {
    "refuse_to_accept": "not_accepted",
    "grant": "granted",
    "refuse": "refused",
    "withdraw": "withdrawn",
    "annul": "annulled",
}


@pytest.mark.parametrize("status", Status)
@pytest.mark.parametrize("step", Step)
def test_only_the_listed_steps_are_open(status, step):
    targets = [target for source, name, target in ALLOWED if (source, name) == (status, step)]
    if targets:
        assert STATUTE.next_status(status, step).target == targets[0]
    else:
        with pytest.raises(RuleBroken, match="step_closed"):
            STATUTE.next_status(status, step)


def test_exactly_the_steps_that_end_a_case_carry_an_outcome():
    assert {str(s): str(m.outcome) for s, m in MOVES.items() if m.outcome} == ENDS
    assert set(ENDS.values()) == set(Outcome.values)


def test_every_status_says_whose_move_it_is_and_every_open_one_what_to_do():
    assert set(HOLDER) == set(Status)
    assert set(OPEN) <= set(TO_DO)


def test_a_refusal_without_a_ground_is_impossible():
    with pytest.raises(RuleBroken, match="ground_missing") as refusal:
        require_ground("", "", "The papers are not enough.")
    assert refusal.value.field == "ground"


def test_a_refusal_without_an_explanation_is_impossible():
    with pytest.raises(RuleBroken, match="reasons_missing") as refusal:
        require_ground("no_grounds", "Law 433-З, art. 25", "  ")
    assert refusal.value.field == "reasons"


def test_an_endless_explanation_is_refused():
    with pytest.raises(RuleBroken, match="reasons_long"):
        require_ground("no_grounds", "Law 433-З, art. 25", "x" * 5000)


def test_a_full_refusal_passes():
    require_ground("no_grounds", "Law 433-З, art. 25", "The address is not yours.")


def test_the_diagram_in_the_documents_is_drawn_from_the_moves():
    page = (Path(__file__).parents[4] / "docs/modules/applications.md").read_text()
    drawn = set(re.findall(r"^    (\w+) --> (\w+): (\w+)$", page, re.MULTILINE))
    moves = {
        (str(source), str(move.target), str(step))
        for step, move in MOVES.items()
        for source in move.sources
        if source != move.target
    }
    assert drawn == moves


def test_the_system_never_decides():
    for step in (Step.REFUSE_TO_ACCEPT, Step.PROPOSE, Step.GRANT, Step.REFUSE):
        assert not WHO_MAY[step](None, Case(status=Status.IN_WORK), date(2026, 12, 1))
    assert not WHO_MAY[Step.REFUSE](None, Case(status=Status.TO_CONFIRM), date(2026, 12, 1))


def test_nothing_is_granted_while_a_charge_is_owed():
    with pytest.raises(RuleBroken, match="not_paid"):
        require_paid(owed=True)
    require_paid(owed=False)


def test_a_decision_is_cancelled_for_a_reason():
    with pytest.raises(RuleBroken, match="reason_missing") as missing:
        require_reason(" ")
    assert missing.value.field == "reason"
    assert require_reason(" The complaint is upheld. ") == "The complaint is upheld."
