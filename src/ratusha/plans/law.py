"""What the country sets for plans and reports: indicators, money, reasons of a gap. Read from the pack once."""

from functools import cache

import msgspec

from ratusha.kernel.pack import pack
from ratusha.kernel.sources import Fact, Source
from ratusha.kernel.texts import Text, in_my_language

from .rules import Weights


class Named(Fact, frozen=True):
    code: str
    name: Text

    def said(self) -> str:
        return in_my_language(self.name).text


class Indicator(Named, frozen=True):
    """`owners`: kinds of bodies whose plan must have it; empty: it is there to be chosen."""

    unit: Text
    direction: str = "more"
    owners: list[str] = []

    def unit_said(self) -> str:
        return in_my_language(self.unit).text


class Discipline(Fact, frozen=True):
    on_time: int
    complete: int
    each_return: int
    source: Source

    @property
    def weights(self) -> Weights:
        return Weights(self.on_time, self.complete, self.each_return)


class PlanLaw(Fact, frozen=True):
    source: Source
    indicators_source: Source
    indicators: list[Indicator]
    money_source: Source
    money: list[Named]
    reasons_source: Source
    reasons: list[Named]
    discipline: Discipline

    def indicator(self, code: str) -> Indicator | None:
        return next((one for one in self.indicators if one.code == code), None)


@cache
def law() -> PlanLaw:
    return msgspec.convert(pack().yaml("plans.yaml"), PlanLaw)


@cache
def tasks() -> list[Named]:
    """The tasks of digital development; the pack lists them with the measures that serve them."""
    return msgspec.convert(pack().yaml("measures.yaml")["tasks"], list[Named])


def name_of(entries: list[Named], code: str) -> str:
    return next((one.said() for one in entries if one.code == code), code)
