"""What the pack says of conversion: weights, thresholds, who agrees, the term of agreement."""

from decimal import Decimal
from functools import cache

import msgspec

from ratusha.kernel.pack import pack
from ratusha.kernel.texts import Text
from ratusha.procedures.public import Source

from .rules import Quality


class ChapterOfList(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    list: str
    chapter: int


class Goal(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is counted as done, against what."""

    code: str
    name: Text
    least_depth: int
    against: str  # all, demanded, volume
    official: bool = False


class Regulator(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Whose procedures these are: of these chapters of a list, agreed by this body."""

    chapters: list[int]
    body: str
    list: str


class ConversionLaw(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    weights: dict[str, float]
    weights_source: Source
    social: list[ChapterOfList]
    quality: dict[str, float]
    quality_source: Source
    prices: dict[str, Decimal]  # what a document and a visit cost a person
    prices_source: Source
    goals: list[Goal]
    goals_source: Source
    agreement_days: int
    agreement_source: Source
    concerned: dict[str, str]  # by audience of a list, the ministry that agrees
    regulators: list[Regulator]
    regulator_of_others: str
    regulator_source: Source
    duty: Text  # what a side that is asked owes, as the calendar of duties says it

    @property
    def thresholds(self) -> Quality:
        given = self.quality
        return Quality(
            int(given["least_ratings"]), given["red_below"], int(given["least_begun"]), given["red_left_above"],
            given["red_answered_below"],
        )  # fmt: skip

    def regulator(self, of_list: str, chapter: int) -> str:
        """The code of the body that regulates a procedure."""
        found = (one for one in self.regulators if one.list == of_list and chapter in one.chapters)
        return next((one.body for one in found), self.regulator_of_others)


@cache
def law() -> ConversionLaw:
    return msgspec.convert(pack().yaml("conversion.yaml"), ConversionLaw)
