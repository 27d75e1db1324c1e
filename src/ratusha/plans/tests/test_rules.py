"""R01 to R06 and what a plan must hold: each rule passes once and fails once. Without a database."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from django.utils import translation

from ratusha.kernel.errors import Conflict, RuleBroken
from ratusha.plans import rules
from ratusha.plans.rules import Act, Kind, Level, PlannedRow, ReportedRow, Stage, Weights

D = Decimal
PLANNED = PlannedRow(
    number=1, code="electronic_share", task="e_government", owner="Unit", base=D(40), target=D(60), direction="more"
)  # fmt: skip
REPORTED = ReportedRow(
    number=1, title="Share", target=D(60), direction="more", source="republican", money_planned=D(100),
    fact=D(60), evidence="Letter No. 4", money=D(90),
)  # fmt: skip
SHORT = replace(REPORTED, fact=D(50), reason="money", words="Half came.")


def mistakes(found):
    return [one.rule for one in found if one.level is Level.MISTAKE]


def report(*rows, training="Five people.", treasury=None):
    return rules.check_report(rows, training=training, treasury=treasury)


def plan(*rows, training="Five people.", indicators=None, measures=None):
    return rules.check_plan(
        rows, training=training, indicators=indicators or {}, measures=measures or {}
    )


# ---- R01 ----
@pytest.mark.parametrize("row", [REPORTED, SHORT, replace(SHORT, fact=None)])
def test_r01_a_fact_or_a_coded_reason_is_enough(row):
    assert mistakes(report(row)) == []


@pytest.mark.parametrize(
    "row",
    [
        replace(REPORTED, fact=None),
        replace(SHORT, reason=""),
        replace(SHORT, words=" "),
        replace(SHORT, fact=None, words=""),
    ],
)
def test_r01_a_gap_without_a_reason_holds_the_report_back(row):
    assert mistakes(report(row)) == ["R01"]


def test_r01_of_what_should_become_less_the_smaller_fact_is_no_gap():
    row = replace(REPORTED, direction="less", target=D(5), fact=D(3))
    assert mistakes(report(row)) == []
    assert mistakes(report(replace(row, fact=D(7)))) == ["R01"]


def test_a_fact_without_evidence_holds_the_report_back():
    assert mistakes(report(replace(REPORTED, evidence=" "))) == ["evidence"]


# ---- R02 ----
@pytest.mark.parametrize(
    "row",
    [
        replace(REPORTED, known=D("60.000")),
        replace(REPORTED, known=D(58), difference="Counted a month later."),
        replace(SHORT, fact=None, known=D(58)),
    ],
)
def test_r02_the_value_of_the_campaign_or_an_explanation(row):
    assert mistakes(report(row)) == []


def test_r02_a_difference_that_is_not_explained_holds_the_report_back():
    assert mistakes(report(replace(REPORTED, known=D(58)))) == ["R02"]


# ---- R03 ----
def test_r03_a_report_is_signed_from_the_first_of_january():
    rules.require_period_over(Kind.REPORT, 2026, date(2027, 1, 1))
    rules.require_period_over(Kind.PLAN, 2027, date(2026, 4, 1))


def test_r03_a_report_before_the_end_of_its_year_is_refused():
    with pytest.raises(RuleBroken, match="R03"):
        rules.require_period_over(Kind.REPORT, 2026, date(2026, 12, 31))


# ---- R04 ----
def test_r04_sums_by_source_equal_those_of_the_treasury():
    second = replace(REPORTED, number=2, source="own", money=D(10))
    treasury = {"republican": D("180.00"), "own": D(10)}
    assert report(REPORTED, replace(REPORTED, number=3), second, treasury=treasury) == []


@pytest.mark.parametrize(
    "treasury", [{"republican": D(91)}, {}, {"republican": D(90), "local": D(1)}]
)
def test_r04_another_sum_or_source_holds_the_report_back(treasury):
    assert mistakes(report(REPORTED, treasury=treasury)) == ["R04"]


def test_r04_without_figures_of_the_treasury_it_is_said_that_nothing_is_compared():
    (finding,) = report(REPORTED)
    assert (finding.rule, finding.level) == ("R04", Level.ADVICE)


# ---- R06 ----
def test_r06_another_person_signs():
    rules.require_second(prepared_by=1, signing=2)


def test_r06_who_prepared_does_not_sign():
    with pytest.raises(RuleBroken, match="R06"):
        rules.require_second(prepared_by=1, signing=1)


# ---- plans ----
def test_a_complete_plan_has_nothing_to_say():
    assert plan(PLANNED, indicators={"electronic_share": "Share"}, measures={}) == []


def test_training_and_rows_are_parts_of_every_paper():
    assert mistakes(plan(training=" ")) == ["rows", "training"]
    assert mistakes(report(training="")) == ["rows", "training"]


def test_an_indicator_of_the_body_without_a_row_holds_the_plan_back():
    assert mistakes(plan(PLANNED, indicators={"domestic_software": "Software"})) == ["coverage"]


def test_a_measure_without_a_row_is_worth_a_look():
    (finding,) = plan(PLANNED, measures={"2026-7NR4": "Register"})
    assert (finding.rule, finding.level) == ("measures", Level.ADVICE)


def test_a_target_below_what_is_reached_needs_a_reason():
    low = replace(PLANNED, target=D(30))
    assert mistakes(plan(low)) == ["ambition"]
    (advice,) = plan(replace(low, risk="The law has changed."))
    assert advice.level is Level.ADVICE
    assert plan(replace(PLANNED, direction="less", target=D(30))) == []
    assert plan(replace(low, base=None)) == []


def test_each_row_has_an_owner_and_a_task():
    assert mistakes(plan(replace(PLANNED, owner=" "))) == ["owner"]
    assert mistakes(plan(replace(PLANNED, task=""))) == ["owner"]


def test_the_first_mistake_is_said_when_a_paper_is_held_back():
    with translation.override("en"), pytest.raises(RuleBroken, match="R01") as refused:
        rules.require_complete(report(replace(REPORTED, fact=None)))
    assert "row 1" in refused.value.message


# ---- stages and figures ----
@pytest.mark.parametrize(
    ("stage", "act"),
    [
        (Stage.DRAFTING, Act.SIGN),
        (Stage.PREPARED, Act.ACCEPT),
        (Stage.SUBMITTED, Act.PREPARE),
        (Stage.SUBMITTED, Act.REOPEN),
        (Stage.ACCEPTED, Act.RETURN),
        (Stage.ACCEPTED, Act.REOPEN),
    ],
)
def test_an_act_out_of_turn_is_a_conflict(stage, act):
    with pytest.raises(Conflict):
        rules.require_move(stage, act)


@pytest.mark.parametrize("stage", [Stage.PREPARED, Stage.SUBMITTED, Stage.ACCEPTED])
def test_what_is_handed_over_does_not_change(stage):
    with pytest.raises(Conflict):
        rules.require_written(stage)


@pytest.mark.parametrize(
    ("fact", "target", "direction", "expected"),
    [
        (D(45), D(60), "more", D("75.0")),
        (D(61), D(60), "more", D("101.7")),
        (D(4), D(5), "less", D("125.0")),
        (D(0), D(5), "less", D("100")),
        (D(5), D(0), "more", None),
        (D(0), D(0), "more", D("100")),
        (None, D(60), "more", None),
    ],
)
def test_per_cent_of_the_target(fact, target, direction, expected):
    assert rules.percent(fact, target, direction) == expected


@pytest.mark.parametrize(
    ("late", "returned", "points"),
    [(False, 0, 100), (True, 0, 50), (False, 1, 75), (True, 1, 25), (False, 2, 50), (True, 5, 0)],
)
def test_discipline_is_in_time_and_complete_at_once(late, returned, points):
    weights = Weights(on_time=50, complete=50, each_return=25)
    there = {"late": late, "returned": returned, "weights": weights}
    assert rules.discipline(there=True, **there) == points
    assert rules.discipline(there=False, **there) == 0
