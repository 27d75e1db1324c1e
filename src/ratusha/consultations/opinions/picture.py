"""Where the groups stand on the drawing: one circle a group, as large as it is; no person is drawn. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from math import hypot, sqrt

from .clusters import Group

FRAME = (640, 340)
LARGEST, SMALLEST, GAP = 90.0, 24.0, 8.0


@dataclass(frozen=True)
class Circle:
    number: int
    size: int
    x: float
    y: float
    radius: float


def circles(groups: Sequence[Group]) -> list[Circle]:
    """Distances are true to scale in both directions; circles grow with people and never cover one another."""
    whole = sum(one.size for one in groups)
    radii = [max(SMALLEST, LARGEST * sqrt(one.size / whole)) for one in groups]
    edge = max(radii, default=0) + GAP
    width, height = FRAME[0] - 2 * edge, FRAME[1] - 2 * edge
    left, right = min(g.x for g in groups), max(g.x for g in groups)
    low, high = min(g.y for g in groups), max(g.y for g in groups)
    spread = [(right - left) / width, (high - low) / height]
    scale = 1 / max(spread) if max(spread) > 0 else 0.0
    places = [
        (
            FRAME[0] / 2 + (g.x - (left + right) / 2) * scale,
            FRAME[1] / 2 - (g.y - (low + high) / 2) * scale,
        )
        for g in groups
    ]
    shrink = min(
        (
            hypot(a[0] - b[0], a[1] - b[1]) / (one + other + GAP)
            for (a, one), (b, other) in combinations(zip(places, radii, strict=True), 2)
        ),
        default=1.0,
    )
    return [
        Circle(g.number, g.size, round(x, 1), round(y, 1), round(radius * min(1.0, shrink), 1))
        for g, (x, y), radius in zip(groups, places, radii, strict=True)
    ]
