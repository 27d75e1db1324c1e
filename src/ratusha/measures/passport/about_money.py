"""Rules about money: sums, years, sources, support, suppliers (P01, P02, P11, P12, P13, P15, Q05)."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from ratusha.measures.routes import STATE_MONEY, Money
from ratusha.ui import formats

from .definition import Answers
from .reading import day, number, rows, value
from .ruling import ERROR, WARNING, Circumstances, Rules

SUPPORT_YEARS = 3
LEAST_SHARE, MOST_SHARE = Decimal("0.08"), Decimal("0.30")
LAST_QUARTER = Decimal("0.40")
ONE_SUPPLIER = Decimal("0.60")

RULES = Rules()


def _lines(answers: Answers) -> list[dict[str, object]]:
    return rows(answers, "budget", "lines")


def _sum(lines: list[dict[str, object]], field: str = "amount") -> Decimal:
    return sum((number(one, field) or Decimal() for one in lines), Decimal())


@RULES.enter("P01", ERROR, "budget", "total")
def _total_is_the_sum(answers: Answers, _beside: Circumstances) -> Iterator[str]:
    total = number(answers.get("budget", {}), "total")
    made = _sum(_lines(answers))
    if total is not None and total != made:
        said = {"total": f"{total:.2f}", "made": f"{made:.2f}"}
        yield (
            _(
                "P01: the lines make %(made)s, but the total says %(total)s. They must be equal to the kopeck."
            )
            % said
        )


@RULES.enter("P02", ERROR, "budget", "lines")
def _years_are_of_the_programme(answers: Answers, beside: Circumstances) -> Iterator[str]:
    if beside.years is None or value(answers, "budget", "carried_over") is True:
        return
    first, last = beside.years
    for line in _lines(answers):
        year = number(line, "year")
        if year is not None and not first <= year <= last:
            said = {"year": year, "first": first, "last": last}
            yield (
                _(
                    "P02: year %(year)s is outside the programme (%(first)s to %(last)s), and nothing carries over."
                )
                % said
            )


@RULES.enter("P02", ERROR, "budget", "lines")
def _money_is_of_the_sources_of_the_measure(
    answers: Answers, beside: Circumstances
) -> Iterator[str]:
    """Its route was chosen by them, and its contract can take money from no other (C04)."""
    taken = {str(one.get("source") or "") for one in _lines(answers)} - {""}
    for source in sorted(taken - set(beside.sources)) if beside.sources else ():
        said = {"source": _source(source), "own": ", ".join(_source(one) for one in beside.sources)}
        yield (
            _("P02: lines take money from “%(source)s”; the measure is paid for by: %(own)s.")
            % said
        )


def _source(code: str) -> str:
    return str(Money(code).label) if code in Money.values else code


@RULES.enter("P11", ERROR, "budget", "lines")
def _support_has_money(answers: Answers, _beside: Circumstances) -> Iterator[str]:
    """Every calendar year that the first years of operation touch; without the day nothing can be counted."""
    works_from = day(answers.get("schedule", {}), "operation_on")
    if works_from is None:
        return
    paid = {
        number(one, "year")
        for one in _lines(answers)
        if one.get("nature") == "support" and number(one, "amount")
    }
    bare = [str(year) for year in _years_of_support(works_from) if Decimal(year) not in paid]
    if bare:
        said = {"day": formats.day(works_from), "years": SUPPORT_YEARS, "bare": ", ".join(bare)}
        yield (
            _(
                "P11: from %(day)s on support needs money for %(years)s years; there is none for %(bare)s."
            )
            % said
        )


def _years_of_support(works_from: date) -> range:
    begins_the_year = (works_from.month, works_from.day) == (1, 1)
    return range(works_from.year, works_from.year + SUPPORT_YEARS + (not begins_the_year))


@RULES.enter("P12", WARNING, "budget", "lines")
def _support_is_in_proportion(answers: Answers, _beside: Circumstances) -> Iterator[str]:
    lines = _lines(answers)
    capital = _sum([one for one in lines if one.get("nature") == "capital"])
    support = [one for one in lines if one.get("nature") == "support"]
    years = len({one.get("year") for one in support})
    if capital and years:
        share = _sum(support) / years / capital
        if not LEAST_SHARE <= share <= MOST_SHARE:
            said = {"share": round(share * 100, 1)}
            yield (
                _(
                    "P12: a year of support costs %(share)s per cent of the creation; 8 to 30 is usual."
                )
                % said
            )


@RULES.enter("P13", WARNING, "budget", "lines")
def _money_is_not_for_the_last_quarter(answers: Answers, _beside: Circumstances) -> Iterator[str]:
    for year in sorted({str(one.get("year")) for one in _lines(answers)}):
        lines = [one for one in _lines(answers) if str(one.get("year")) == year]
        if _sum(lines) and _sum(lines, "last_quarter") / _sum(lines) > LAST_QUARTER:
            yield _(
                "P13: more than 40 per cent of the money of %(year)s falls on its last quarter."
            ) % {"year": year}


@RULES.enter("P15", WARNING, "budget", "lines")
def _suppliers_are_several(answers: Answers, _beside: Circumstances) -> Iterator[str]:
    total = _sum(_lines(answers))
    for supplier in sorted(
        {str(one.get("supplier") or "").strip() for one in _lines(answers)} - {""}
    ):
        part = _sum(
            [one for one in _lines(answers) if str(one.get("supplier") or "").strip() == supplier]
        )
        if total and part / total > ONE_SUPPLIER:
            yield _("P15: “%(supplier)s” gets more than 60 per cent of the money.") % {
                "supplier": supplier
            }


@RULES.enter("Q05", ERROR, "budget", "lines")
def _a_pilot_takes_no_money_of_the_state(answers: Answers, beside: Circumstances) -> Iterator[str]:
    """As RUL-10 refuses the source of a pilot, so its budget has no line of the state."""
    if beside.pilot and any(one.get("source") in STATE_MONEY for one in _lines(answers)):
        yield _("Q05: a pilot is not paid for by the state: take its lines out of the budget.")
