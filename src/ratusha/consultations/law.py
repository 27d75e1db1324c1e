"""What the country's acts say of consultations: thresholds, terms, grounds. Read from the pack once."""

from functools import cache

import msgspec

from ratusha.kernel.pack import pack
from ratusha.kernel.texts import Text, in_my_language
from ratusha.procedures.public import Source


class Ground(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An entry of a closed list: a code that stays and its words."""

    code: str
    name: Text

    def said(self) -> str:
        return in_my_language(self.name).text


class Polls(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    least_ballots: int
    least_trustees: int
    source: Source


class Threshold(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """So many signatures in a unit of this level; an empty level is the whole country."""

    level: str
    signatures: int


class Petitions(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    age: int
    body_kind: str
    body_of_country: str
    collecting: str
    answering: str
    moderating: str
    most_running: int
    thresholds: list[Threshold]
    grounds: list[Ground]
    source: Source

    def ground(self, code: str) -> Ground | None:
        return next((one for one in self.grounds if one.code == code), None)

    def threshold(self, level: str) -> int:
        found = next((one.signatures for one in self.thresholds if one.level == level), None)
        return found or max(one.signatures for one in self.thresholds)


class Drafts(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    least_days: int
    source: Source
    most_a_day: int


class Budgets(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    age: int
    source: Source
    most_ideas: int


class Opinions(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Who has answered fewer than `least_answers` is on no map; a group of fewer than `least_group` is not shown."""

    age: int
    least_group: int
    least_answers: int
    least_seeds: int
    most_statements: int
    source: Source


class Law(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    polls: Polls
    petitions: Petitions
    drafts: Drafts
    budgets: Budgets
    opinions: Opinions


@cache
def law() -> Law:
    return msgspec.convert(pack().yaml("consultations.yaml"), Law)
