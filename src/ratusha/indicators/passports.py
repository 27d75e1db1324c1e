"""Passports of indicators: what each measures, its formula, source, targets. Read from the pack once."""

from datetime import date
from decimal import Decimal
from functools import cache
from typing import Literal

import msgspec

from ratusha.kernel.pack import pack
from ratusha.kernel.texts import Said, Text, in_my_language
from ratusha.procedures.public import Source

from .rules import Direction, Standing, Unit, standing
from .way import last_day


class Target(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    year: int
    value: Decimal
    act: Source

    @property
    def on(self) -> date:
        return last_day(self.year)


class Thresholds(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    good: Decimal
    fair: Decimal


class Passport(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    code: str
    version: str
    name: Text
    definition: Text
    formula: Text
    unit: Unit
    direction: Direction
    source: Text
    thresholds: Thresholds
    quality: str  # a class of the file
    valid_from: date
    valid_to: date | None = None  # the last day on which a value is taken
    targets: list[Target] = []
    official: bool = False
    sample: bool = False
    frequency: Literal["day"] = "day"

    def said(self) -> Said:
        return in_my_language(self.name)

    def in_effect(self, on: date) -> bool:
        return self.valid_from <= on and (self.valid_to is None or on <= self.valid_to)

    def standing(self, value: Decimal | None) -> Standing:
        return standing(value, self.thresholds.good, self.thresholds.fair, self.direction)


class _File(msgspec.Struct, frozen=True):
    responsible: str
    home: list[str]
    thresholds_source: Source
    revision: Text
    quality: dict[str, Text]
    indicators: list[Passport]


@cache
def _file() -> _File:
    return msgspec.convert(pack().yaml("indicators.yaml"), _File)


def passports() -> list[Passport]:
    return _file().indicators


def passport(code: str) -> Passport | None:
    return next((one for one in passports() if one.code == code), None)


def on_the_home_page() -> list[str]:
    return _file().home


def thresholds_source() -> Source:
    return _file().thresholds_source


def revision() -> Text:
    """What happens to a value that turns out to be wrong: the same for all."""
    return _file().revision


def quality_class(found: Passport) -> Text:
    return _file().quality[found.quality]


def responsible_code() -> str:
    return _file().responsible
