"""Rules about what is achieved: where it starts, what is aimed at, year by year (P04, P05, P06)."""

from collections.abc import Iterator
from decimal import Decimal

from django.utils.translation import gettext as _

from .definition import Answers
from .reading import day, number, rows
from .ruling import ERROR, Circumstances, Rules

RULES = Rules()


@RULES.enter("P04", ERROR, "indicators", "indicators")
def _baseline_is_known(answers: Answers, beside: Circumstances) -> Iterator[str]:
    for one in rows(answers, "indicators", "indicators"):
        measured = day(one, "baseline_on")
        if number(one, "baseline") is None or measured is None or measured > beside.today:
            yield _("P04: “%(name)s” needs a baseline, measured not later than today.") % {
                "name": one.get("name")
            }


@RULES.enter("P05", ERROR, "indicators", "indicators")
def _target_differs(answers: Answers, _beside: Circumstances) -> Iterator[str]:
    for one in rows(answers, "indicators", "indicators"):
        if number(one, "target") is not None and number(one, "target") == number(one, "baseline"):
            yield _("P05: the target of “%(name)s” is the same as its baseline.") % {
                "name": one.get("name")
            }


@RULES.enter("P05", ERROR, "indicators", "targets")
def _every_year_has_its_target(answers: Answers, _beside: Circumstances) -> Iterator[str]:
    """The way to the target, year by year; its last year brings what was promised."""
    years: dict[str, dict[Decimal, Decimal]] = {}
    named = {_name(one): one for one in rows(answers, "indicators", "indicators")}
    for one in rows(answers, "indicators", "targets"):
        of, year, wanted = _name(one, "indicator"), number(one, "year"), number(one, "value")
        if of and of not in named:
            yield _("P05: there is no indicator “%(name)s”.") % {"name": one.get("indicator")}
        if of and year is not None and wanted is not None:
            years.setdefault(of, {})[year] = wanted
    for of, one in named.items():
        told, target = years.get(of, {}), number(one, "target")
        if of and not told:
            yield _("P05: “%(name)s” has no target of a year.") % {"name": one.get("name")}
        elif told and target is not None and told[max(told)] != target:
            said = {"name": one.get("name"), "year": max(told), "value": told[max(told)]}
            yield (
                _(
                    "P05: the last year of “%(name)s”, %(year)s, brings %(value)s and not its target."
                )
                % said
            )


def _name(row: dict[str, object], field: str = "name") -> str:
    return str(row.get(field) or "").strip().lower()


@RULES.enter("P06", ERROR, "indicators", "indicators")
def _an_outcome_is_there(answers: Answers, _beside: Circumstances) -> Iterator[str]:
    if not any(one.get("outcome") is True for one in rows(answers, "indicators", "indicators")):
        yield _("P06: at least one indicator must show an outcome for people.")
