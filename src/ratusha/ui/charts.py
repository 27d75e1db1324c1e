"""Geometry of drawings made on the server: plain numbers in, points out. The figures always stand beside as text."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import cos, pi, sin, sqrt

SPARK = (112, 29)
INSET = 3  # so that a line at the edge keeps its width
Number = float | Decimal


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


def classes(values: Iterable[Number], number: int = 5) -> list[Number]:
    """The lower limits of classes with about as many values each; fewer where values are equal."""
    ordered = sorted(values)
    limits = {ordered[at * len(ordered) // number] for at in range(number)} if ordered else set()
    return sorted(limits)


def class_of(value: Number, limits: Sequence[Number]) -> int:
    """From 1 for the lowest."""
    return sum(value >= limit for limit in limits)


@dataclass(frozen=True)
class Line:
    """What has been as a line, what may come as a broken one in its band; the edges of the drawing as values."""

    past: str
    ahead: str
    band: str
    low: float
    high: float


FRAME = (640, 200)


def line(past: Sequence[Number], ahead: Sequence[tuple[float, float, float]]) -> Line:
    """`ahead` holds (middle, low, high) of the steps to come."""
    values = [float(one) for one in past]
    edges = [*values, *(edge for step in ahead for edge in step[1:])]
    low, high = min(edges), max(edges)
    width, height = FRAME
    last = max(len(values) + len(ahead) - 1, 1)

    def point(at: int, value: float) -> str:
        x = INSET + at / last * (width - 2 * INSET)
        y = height - INSET - (value - low) / (high - low or 1) * (height - 2 * INSET)
        return f"{x:.1f},{y:.1f}"

    begin = len(values) - 1
    middle = [(begin, values[-1]), *((begin + at, one[0]) for at, one in enumerate(ahead, 1))]
    above = [(begin, values[-1]), *((begin + at, one[2]) for at, one in enumerate(ahead, 1))]
    below = [(begin + at, one[1]) for at, one in enumerate(ahead, 1)]
    return Line(
        past=" ".join(point(at, value) for at, value in enumerate(values)),
        ahead=" ".join(point(*one) for one in middle),
        band=" ".join(point(*one) for one in [*above, *reversed(below)]),
        low=low,
        high=high,
    )
