"""The table of formulas: how a number comes from its inputs. A change of a formula is a new version of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from ratusha.programmes.attention import alerts_of
from ratusha.programmes.law import law
from ratusha.programmes.picture import Row

from .combining import (
    Value,
    at_this_pace,
    average,
    by_cost,
    by_curve,
    days_between,
    difference,
    earliest,
    in_the_middle,
    latest,
    ratio,
    rest_over_rest,
    total,
)


class Unit(StrEnum):
    MONEY = "money"
    INDEX = "index"
    SHARE = "share"
    LEVEL = "level"
    COUNT = "count"
    DAYS = "days"
    DAY = "day"


class Over(StrEnum):
    """What the inputs of a figure of a node are."""

    CHILDREN = "children"  # the same figure of what stands directly below
    MEASURES = "measures"  # the same figure of every measure, at any depth
    FIGURES = "figures"  # other figures of the same node
    MONTHS = "months"  # the curve of the plan


@dataclass(frozen=True)
class Formula:
    code: str
    version: str
    label: Promise
    said: Promise  # how it is computed, in words and signs
    unit: Unit
    over: Over
    combine: Callable[[Sequence[Value]], Value]
    row: Callable[[Row], Value] | None = None  # of one measure
    of: tuple[str, ...] = ()  # of OVER.FIGURES
    inside: bool = False  # only inside government
    sources: str = ""  # which rows of a measure it rests on


def _counted(test: Callable[[Row], bool | None]) -> Callable[[Row], Value]:
    """1 or 0 for a measure; None where the question does not arise."""

    def one(row: Row) -> Value:
        answer = test(row)
        return None if answer is None else int(answer)

    return one


def _fresh(row: Row) -> bool | None:
    if row.is_over:
        return None
    touched: date | None = row.facts.touched_on
    return touched is not None and (row.today - touched).days <= law().confidence.stale_after.days


def _sum(
    code: str, label: Any, said: Any, row: Callable[[Row], Value], sources: str = "", **more: Any
) -> Formula:
    return Formula(
        code, f"{code.replace('_', '-')}-1", label, said, more.pop("unit", Unit.MONEY), Over.CHILDREN, total,
        row=row, sources=sources, **more,
    )  # fmt: skip


def _derived(
    code: str,
    label: Any,
    said: Any,
    combine: Any,
    of: Sequence[str],
    *,
    unit: Unit = Unit.INDEX,
    **more: Any,
) -> Formula:
    return Formula(
        code,
        more.pop("version", f"{code.replace('_', '-')}-1"),
        label,
        said,
        unit,
        Over.FIGURES,
        combine,
        of=tuple(of),
        **more,
    )


MEDIAN_OF_INDEPENDENT = _(
    "median of the last independent ratings; of one measure: the median of nine marks, "
    "no higher than the lowest for owner, money and security"
)
MEDIAN_OF_OWN = _(
    "median of the last own ratings; of one measure: the median of nine marks, "
    "no higher than the lowest for owner, money and security"
)
TABLE = (
    _sum("measures", _("Measures"), _("how many stand here"), lambda _row: 1, unit=Unit.COUNT),
    _sum(
        "planned",
        _("Planned"),
        _("sum of the budget lines of the last technical passports"),
        lambda row: row.facts.planned,
        "plan",
    ),
    _sum(
        "approved",
        _("Approved"),
        _("sum of the budget lines of the passports that were included by an act"),
        lambda row: row.facts.approved,
        "approved",
    ),
    _sum(
        "contracted",
        _("Contracted"),
        _("sum of the stages of signed contracts"),
        lambda row: row.facts.contracted,
        "stages",
    ),
    _sum(
        "paid",
        _("Paid"),
        _("sum of payments under contracts"),
        lambda row: row.facts.paid,
        "payments",
    ),
    _sum(
        "year_planned",
        _("Planned for this year"),
        _("sum of the budget lines of this year"),
        lambda row: row.facts.planned_in_year,
        "plan_year",
    ),
    _sum(
        "year_paid",
        _("Paid this year"),
        _("sum of payments of this year"),
        lambda row: row.facts.paid_in_year,
        "payments_year",
    ),
    _derived(
        "year_share",
        _("Spent of the plan of this year"),
        _("paid this year ÷ planned for this year"),
        ratio,
        ("year_paid", "year_planned"),
        unit=Unit.SHARE,
    ),
    _sum(
        "budget",
        _("Budget of the last baseline"),
        _("sum of the stages of the last baseline"),
        lambda row: row.budget,
        "baseline",
    ),
    _sum(
        "first_budget",
        _("Budget of the original baseline"),
        _("sum of the stages of the original baseline"),
        lambda row: row.first_budget,
        "first",
    ),
    _derived(
        "budget_change",
        _("Change since the original baseline"),
        _("budget of the last baseline − budget of the original one"),
        difference,
        ("budget", "first_budget"),
        unit=Unit.MONEY,
    ),
    _sum(
        "planned_value",
        _("Planned value (PV)"),
        _("sum of stages × the share that the plan has done by today"),
        lambda row: row.planned_value,
        "planned_stages",
    ),
    _sum(
        "earned_value",
        _("Earned value (EV)"),
        _("sum of stages × the share with accepted evidence"),
        lambda row: row.earned_value,
        "earned_stages",
    ),
    _sum(
        "cost",
        _("Actual cost (AC)"),
        _("payments of measures that have a baseline"),
        lambda row: row.cost,
        "payments",
    ),
    _derived("cost_index", _("Cost index (CPI)"), _("EV ÷ AC"), ratio, ("earned_value", "cost")),
    _derived(
        "schedule_index",
        _("Schedule index (SPI)"),
        _("EV ÷ PV; it ends at 1 by construction"),
        ratio,
        ("earned_value", "planned_value"),
    ),
    Formula(
        "time_index",
        "time-index-2",
        _("Earned schedule SPI(t)"),
        _("months of the plan that are earned ÷ months passed"),
        Unit.INDEX,
        Over.MONTHS,
        by_curve,
    ),
    _derived(
        "forecast",
        _("Forecast of cost (EAC)"),
        _("budget ÷ CPI: if the rest costs as the work so far did"),
        by_cost,
        ("budget", "cost_index"),
        unit=Unit.MONEY,
    ),
    _derived(
        "needed_index",
        _("Index needed for the budget (TCPI)"),
        _("(budget − EV) ÷ (budget − AC)"),
        rest_over_rest,
        ("budget", "earned_value", "cost"),
        version="needed-index-2",  # the first said less than nothing where no money was left
    ),
    Formula(
        "starts_on",
        "starts-on-1",
        _("Beginning"),
        _("the earliest stage"),
        Unit.DAY,
        Over.CHILDREN,
        earliest,
        row=lambda row: row.starts_on,
        sources="starts",
    ),
    Formula(
        "ends_on",
        "ends-on-1",
        _("End by the last baseline"),
        _("the latest stage"),
        Unit.DAY,
        Over.CHILDREN,
        latest,
        row=lambda row: row.ends_on,
        sources="ends",
    ),
    Formula(
        "first_end",
        "first-end-1",
        _("End by the original baseline"),
        _("the latest stage as it was first promised"),
        Unit.DAY,
        Over.CHILDREN,
        latest,
        row=lambda row: row.first_end,
        sources="first_ends",
    ),
    _derived(
        "slip",
        _("Moved since the original baseline"),
        _("end by the last baseline − end by the original one"),
        days_between,
        ("ends_on", "first_end"),
        unit=Unit.DAYS,
    ),
    _derived(
        "end_at_pace",
        _("End at this pace"),
        _("beginning + planned duration ÷ SPI(t)"),
        at_this_pace,
        ("starts_on", "ends_on", "time_index"),
        unit=Unit.DAY,
    ),
    Formula(
        "independent",
        "confidence-1",
        _("Independent confidence"),
        MEDIAN_OF_INDEPENDENT,
        Unit.LEVEL,
        Over.MEASURES,
        in_the_middle,
        row=lambda row: row.independent_now,
        sources="independent",
    ),
    Formula(
        "independent_mean",
        "confidence-mean-1",
        _("Independent confidence, mean"),
        _("mean of the last independent ratings"),
        Unit.LEVEL,
        Over.MEASURES,
        average,
        row=lambda row: row.independent_now,
    ),
    Formula(
        "own",
        "confidence-1",
        _("Own confidence"),
        MEDIAN_OF_OWN,
        Unit.LEVEL,
        Over.MEASURES,
        in_the_middle,
        row=lambda row: row.own_now,
        sources="own",
        inside=True,
    ),
    _derived(
        "gap",
        _("Own above independent"),
        _("own confidence − independent confidence"),
        difference,
        ("own", "independent"),
        unit=Unit.LEVEL,
        inside=True,
    ),
    Formula(
        "computed",
        "computed-1",
        _("Rating by figures alone"),
        _("mean of cost, schedule and own rating; an own rating lower than both decides alone"),
        Unit.LEVEL,
        Over.MEASURES,
        average,
        row=lambda row: row.computed,
        sources="computed",
        inside=True,
    ),
    _sum(
        "stale",
        _("Stale ratings"),
        _("older than the pack allows, or the same too many times in a row"),
        _counted(lambda row: row.stale),
        unit=Unit.COUNT,
    ),
    _sum(
        "high_risks",
        _("High risks"),
        _("risks of the passport with probability × impact of 15 and more"),
        lambda row: None if row.is_over else row.facts.high_risks,
        "risks",
        unit=Unit.COUNT,
        inside=True,
    ),
    _sum(
        "late_conditions",
        _("Conditions of the Council that are late"),
        _("not met, and their day has passed"),
        lambda row: row.facts.late_conditions,
        unit=Unit.COUNT,
    ),
    _sum(
        "attention",
        _("Measures that need a decision"),
        _("at least one alert"),
        _counted(lambda row: None if row.is_over else bool(alerts_of(row))),
        unit=Unit.COUNT,
        inside=True,
    ),
    _sum(
        "fresh",
        _("Measures with fresh data"),
        _("something was entered of late"),
        _counted(_fresh),
        unit=Unit.COUNT,
    ),
)
FORMULAS = {one.code: one for one in TABLE}

GROUPS = (
    (
        pgettext_lazy("figures", "Money"),
        ("planned", "approved", "contracted", "paid", "year_share", "forecast"),
    ),
    (
        _("Earned value"),
        ("planned_value", "earned_value", "cost", "cost_index", "schedule_index", "needed_index"),
    ),
    (_("Time"), ("starts_on", "ends_on", "slip", "time_index", "end_at_pace")),
    (_("Confidence"), ("independent", "independent_mean", "own", "gap", "computed", "stale")),
    (
        _("Data and decisions"),
        ("measures", "fresh", "attention", "late_conditions", "high_risks", "budget_change"),
    ),
)
