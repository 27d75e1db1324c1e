"""What other modules may use of the territory."""

from .addresses import Address
from .hexagons import OnTile, Tile, region_tiles
from .models import Settlement, Unit
from .places import places_named
from .queries import (
    Region,
    ancestors,
    children,
    find_unit,
    find_units,
    full_name,
    lineage,
    lineage_of,
    nearest_unit,
    region_of,
    regions,
    settlement_text,
    settlements_named,
    units_named,
)
from .rules import Level, lineages
from .services import Loaded, load_territory
from .squares import Ground, Square, ground
from .tiles import spots

__all__ = [
    "Address",
    "Ground",
    "Level",
    "Loaded",
    "OnTile",
    "Region",
    "Settlement",
    "Square",
    "Tile",
    "Unit",
    "ancestors",
    "children",
    "find_unit",
    "find_units",
    "full_name",
    "ground",
    "lineage",
    "lineage_of",
    "lineages",
    "load_territory",
    "nearest_unit",
    "places_named",
    "region_of",
    "region_tiles",
    "regions",
    "settlement_text",
    "settlements_named",
    "spots",
    "units_named",
]
