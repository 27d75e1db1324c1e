"""The statutes of a measure and of a pilot, and their guards, without a database."""

from datetime import date
from decimal import Decimal

import pytest

from ratusha.cases.public import Holder
from ratusha.kernel.errors import RuleBroken
from ratusha.measures import pilot_rules, rules
from ratusha.measures.pilot_checks import (
    require_duration,
    require_effect_for_scaling,
    require_measurable,
)
from ratusha.measures.rules import (
    CHECKS,
    is_late,
    require_act,
    require_all_checks,
    require_expert,
    require_payable,
    require_return_left,
    require_stages_accepted,
    step_of_six,
)

WAY = [  # the long way of a measure, written by hand
    ("draft", "classify", "classified"),
    ("classified", "route", "passport"),
    ("passport", "submit", "submitted"),
    ("submitted", "assign", "expertise"),
    ("expertise", "opine", "council"),
    ("council", "recommend", "recommended"),
    ("recommended", "include", "choice"),
    ("choice", "choose", "contracting"),
    ("contracting", "contract", "implementation"),
    ("implementation", "begin_trial", "trial"),
    ("trial", "commission", "commissioned"),
    ("commissioned", "complete", "completed"),
]
PILOT_WAY = [
    ("application", "submit", "completeness"),
    ("completeness", "assign", "expertise"),
    ("expertise", "opine", "council"),
    ("council", "recommend", "list_pending"),
    ("list_pending", "include", "agreement"),
    ("agreement", "agree", "running"),
    ("running", "evaluate", "evaluation"),
    ("evaluation", "scale", "scaled"),
]


@pytest.mark.parametrize(("status", "step", "target"), WAY)
def test_a_measure_goes_its_way(status, step, target):
    assert rules.STATUTE.next_status(status, step).target == target


@pytest.mark.parametrize(("status", "step", "target"), PILOT_WAY)
def test_a_pilot_goes_its_way(status, step, target):
    assert pilot_rules.STATUTE.next_status(status, step).target == target


@pytest.mark.parametrize(
    ("status", "step"),
    [("draft", "submit"), ("submitted", "include"), ("expertise", "include"), ("council", "choose"),
     ("conditions", "include"), ("contracting", "commission"), ("rejected", "include")],
)  # fmt: skip
def test_no_step_is_jumped_over(status, step):
    with pytest.raises(RuleBroken, match="step_closed"):
        rules.STATUTE.next_status(status, step)


@pytest.mark.parametrize("statute", [rules.STATUTE, pilot_rules.STATUTE])
def test_every_step_says_who_takes_it_and_every_open_status_what_to_do(statute):
    assert set(statute.who_may) == set(statute.moves) == set(statute.steps)
    assert set(statute.to_do) == set(statute.open)
    closed = [s for s in statute.statuses if s not in statute.open]
    assert all(statute.holder[s] == Holder.NOBODY for s in closed)


@pytest.mark.parametrize(
    ("status", "step"),
    [("draft", 1), ("classified", 2), ("expertise", 3), ("recommended", 3), ("choice", 4),
     ("implementation", 5), ("trial", 6), ("completed", 7)],
)  # fmt: skip
def test_each_status_belongs_to_one_of_the_six_steps(status, step):
    assert step_of_six(status) == step


def test_experts_return_a_passport_twice_and_then_the_council_decides():
    require_return_left(1, 2)
    with pytest.raises(RuleBroken, match="returns_spent"):
        require_return_left(2, 2)


def test_who_proposes_or_carries_out_does_not_examine():
    require_expert("c", initiator="a", implementer=None)
    for part in ("a", "b"):
        with pytest.raises(RuleBroken, match="expert_has_a_part"):
            require_expert(part, initiator="a", implementer="b")


def test_an_act_is_named():
    with pytest.raises(RuleBroken, match="act_missing") as refused:
        require_act("  ")
    assert refused.value.field == "act"


def test_every_check_is_proven_before_operation():
    codes = [code for code, _name in CHECKS]
    assert len(codes) == 10
    require_all_checks(codes)
    with pytest.raises(RuleBroken) as refused:
        require_all_checks(codes[:-1])
    assert "Z10" in refused.value.message


@pytest.mark.parametrize("states", [[], [True, False]])
def test_trial_operation_waits_for_every_stage(states):
    with pytest.raises(RuleBroken, match="stages_open"):
        require_stages_accepted(states)


def pay(amount, **changed):
    given = {
        "accepted": Decimal(100), "paid": Decimal(40), "under_change": False, "continuing": True,
        "year_sum": Decimal(50), "paid_in_year": Decimal(40),
    }  # fmt: skip
    require_payable(Decimal(amount), **{**given, **changed})


def test_no_more_is_paid_than_is_accepted():
    pay(60)
    with pytest.raises(RuleBroken, match="C01"):
        pay("60.01")


def test_while_a_measure_is_changed_a_continuing_contract_is_paid_within_its_year():
    pay(10, under_change=True)
    with pytest.raises(RuleBroken, match="year_sum"):
        pay("10.01", under_change=True)
    with pytest.raises(RuleBroken, match="not_continuing"):
        pay(1, under_change=True, continuing=False)


def test_met_late_is_late_for_ever():
    due = date(2026, 5, 1)
    assert not is_late(due, date(2026, 5, 1), date(2030, 1, 1))
    assert is_late(due, date(2026, 5, 2), date(2030, 1, 1))
    assert is_late(due, None, date(2026, 5, 2))
    assert not is_late(due, None, date(2026, 5, 1))


def test_a_hypothesis_says_what_changes():
    require_measurable(baseline=Decimal(1), target=Decimal(2))
    with pytest.raises(RuleBroken, match="Q01"):
        require_measurable(baseline=Decimal(1), target=Decimal("1.0"))


def test_a_pilot_lasts_at_most_a_year():
    require_duration(12)
    with pytest.raises(RuleBroken, match="Q04"):
        require_duration(13)


def test_only_a_sure_effect_is_scaled_or_the_council_says_why():
    require_effect_for_scaling(Decimal("0.1"), council_reason="")
    require_effect_for_scaling(Decimal(-1), council_reason="Пратакол № 3")
    with pytest.raises(RuleBroken, match="effect_unsure"):
        require_effect_for_scaling(Decimal(0), council_reason=" ")
