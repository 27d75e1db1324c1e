"""The named check of an edition: no gap, no overlap, and what lies outside the border. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any

from .cells import Cells, Spot, minus, spots, square_metres, twice

MOST_TOLD = 50


@dataclass(frozen=True)
class Overlap:
    one: str
    other: str
    spot: Spot


@dataclass(frozen=True)
class Findings:
    """Where the outlines and the border do not agree; the largest first."""

    gaps: list[Spot] = field(default_factory=list)
    overlaps: list[Overlap] = field(default_factory=list)
    gap_metres: float = 0.0
    overlap_metres: float = 0.0
    outside_metres: float = 0.0  # left out: the border ends there

    def told(self) -> dict[str, Any]:
        """For keeping; a long list is cut, the sums are of everything."""
        return {
            "gaps": [_told(one) for one in self.gaps[:MOST_TOLD]],
            "overlaps": [
                {**_told(one.spot), "one": one.one, "other": one.other}
                for one in self.overlaps[:MOST_TOLD]
            ],
            "gap_count": len(self.gaps),
            "overlap_count": len(self.overlaps),
            "gap_metres": round(self.gap_metres),
            "overlap_metres": round(self.overlap_metres),
            "outside_metres": round(self.outside_metres),
        }


def _told(spot: Spot) -> dict[str, Any]:
    return {
        "lat": round(spot.lat, 6),
        "lon": round(spot.lon, 6),
        "metres": round(spot.square_metres),
        "box": [round(one, 6) for one in spot.box],
    }


def check(border: Cells, parts: Mapping[str, Cells]) -> Findings:
    """`parts`: by the key of an outline its cells."""
    every = list(parts.values())
    missing = minus(border, *every)
    doubled = twice(every)
    return Findings(
        gaps=spots(missing),
        overlaps=_pairs(parts, doubled),
        gap_metres=square_metres(missing),
        overlap_metres=square_metres(doubled),
        outside_metres=sum(square_metres(minus(one, border)) for one in every),
    )


def _pairs(parts: Mapping[str, Cells], doubled: Cells) -> list[Overlap]:
    touched = [
        (key, cells) for key, cells in parts.items() if any(tile in cells for tile in doubled)
    ]
    found = []
    for (one, cells), (other, others) in combinations(touched, 2):
        both = twice([cells, others]) if cells.keys() & others.keys() else {}
        found += [Overlap(one, other, spot) for spot in spots(both)]
    return sorted(found, key=lambda overlap: -overlap.spot.square_metres)


def within(cells: Cells, border: Cells) -> Cells:
    """What of an outline lies inside the border."""
    return minus(cells, minus(cells, border))
