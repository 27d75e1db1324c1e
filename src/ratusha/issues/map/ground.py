"""The ground below the issues: towns and villages of the territory, the great ones first. No other server is asked."""

import math
from functools import lru_cache

from django.db.models import Q

from ratusha.kernel.texts import in_language
from ratusha.territory.public import Level, Settlement, Unit

from . import grid
from .tiles import Tile
from .vector_tile import EXTENT, Point, tile

FIRST_ZOOM, LAST_ZOOM = 4, 11
LEAST = {4: 150_000, 5: 80_000, 6: 30_000, 7: 10_000, 8: 4_000, 9: 1_500, 10: 300}  # people


@lru_cache(2000)
def ground_in(where: Tile, language: str) -> bytes:
    """The territory changes with a new edition of the pack only, and then the process begins anew."""
    north, west = grid.degrees(*_corner(where, 0))
    south, east = grid.degrees(*_corner(where, 1))
    inside = Q(lat__gt=south, lat__lte=north, lon__gte=west, lon__lt=east)
    least = LEAST.get(where.zoom, 0)
    found = Settlement.objects.filter(inside)
    if least:
        found = found.filter(population__gte=least)
    named = [(one.name, one.population or 0, one.lat, one.lon) for one in found]
    if where.zoom == LAST_ZOOM:
        parts = Unit.objects.filter(inside, level=Level.CITY_DISTRICT)
        named += [(one.name, one.population or 0, one.lat, one.lon) for one in parts]
    points = []
    for name, people, lat, lon in named:
        x, y = grid.position(float(lat or 0), float(lon or 0))
        scale = EXTENT / (1 << grid.FINEST - where.zoom)
        here = int(x * scale) - where.column * EXTENT, int(y * scale) - where.row * EXTENT
        size = int(math.log10(max(people, 1)))
        points.append(Point(*here, {"name": in_language(name, language).text, "size": size}))
    return tile({"places": points})


def _corner(where: Tile, step: int) -> tuple[int, int]:
    side = 1 << grid.FINEST - where.zoom
    return (where.column + step) * side, (where.row + step) * side
