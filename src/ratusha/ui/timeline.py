"""Geometry of a chart over days: what has been, what may come, what was promised. A table beside it tells the same."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from math import floor, log10

WIDTH, HEIGHT = 640, 240
LEFT, RIGHT, TOP, BOTTOM = 78, 26, 30, 26  # room for the words at the axes
STEPS = (1, 2, 2.5, 5, 10)
MOST_TICKS = 5
MOST_YEARS = 8
Point = tuple[date, float]


@dataclass(frozen=True)
class Tick:
    at: float
    label: str


@dataclass(frozen=True)
class Mark:
    """A point that was promised, drawn as a lozenge around (x, y); its label stands above it to the left."""

    x: float
    y: float
    label: str

    @property
    def lozenge(self) -> str:
        x, y, size = self.x, self.y, 7
        return f"{x},{y - size} {x + size},{y} {x},{y + size} {x - size},{y}"


@dataclass(frozen=True)
class Timeline:
    past: str
    ahead: str
    band: str
    needed: str
    last: tuple[float, float] | None
    marks: list[Mark]
    days: list[Tick]
    values: list[Tick]
    box: tuple[float, float, float, float] = (LEFT, TOP, WIDTH - RIGHT, HEIGHT - BOTTOM)
    size: tuple[int, int] = (WIDTH, HEIGHT)


def timeline(
    past: Sequence[Point],
    ahead: Sequence[tuple[date, float, float, float]],
    needed: Sequence[Point],
    marks: Sequence[tuple[date, float, str]],
    *,
    said: Callable[[float], str],
    bounds: tuple[float | None, float | None] = (None, None),
) -> Timeline:
    """`ahead` holds (day, middle, low, high); `bounds` are values that cannot be passed: no tick stands beyond them."""
    told: list[Point] = [*past, *needed, *((day, value) for day, value, _label in marks)]
    for day, _middle, bottom, top in ahead:
        told += [(day, bottom), (day, top)]
    days, heights = [day for day, _value in told], [value for _day, value in told]
    first, last = min(days), max(days)
    ticks = round_values(min(heights), max(heights), bounds)
    low, high = ticks[0], ticks[-1]

    def x(day: date) -> float:
        share = (day - first).days / ((last - first).days or 1)
        return round(LEFT + share * (WIDTH - LEFT - RIGHT), 1)

    def y(value: float) -> float:
        share = (min(max(value, low), high) - low) / ((high - low) or 1)
        return round(HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM), 1)

    def line(points: Sequence[Point]) -> str:
        return " ".join(f"{x(day)},{y(value)}" for day, value in points)

    start = list(past[-1:]) if ahead else []
    above = [*start, *((day, top) for day, _middle, _low, top in ahead)]
    below = [(day, bottom) for day, _middle, bottom, _high in reversed(ahead)]
    return Timeline(
        past=line(past),
        ahead=line([*start, *((day, middle) for day, middle, _low, _high in ahead)]),
        band=line([*above, *below]),
        needed=line(needed),
        last=(x(past[-1][0]), y(past[-1][1])) if past else None,
        marks=[Mark(x(day), y(value), label) for day, value, label in marks],
        days=[Tick(x(day), label) for day, label in _beginnings(first, last)],
        values=[Tick(y(value), said(value)) for value in ticks],
    )


def round_values(
    low: float, high: float, bounds: tuple[float | None, float | None] = (None, None)
) -> list[float]:
    """Round values, evenly apart, from at most the lowest to at least the highest."""
    least, most = bounds
    span = (high - low) or abs(high) or 1.0
    size = 10.0 ** floor(log10(span / (MOST_TICKS - 1)))
    step = next(one * size for one in STEPS if one * size * (MOST_TICKS - 1) >= span - 1e-12)
    begin = floor(low / step + 1e-9)
    found = [round(begin * step, 10)]
    while found[-1] < high - 1e-9:
        found.append(round((begin + len(found)) * step, 10))
    kept = [
        one for one in found if (least is None or one >= least) and (most is None or one <= most)
    ]
    return kept if len(kept) > 1 else found


def _beginnings(first: date, last: date) -> list[tuple[date, str]]:
    """Years that begin in between; of a time that lies within a year, its two ends."""
    years = range(first.year + 1, last.year + 1)
    if not years:
        return [(first, f"{first:%d.%m.%Y}"), (last, f"{last:%d.%m.%Y}")]
    every = -(-len(years) // MOST_YEARS)
    return [(date(year, 1, 1), str(year)) for year in years[::every]]
