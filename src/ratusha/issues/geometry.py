"""The country laid flat: metres east and north. Enough to tell who is nearer; not for surveying. Pure."""

import math
from functools import cache

from .law import law

METRES = 111_320.0  # in a degree of latitude
Flat = tuple[float, float]
Box = tuple[float, float, float, float]  # west, south, east, north, in degrees


@cache
def _narrow() -> float:
    """How much shorter a degree of longitude is in the middle of the country."""
    _west, south, _east, north = law().bounds
    return math.cos(math.radians((south + north) / 2))


def flat(lat: float, lon: float) -> Flat:
    return lon * METRES * _narrow(), lat * METRES


def metres_between(one: Flat, other: Flat) -> float:
    return math.dist(one, other)


def box_around(lat: float, lon: float, metres: float) -> Box:
    up, aside = metres / METRES, metres / METRES / _narrow()
    return lon - aside, lat - up, lon + aside, lat + up
