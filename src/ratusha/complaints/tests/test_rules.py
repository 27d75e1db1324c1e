"""The law of complaints, written again by hand."""

from datetime import date

import pytest

from ratusha.cases.public import Outcome
from ratusha.complaints import rules
from ratusha.complaints.bodies import named_by_an_act
from ratusha.complaints.law import WayUp, law
from ratusha.complaints.rules import STATUTE, Status, Step, Subject
from ratusha.kernel.calendar import national_calendar
from ratusha.kernel.errors import RuleBroken
from ratusha.kernel.terms import Term
from ratusha.procedures.public import Source

ALLOWED = {
    ("lodged", "identify"): "lodged",
    ("lodged", "restore"): "lodged",
    ("lodged", "accept"): "in_work",
    ("lodged", "not_consider"): "not_considered",
    ("lodged", "withdraw"): "withdrawn",
    ("in_work", "take_up"): "in_work",
    ("in_work", "ask"): "explaining",
    ("in_work", "uphold"): "upheld",
    ("in_work", "cancel"): "cancelled",
    ("in_work", "return"): "returned",
    ("in_work", "change"): "changed",
    ("in_work", "reject"): "rejected",
    ("in_work", "oblige"): "obliged",
    ("in_work", "withdraw"): "withdrawn",
    ("explaining", "receive"): "in_work",
    ("explaining", "go_on"): "in_work",
    ("explaining", "withdraw"): "withdrawn",
}


@pytest.mark.parametrize("step", Step)
@pytest.mark.parametrize("status", Status)
def test_every_move_is_the_one_of_the_law_or_forbidden(status, step):
    target = ALLOWED.get((status.value, step.value))
    if target is None:
        with pytest.raises(RuleBroken, match="step_closed"):
            STATUTE.next_status(status, step)
    else:
        assert STATUTE.next_status(status, step).target == target


def test_who_may_is_said_of_every_step():
    assert set(STATUTE.who_may) == set(Step)


def test_a_result_that_helps_the_complainant_counts_as_granted():
    outcomes = {
        s: rules.MOVES[s].outcome for s in (Step.UPHOLD, Step.CANCEL, Step.RETURN, Step.CHANGE)
    }
    assert outcomes == {
        Step.UPHOLD: Outcome.REFUSED,
        Step.CANCEL: Outcome.GRANTED,
        Step.RETURN: Outcome.GRANTED,
        Step.CHANGE: Outcome.GRANTED,
    }


@pytest.mark.parametrize(
    ("decided", "last"),
    [
        (date(2026, 3, 10), date(2027, 3, 10)),
        (date(2024, 2, 29), date(2025, 2, 28)),  # no such day in that year: the last of the month
        (date(2025, 3, 8), date(2026, 3, 9)),  # 8 March 2026 is a Sunday and a holiday
    ],
)
def test_one_may_complain_for_one_year_and_to_the_next_working_day(decided, last):
    term = Term.parse(law().limit.term)
    assert rules.time_limit(decided, term, national_calendar()) == last


def test_a_late_complaint_needs_a_reason_and_one_in_time_does_not():
    last = date(2026, 3, 10)
    rules.require_reason_for_lateness(last, last, "")
    rules.require_reason_for_lateness(date(2026, 3, 11), last, "Быў у бальніцы.")
    with pytest.raises(RuleBroken) as caught:
        rules.require_reason_for_lateness(date(2026, 3, 11), last, "  ")
    assert caught.value.field == "late_reasons"


@pytest.mark.parametrize(
    ("found", "late", "restored", "code"),
    [
        (True, False, False, ""),
        (True, True, True, ""),
        (True, True, False, "complaint.late"),
        (False, False, False, "complaint.decision_unknown"),
    ],
)
def test_a_complaint_is_accepted_when_its_decision_is_known_and_it_is_in_time(
    found, late, restored, code
):
    if not code:
        rules.require_ready(found=found, late=late, restored=restored)
        return
    with pytest.raises(RuleBroken) as caught:
        rules.require_ready(found=found, late=late, restored=restored)
    assert caught.value.code == code


def test_what_was_never_decided_cannot_be_cancelled():
    rules.require_result(Subject.INACTION, Step.OBLIGE)
    with pytest.raises(RuleBroken):
        rules.require_result(Subject.INACTION, Step.CANCEL)
    with pytest.raises(RuleBroken):
        rules.require_result(Subject.DECISION, Step.OBLIGE)


def test_the_month_and_the_year_are_those_of_the_law():
    assert (law().limit.term, law().consideration.term) == ("1 year", "1 month")


def test_a_rule_without_official_text_is_marked_as_a_sample():
    assert law().told_to_the_applicant.confidence == "sample"
    assert {g.code for g in law().grounds if g.source.confidence != "sample"} == {"late"}


def test_an_act_may_send_complaints_elsewhere_and_what_names_the_body_goes_first():
    source = Source(title="Указ")
    ways = [
        WayUp(to="of_kind", source=source, kind="a"),
        WayUp(to="of_body", source=source, body="a:1"),
    ]
    assert named_by_an_act("a:1", "a", ways) == "of_body"
    assert named_by_an_act("a:2", "a", ways) == "of_kind"
    assert named_by_an_act("b:1", "b", ways) == ""
    assert named_by_an_act("", "b", ways) == ""
