"""What other modules may use of the territory."""

from .addresses import Address
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
from .tiles import Spot, borders, size, spots

__all__ = [
    "Address",
    "Level",
    "Loaded",
    "Region",
    "Settlement",
    "Spot",
    "Unit",
    "ancestors",
    "borders",
    "children",
    "find_unit",
    "find_units",
    "full_name",
    "lineage",
    "lineage_of",
    "lineages",
    "load_territory",
    "nearest_unit",
    "places_named",
    "region_of",
    "regions",
    "settlement_text",
    "settlements_named",
    "size",
    "spots",
    "units_named",
]
