"""Geometry of drawings made on the server: plain numbers in, points out. The figures always stand beside as text."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import cos, pi, sin, sqrt
from typing import TypeVar

SPARK = (112, 29)
INSET = 3  # so that a line at the edge keeps its width
Number = float | Decimal
Value = TypeVar("Value", float, Decimal)


def spark(values: Sequence[Number | None]) -> str:
    """The points of a small line over time; days without a value are left out, one value alone is no line."""
    width, height = SPARK
    known = [(at, float(value)) for at, value in enumerate(values) if value is not None]
    if len(known) < 2:  # noqa: PLR2004
        return ""
    low, high = min(v for _at, v in known), max(v for _at, v in known)
    last = len(values) - 1
    return " ".join(
        f"{at / last * (width - 2 * INSET) + INSET:.1f},"
        f"{height - INSET - (value - low) / (high - low or 1) * (height - 2 * INSET):.1f}"
        for at, value in known
    )


@dataclass(frozen=True)
class Hexagon:
    x: float
    y: float
    points: str


def hexagon(half_steps: int, row: int, size: int = 60) -> Hexagon:
    """One tile of a map on which all places are equally great."""
    x = (half_steps + 1) * size * sqrt(3) / 2
    y = row * size * 1.5 + size
    corners = ((pi / 6 + pi / 3 * corner) for corner in range(6))
    edge = size - 2
    points = " ".join(f"{x + edge * cos(a):.1f},{y + edge * sin(a):.1f}" for a in corners)
    return Hexagon(round(x, 1), round(y, 1), points)


def classes(values: Iterable[Value], number: int = 5) -> list[Value]:
    """The lower limits of classes with about as many values each; fewer where values are equal."""
    ordered = sorted(values)
    limits = {ordered[at * len(ordered) // number] for at in range(number)} if ordered else set()
    return sorted(limits)


def class_of(value: Value, limits: Sequence[Value]) -> int:
    """From 1 for the lowest."""
    return sum(value >= limit for limit in limits)
