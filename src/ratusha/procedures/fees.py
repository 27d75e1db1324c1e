"""What an application costs: every line with how it was counted. Pure: answers, facts and the day come in.

Rounding: a line is counted exactly (base value, multiple, quantity) and rounded once, as base_values.yaml says.
Shares are whole kopecks that add up to the sum: what is left after rounding down goes to the largest remainders.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from typing import Any

from django.utils.translation import gettext as _

from ratusha.kernel.errors import RuleBroken
from ratusha.kernel.money import BaseValue, Money, base_value, national_rounding
from ratusha.kernel.pack import pack
from ratusha.kernel.texts import Text

from .definition import Definition
from .expressions import evaluate, value_of
from .facts import Source
from .fee_rule import Exemption, FeeRule, Payer, Tariff

MOST = Decimal(1_000_000)  # of whatever is counted
WHOLE = "fee"  # the code of the only line where a rule has but a multiple


@dataclass(frozen=True)
class FeeLine:
    """`multiple` and `base` are none for a fixed sum."""

    code: str
    label: Text
    amount: Money
    multiple: Decimal | None
    base: BaseValue | None
    quantity: Decimal
    source: Source


@dataclass(frozen=True)
class ShareOfFee:
    """`payer` is none where the applicant pays all."""

    payer: Payer | None
    amount: Money


@dataclass(frozen=True)
class Fee:
    """`known` is false where the tariffs are not entered: then nothing is said of a sum."""

    on: date
    known: bool
    lines: tuple[FeeLine, ...]
    exemption: Exemption | None
    shares: tuple[ShareOfFee, ...]

    @property
    def full(self) -> Money:
        """Without the exemption."""
        return sum_of(line.amount for line in self.lines)

    @property
    def total(self) -> Money:
        return _nothing() if self.exemption else self.full


def fee_of(promise: Definition, context: Mapping[str, Any], on: date) -> Fee:
    """What this application costs on this day, and why. `context`: answers, facts, applicant, today."""
    rule = promise.fee
    if rule is None or not is_known(rule):
        return Fee(on, known=False, lines=(), exemption=None, shares=())
    lines = tuple(line_of(t, rule, on, quantity_of(t, context)) for t in _taken(rule, context))
    exemption = next((e for e in rule.exemptions if is_proven(e, context)), None)
    total = _nothing() if exemption else sum_of(line.amount for line in lines)
    return Fee(on, known=True, lines=lines, exemption=exemption, shares=_shares(rule, total))


def is_known(rule: FeeRule) -> bool:
    return rule.kind in {"free", "base_value", "tariffs"}


def tariffs_of(rule: FeeRule) -> list[Tariff]:
    """All of them; a single multiple is one tariff without a name of its own."""
    if rule.kind == "base_value":
        return [Tariff(code=WHOLE, label={}, multiple=rule.multiple)]
    return rule.tariffs if rule.kind == "tariffs" else []


def _taken(rule: FeeRule, context: Mapping[str, Any]) -> list[Tariff]:
    taken = [t for t in tariffs_of(rule) if evaluate(t.when, context)]
    return taken[:1] if rule.combine == "first" else taken


def quantity_of(tariff: Tariff, context: Mapping[str, Any]) -> Decimal:
    """How many of what the tariff counts there are in this application; one where it counts nothing."""
    if not tariff.quantity:
        return Decimal(1)
    try:
        quantity = Decimal(str(value_of(tariff.quantity, context)))
    except InvalidOperation:
        quantity = Decimal("NaN")
    if not (quantity.is_finite() and 0 <= quantity <= MOST):
        message = _("A rule of this procedure could not be applied to these data.")
        raise RuleBroken("fee.quantity_wrong", message)
    return quantity


def line_of(tariff: Tariff, rule: FeeRule, on: date, quantity: Decimal = Decimal(1)) -> FeeLine:
    base = None if tariff.amount else base_value(on)
    multiple = None if tariff.amount else Decimal(tariff.multiple)
    one = base.amount * (multiple or 0) if base else Money(Decimal(tariff.amount), _currency())
    return FeeLine(
        code=tariff.code,
        label=tariff.label,
        amount=(one * quantity).rounded(national_rounding()),
        multiple=multiple,
        base=base,
        quantity=quantity,
        source=tariff.source or rule.source,
    )


def is_proven(exemption: Exemption, context: Mapping[str, Any]) -> bool:
    """The condition holds, and what proves it is there: a register that is silent proves nothing."""
    if exemption.document and not (context.get("answers") or {}).get(exemption.document):
        return False
    if exemption.service and not (context.get("facts") or {}).get(exemption.service):
        return False
    try:
        return evaluate(exemption.when, context)
    except RuleBroken:
        return False  # the fact that it asks for is not held


def _shares(rule: FeeRule, total: Money) -> tuple[ShareOfFee, ...]:
    if not rule.payers:
        return (ShareOfFee(None, total),)
    sums = split(total, [Fraction(payer.share) for payer in rule.payers])
    return tuple(ShareOfFee(payer, amount) for payer, amount in zip(rule.payers, sums, strict=True))


def split(total: Money, parts: Sequence[Fraction]) -> list[Money]:
    """Whole steps of the national rounding that add up to the total; equal remainders are served in their order."""
    if sum(parts) != 1:
        raise ValueError("the shares of a fee come to one")
    step = national_rounding().step
    steps = int(total.amount / step)
    exact = [part * steps for part in parts]
    given = [int(one) for one in exact]
    waiting = sorted(range(len(parts)), key=lambda place: given[place] - exact[place])
    for place in waiting[: steps - sum(given)]:
        given[place] += 1
    return [Money((step * one).quantize(step), total.currency) for one in given]


def sum_of(amounts: Any) -> Money:
    return sum(amounts, start=_nothing())


def _nothing() -> Money:
    return Money(Decimal("0.00"), _currency())


def _currency() -> str:
    return str(pack().about["currency"])
