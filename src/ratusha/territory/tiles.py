"""Districts and cities as equal tiles: where each lies, how big the drawing is, and where regions meet."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from ratusha.kernel.pack import pack

SIDE = 46  # of a tile in the drawing
GAP = 2


@dataclass(frozen=True)
class Spot:
    """Where a tile lies, in whole columns and rows."""

    code: str
    x: int
    y: int

    @property
    def left(self) -> float:
        return self.x * SIDE + GAP

    @property
    def top(self) -> float:
        return self.y * SIDE + GAP


@cache
def spots() -> list[Spot]:
    told = pack().yaml("territory/district_tiles.yaml")["tiles"]
    return [Spot(one["code"], one["x"], one["y"]) for one in told]


def size() -> tuple[int, int]:
    """Width and height of the whole drawing."""
    across, down = max(one.x for one in spots()), max(one.y for one in spots())
    return (across + 1) * SIDE + GAP, (down + 1) * SIDE + GAP


def borders(regions: Mapping[tuple[int, int], str]) -> str:
    """The edges of tiles on whose two sides lie different regions, as one path."""
    half = GAP / 2
    found = []
    for (x, y), region in sorted(regions.items()):
        left, top = x * SIDE + half, y * SIDE + half
        if regions.get((x + 1, y), region) != region:
            found.append(f"M{left + SIDE:g},{top:g}v{SIDE}")
        if regions.get((x, y + 1), region) != region:
            found.append(f"M{left:g},{top + SIDE:g}h{SIDE}")
    return "".join(found)
