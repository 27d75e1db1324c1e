"""What the pack says of conversion: weights, thresholds, who agrees, the term of agreement."""

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


class ConversionLaw(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    weights: dict[str, float]
    weights_source: Source
    social: list[ChapterOfList]
    quality: dict[str, float]
    quality_source: Source
    goals: list[Goal]
    goals_source: Source
    agreement_days: int
    agreement_source: Source
    concerned: dict[str, str]  # by audience of a list, the ministry that agrees
    regulator: str
    regulator_source: Source

    @property
    def thresholds(self) -> Quality:
        return Quality(int(self.quality["least_ratings"]), self.quality["red_below"])


@cache
def law() -> ConversionLaw:
    return msgspec.convert(pack().yaml("conversion.yaml"), ConversionLaw)
