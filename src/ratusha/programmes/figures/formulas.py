"""The table of formulas. A change of a formula is a new version of it."""

from datetime import date

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from ratusha.programmes.attention import alerts_of
from ratusha.programmes.law import law
from ratusha.programmes.picture import Row
from ratusha.ui.numbers import Unit

from .combining import (
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
)
from .formula import Formula, Over, counted, derived, summed


def _fresh(row: Row) -> bool | None:
    if row.is_over:
        return None
    touched: date | None = row.facts.touched_on
    return touched is not None and (row.today - touched).days <= law().confidence.stale_after.days


MEDIAN_OF_INDEPENDENT = _(
    "median of the last independent ratings; of one measure: the median of nine marks, "
    "no higher than the lowest for owner, money and security"
)
MEDIAN_OF_OWN = _(
    "median of the last own ratings; of one measure: the median of nine marks, "
    "no higher than the lowest for owner, money and security"
)
TABLE = (
    summed("measures", _("Measures"), _("how many stand here"), lambda _row: 1, unit=Unit.COUNT),
    summed(
        "planned",
        _("Planned"),
        _("sum of the budget lines of the last technical passports"),
        lambda row: row.facts.planned,
        "plan",
    ),
    summed(
        "approved",
        _("Approved"),
        _("sum of the budget lines of the passports that were included by an act"),
        lambda row: row.facts.approved,
        "approved",
    ),
    summed(
        "contracted",
        _("Contracted"),
        _("sum of the stages of signed contracts"),
        lambda row: row.facts.contracted,
        "stages",
    ),
    summed(
        "paid",
        _("Paid"),
        _("sum of payments under contracts"),
        lambda row: row.facts.paid,
        "payments",
    ),
    summed(
        "year_planned",
        _("Planned for this year"),
        _("sum of the budget lines of this year"),
        lambda row: row.facts.planned_in_year,
        "plan_year",
    ),
    summed(
        "year_paid",
        _("Paid this year"),
        _("sum of payments of this year"),
        lambda row: row.facts.paid_in_year,
        "payments_year",
    ),
    derived(
        "year_share",
        _("Spent of the plan of this year"),
        _("paid this year ÷ planned for this year"),
        ratio,
        ("year_paid", "year_planned"),
        unit=Unit.SHARE,
    ),
    summed(
        "budget",
        _("Budget of the last baseline"),
        _("sum of the stages of the last baseline"),
        lambda row: row.budget,
        "baseline",
    ),
    summed(
        "first_budget",
        _("Budget of the original baseline"),
        _("sum of the stages of the original baseline"),
        lambda row: row.first_budget,
        "first",
    ),
    derived(
        "budget_change",
        _("Change since the original baseline"),
        _("budget of the last baseline − budget of the original one"),
        difference,
        ("budget", "first_budget"),
        unit=Unit.MONEY,
    ),
    summed(
        "planned_value",
        _("Planned value (PV)"),
        _("sum of stages × the share that the plan has done by today"),
        lambda row: row.planned_value,
        "planned_stages",
    ),
    summed(
        "earned_value",
        _("Earned value (EV)"),
        _("sum of stages × the share with accepted evidence"),
        lambda row: row.earned_value,
        "earned_stages",
    ),
    summed(
        "cost",
        _("Actual cost (AC)"),
        _("payments of measures that have a baseline"),
        lambda row: row.cost,
        "payments",
    ),
    derived("cost_index", _("Cost index (CPI)"), _("EV ÷ AC"), ratio, ("earned_value", "cost")),
    derived(
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
    derived(
        "forecast",
        _("Forecast of cost (EAC)"),
        _("budget ÷ CPI: if the rest costs as the work so far did"),
        by_cost,
        ("budget", "cost_index"),
        unit=Unit.MONEY,
    ),
    derived(
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
    derived(
        "slip",
        _("Moved since the original baseline"),
        _("end by the last baseline − end by the original one"),
        days_between,
        ("ends_on", "first_end"),
        unit=Unit.DAYS,
    ),
    derived(
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
    derived(
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
    summed(
        "stale",
        _("Stale ratings"),
        _("older than the pack allows, or the same too many times in a row"),
        counted(lambda row: row.stale),
        unit=Unit.COUNT,
    ),
    summed(
        "high_risks",
        _("High risks"),
        _("risks of the passport with probability × impact of 15 and more"),
        lambda row: None if row.is_over else row.facts.high_risks,
        "risks",
        unit=Unit.COUNT,
        inside=True,
    ),
    summed(
        "late_conditions",
        _("Conditions of the Council that are late"),
        _("not met, and their day has passed"),
        lambda row: row.facts.late_conditions,
        unit=Unit.COUNT,
    ),
    summed(
        "attention",
        _("Measures that need a decision"),
        _("at least one alert"),
        counted(lambda row: None if row.is_over else bool(alerts_of(row))),
        unit=Unit.COUNT,
        inside=True,
    ),
    summed(
        "fresh",
        _("Measures with fresh data"),
        _("something was entered of late"),
        counted(_fresh),
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
