"""What the country's law lets a person ask about their data, and until when it is answered. Read from the pack once."""

from functools import cache

import msgspec

from ratusha.kernel.pack import pack
from ratusha.kernel.terms import Term
from ratusha.procedures.public import Source

from .rules import Asks


class Rule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    term: str
    source: Source

    @property
    def spoken(self) -> str:
        return Term.parse(self.term).text()


class DataLaw(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    act: str
    asks: dict[Asks, Rule]
    breach: Rule  # until when the authority that protects personal data must be told


@cache
def law() -> DataLaw:
    return msgspec.convert(pack().yaml("data_requests.yaml"), DataLaw)


def rule_of(asks: str) -> Rule:
    return law().asks[Asks(asks)]
