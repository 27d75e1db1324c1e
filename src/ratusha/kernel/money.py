"""Money is a Decimal with a currency; how it is rounded and what a base value is, the country pack says."""

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_CEILING, ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from functools import cache
from typing import Self

import msgspec
from babel.numbers import format_decimal
from django.conf import settings
from django.utils.translation import get_language, ngettext, pgettext
from django.utils.translation import gettext as _

from .dates import day_in_words
from .errors import RuleBroken
from .pack import pack
from .texts import Text, in_language

MODES = {
    "half_up": ROUND_HALF_UP,
    "half_even": ROUND_HALF_EVEN,
    "down": ROUND_DOWN,
    "up": ROUND_CEILING,
}


@dataclass(frozen=True, order=True)
class Money:
    amount: Decimal
    currency: str

    def __add__(self, other: Self) -> Self:
        return type(self)(self.amount + self._same(other).amount, self.currency)

    def __sub__(self, other: Self) -> Self:
        return type(self)(self.amount - self._same(other).amount, self.currency)

    def __mul__(self, factor: Decimal | int) -> Self:
        """Exact: round when the law says so, once, with `rounded`."""
        return type(self)(self.amount * factor, self.currency)

    def __str__(self) -> str:
        return f"{self.amount} {self.currency}"

    def rounded(self, rule: "Rounding") -> Self:
        return type(self)(rule.apply(self.amount), self.currency)

    def text(self, lang: str = "") -> str:
        """1 234,50 руб. in the active language or the one asked for."""
        lang = _language(lang)
        amount = format_decimal(self.amount, "#,##0.00", locale=lang, decimal_quantization=False)
        sign = in_language(_file().signs.get(self.currency, {}), lang).text or self.currency
        return f"{amount}\N{NO-BREAK SPACE}{sign}"

    def _same(self, other: Self) -> Self:
        if other.currency != self.currency:
            raise ValueError(f"{self.currency} and {other.currency} do not add up")
        return other


class Rounding(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """To a multiple of `step`, by one of `MODES`."""

    step: Decimal
    mode: str

    def apply(self, amount: Decimal) -> Decimal:
        steps = (amount / self.step).quantize(Decimal(1), rounding=MODES[self.mode])
        return (steps * self.step).quantize(self.step)


class BaseValueRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    since: date
    amount: Decimal
    source: Text
    confidence: str


class MoneyFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """base_values.yaml of the pack."""

    rounding: Rounding
    signs: dict[str, Text]
    base_values: list[BaseValueRow]


@dataclass(frozen=True)
class BaseValue:
    """The unit in which fees and fines are set, as in force from `since`."""

    amount: Money
    since: date
    source: Text
    confidence: str


def base_value(on: date) -> BaseValue:
    in_force = [row for row in _file().base_values if row.since <= on]
    if not in_force:
        message = _("No base value is known for %(day)s. Add it to base_values.yaml.") % {
            "day": day_in_words(on)
        }
        raise RuleBroken("money.base_value_gap", message)
    row = max(in_force, key=lambda row: row.since)
    money = Money(row.amount, pack().about["currency"])
    return BaseValue(money, row.since, row.source, row.confidence)


def multiple_of_base_value(multiple: Decimal, on: date) -> Money:
    """A fee of so many base values on that day, rounded as the pack says."""
    return (base_value(on).amount * multiple).rounded(_file().rounding)


def in_base_values(multiple: Decimal) -> str:
    """1 base value, 3 base values, 0,5 of a base value: as people say it, in the active language."""
    words = {"number": format_decimal(multiple, "#,##0.###", locale=_language())}
    if multiple == multiple.to_integral_value():
        said = ngettext("%(number)s base value", "%(number)s base values", int(multiple))
    elif multiple < 1:
        said = _("%(number)s of a base value")
    else:
        said = pgettext("with a fraction", "%(number)s base values")
    return said % words


def _language(lang: str = "") -> str:
    return (lang or get_language() or str(settings.LANGUAGE_CODE)).partition("-")[0]


def national_rounding() -> Rounding:
    return _file().rounding


@cache
def _file() -> MoneyFile:
    return msgspec.convert(pack().yaml("base_values.yaml"), MoneyFile)
