"""The regions as equal tiles of six sides, without what is told of them: each map adds its own."""

from collections.abc import Callable
from dataclasses import dataclass

from ratusha.kernel.pack import pack
from ratusha.kernel.texts import in_my_language
from ratusha.ui import charts


@dataclass(frozen=True)
class OnTile:
    """Of one region: what stands on its tile, how dark it is, and where it leads."""

    text: str
    level: int
    address: str = ""


@dataclass(frozen=True)
class Tile:
    name: str
    text: str
    level: int
    hexagon: charts.Hexagon
    address: str


def region_tiles(tell: Callable[[str], OnTile]) -> list[Tile]:
    """`tell` is asked for each region by its territory code."""
    return [
        Tile(
            name=in_my_language(one["name"]).text,
            text=told.text,
            level=told.level,
            hexagon=charts.hexagon(one["x"], one["y"]),
            address=told.address,
        )
        for one in pack().yaml("territory/tiles.yaml")["tiles"]
        for told in [tell(one["code"])]
    ]
