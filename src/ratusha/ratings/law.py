"""How ratings are counted and kept, as data of the country. Read from the pack once."""

from functools import cache
from typing import Annotated

import msgspec

from ratusha.kernel.pack import pack
from ratusha.procedures.public import Source

from .crowds import FEWEST


class Signs(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """From where on something is strange enough for a person to look at it."""

    burst_least: int  # ratings of an organisation in a day
    burst_chance: float  # how seldom so many come by chance
    burst_days: int  # the days before, which the day is compared with
    same_network: int  # ratings by different people from one address in a day
    same_words: int  # ratings by different people in the same words
    words_least: int  # shorter words are alike anyway
    kept_days: int  # how long fingerprints of addresses stay


class RatingLaw(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`overseer`: the code of the body that releases words and looks at signs."""

    overseer: str
    prior_weight: int
    certainty: float
    least: Annotated[int, msgspec.Meta(ge=FEWEST)]
    days_to_change: int
    signs: Signs
    criteria_source: Source
    source: Source


@cache
def law() -> RatingLaw:
    return msgspec.convert(pack().yaml("ratings.yaml"), RatingLaw)
