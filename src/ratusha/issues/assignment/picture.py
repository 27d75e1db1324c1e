"""A small picture of outlines for a page: paths of SVG, numbers that the table beside it explains. Pure."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import shapely

from .geojson import Outline, shape_of

WIDTH = 640
MARGIN = 8
TONES = 4
SMALLEST_LABEL = 26.0  # so wide and high an outline must be on the picture to carry its number
SMALLEST_MARK = 10.0


@dataclass(frozen=True)
class Area:
    number: int
    path: str
    tone: int
    label: tuple[float, float] | None  # None: too small for a number


@dataclass(frozen=True)
class Mark:
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class Picture:
    height: int
    border: str
    areas: list[Area]
    gaps: list[Mark]
    overlaps: list[Mark]
    width: int = WIDTH


class _Paper:
    def __init__(self, shape: shapely.MultiPolygon) -> None:
        self.west, south, east, self.north = shape.bounds
        self.narrow = math.cos(math.radians((south + self.north) / 2))
        wide, high = (east - self.west) * self.narrow, self.north - south
        self.scale = (WIDTH - 2 * MARGIN) / max(wide, high)
        self.aside = (WIDTH - wide * self.scale) / 2
        self.height = round(high * self.scale + 2 * MARGIN)

    def at(self, lon: float, lat: float) -> tuple[float, float]:
        return (
            self.aside + (lon - self.west) * self.narrow * self.scale,
            MARGIN + (self.north - lat) * self.scale,
        )

    def path(self, shape: Any) -> str:
        parts = []
        for polygon in getattr(shape, "geoms", [shape]):
            for ring in (polygon.exterior, *polygon.interiors):
                points = (self.at(lon, lat) for lon, lat in list(ring.coords)[:-1])
                parts.append("M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points) + "Z")
        return "".join(parts)

    def mark(self, spot: Mapping[str, Any]) -> Mark:
        west, south, east, north = spot["box"]
        (left, top), (right, bottom) = self.at(west, north), self.at(east, south)
        width, height = max(right - left, SMALLEST_MARK), max(bottom - top, SMALLEST_MARK)
        x, y = (left + right - width) / 2, (top + bottom - height) / 2
        return Mark(round(x, 1), round(y, 1), round(width, 1), round(height, 1))


def drawn(
    border: Outline, outlines: Iterable[tuple[int, Outline]], findings: Mapping[str, Any]
) -> Picture:
    """`outlines`: each with the number of its organisation in the table."""
    whole = shape_of(border)
    paper = _Paper(whole)
    fine = 0.7 / paper.scale
    areas = []
    for number, outline in outlines:
        shape = shapely.simplify(shape_of(outline), fine)
        if shape.is_empty:
            continue
        west, south, east, north = shape.bounds
        wide, high = (east - west) * paper.narrow * paper.scale, (north - south) * paper.scale
        middle = shapely.point_on_surface(shape)
        x, y = paper.at(middle.x, middle.y)
        fits = min(wide, high) >= SMALLEST_LABEL
        areas.append(
            Area(
                number,
                paper.path(shape),
                number % TONES,
                (round(x, 1), round(y + 5, 1)) if fits else None,
            )
        )
    return Picture(
        height=paper.height,
        border=paper.path(shapely.simplify(whole, fine)),
        areas=areas,
        gaps=[paper.mark(one) for one in findings.get("gaps", [])],
        overlaps=[paper.mark(one) for one in findings.get("overlaps", [])],
    )
