"""What a procedure costs, as a stranger reads it: every tariff in money of today, and who pays nothing."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from ratusha.kernel.errors import RuleBroken
from ratusha.kernel.money import Money, in_base_values
from ratusha.kernel.texts import Said, in_language, in_my_language
from ratusha.procedures.public import (
    Exemption,
    FeeLine,
    FeeRule,
    Ground,
    Source,
    Tariff,
    line_of,
    tariffs_of,
)

from .registers_named import register_name


@dataclass(frozen=True)
class TariffRow:
    """`counted`: 0,5 of a base value, today 22,50 руб."""

    label: Said
    counted: str
    per: Said
    source: Source


@dataclass(frozen=True)
class ExemptionRow:
    """`register` proves it; else the person brings a document."""

    label: Said
    register: Said | None
    source: Source


@dataclass(frozen=True)
class Costs:
    tariffs: list[TariffRow]
    exemptions: list[ExemptionRow]
    shares: list[tuple[Said, str]]
    refunds: list[tuple[Said, Ground]]
    add_up: bool
    when: str


def by_amount(line: FeeLine) -> Money:
    return line.amount


def cost_in_short(rule: FeeRule, on: date) -> tuple[str, str]:
    """One sum, or from the least to the most, and how it is counted."""
    if rule.kind == "free":
        return _("free of charge"), ""
    if rule.kind == "several":
        return _("depends on the case: there are several tariffs"), ""
    if rule.kind == "paid_service":
        return _("by the tariffs of the body"), ""
    try:
        lines = sorted((line_of(t, rule, on) for t in tariffs_of(rule)), key=by_amount)
    except RuleBroken:
        return in_base_values(Decimal(rule.multiple or 0)), ""
    counts = any(tariff.quantity for tariff in tariffs_of(rule))  # the most is not known then
    if len(lines) == 1 and not counts:
        return lines[0].amount.text(), _counted(lines[0])
    words = {"least": lines[0].amount.text(), "most": lines[-1].amount.text()}
    note = _("depends on the case: see below")
    if counts or rule.combine == "all" or lines[0].amount == lines[-1].amount:
        return _("from %(least)s") % words, note
    return _("from %(least)s to %(most)s") % words, note


def costs_of(rule: FeeRule, on: date) -> Costs | None:
    language = get_language() or ""
    try:
        tariffs = [_tariff(t, rule, on) for t in tariffs_of(rule)]
    except RuleBroken:  # no base value is known for the day
        return None
    shares = [(in_language(p.label, language), p.share) for p in rule.payers]
    when = {
        "": "",
        "lodging": _("The sum is asked when you lodge the application."),
        "acceptance": _("The sum is asked after the application is accepted: not before."),
    }[rule.charged]
    return Costs(
        tariffs=tariffs,
        exemptions=[_exemption(e) for e in rule.exemptions],
        shares=shares,
        refunds=[(in_language(g.text, language), g) for g in rule.refunds],
        add_up=rule.combine == "all",
        when=when,
    )


def _tariff(tariff: Tariff, rule: FeeRule, on: date) -> TariffRow:
    language = get_language() or ""
    line = line_of(tariff, rule, on)
    label = in_language(tariff.label or {"en": _("The fee")}, language)
    return TariffRow(label, _today(line), in_language(tariff.per, language), line.source)


def _today(line: FeeLine) -> str:
    if line.multiple is None:
        return line.amount.text()
    words = {"share": in_base_values(line.multiple), "sum": line.amount.text()}
    return _("%(share)s, today %(sum)s") % words


def _counted(line: FeeLine) -> str:
    return in_base_values(line.multiple) if line.multiple is not None else ""


def _exemption(exemption: Exemption) -> ExemptionRow:
    return ExemptionRow(
        in_my_language(exemption.label),
        register_name(exemption.service) if exemption.service else None,
        exemption.source,
    )
