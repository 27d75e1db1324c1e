"""A ranking as it may honestly be told: ranges of ranks, ranks over time, what a change is made of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ratusha.kernel.texts import Said

from .models import PublishedIndex
from .presentation import label, name_of, rows, said, spec_of

WIDTH, LEFT, LINE = 640, 190, 30  # of drawings; `LEFT` is kept for names
GAP = 18


@dataclass(frozen=True)
class Dot:
    """One unit: its rank, and the ranks it takes in nine of ten random weightings."""

    key: str
    name: Said
    rank: int
    low: int
    high: int
    tie: tuple[int, int]
    y: float
    x: float
    x_low: float
    x_high: float


def dots(index: PublishedIndex) -> list[Dot]:
    rated = [row for row in rows(index) if row.rank is not None and row.low is not None]
    last = max((row.rank or 0 for row in rated), default=1)

    def x(rank: float) -> float:
        return round(LEFT + GAP + (rank - 1) / (max(last, 2) - 1) * (WIDTH - LEFT - 2 * GAP), 1)

    return [
        Dot(
            key=row.key,
            name=row.name,
            rank=row.rank or 0,
            low=row.low or 0,
            high=row.high or 0,
            tie=row.tie or (row.rank or 0, row.rank or 0),
            y=(place + 0.5) * LINE,
            x=x(row.rank or 0),
            x_low=x(row.low or 0),
            x_high=x(row.high or 0),
        )
        for place, row in enumerate(rated)
    ]


@dataclass(frozen=True)
class Course:
    """The ranks of one unit, period by period; a period without a rank is a gap."""

    key: str
    name: Said
    ranks: list[int | None]
    points: list[tuple[float, float]]

    @property
    def line(self) -> str:
        return " ".join(f"{x},{y}" for x, y in self.points)


def periods_of(index: PublishedIndex) -> list[str]:
    found = sorted({row.get("period", "") for row in index.result["rows"]})
    return [one for one in found if one <= index.period]


def courses(index: PublishedIndex) -> list[Course]:
    """The best of the last period first."""
    periods = periods_of(index)
    told = {(row["unit"], row.get("period", "")): row for row in index.result["rows"]}
    step = (WIDTH - LEFT - 2 * GAP) / max(len(periods) - 1, 1)
    found = []
    for row in index.rows():
        ranks = [told.get((row["unit"], one), {}).get("rank") for one in periods]
        points = [
            (round(GAP + at * step, 1), (rank - 0.5) * LINE)
            for at, rank in enumerate(ranks)
            if rank is not None
        ]
        found.append(Course(row["unit"], name_of(row), ranks, points))
    return found


@dataclass(frozen=True)
class Moved:
    """How a unit moved: as if the others had stood still, and what the others did to it. More is better."""

    own: int
    others: int

    @property
    def total(self) -> int:
        return self.own + self.others


def moved(
    unit: str, before: Mapping[str, float], after: Mapping[str, float], *, downwards: bool = True
) -> Moved | None:
    """Places won (+) or lost; None for who is not there in both periods. `downwards`: the greatest value is first."""
    if unit not in before or unit not in after:
        return None

    def rank(value: float, among: Mapping[str, float]) -> int:
        sign = 1 if downwards else -1
        return 1 + sum(sign * one > sign * value for key, one in among.items() if key != unit)

    was, alone, now = (
        rank(before[unit], before),
        rank(after[unit], before),
        rank(after[unit], after),
    )
    return Moved(own=was - alone, others=alone - now)


@dataclass(frozen=True)
class Bar:
    """One part of a change: what it added to the value of the whole."""

    label: Said
    delta: float
    start: float  # 0 to 100, of the drawing
    width: float


def waterfall(parts: Sequence[tuple[Said, float]], first: float, last: float) -> list[Bar]:
    """Each part goes on where the one before ended; from the first value they lead to the last."""
    at, edges = first, [first, last]
    for _label, delta in parts:
        at += delta
        edges.append(at)
    low, span = min(edges), (max(edges) - min(edges)) or 1.0
    found, at = [], first
    for text, delta in parts:
        left = min(at, at + delta)
        found.append(
            Bar(text, delta, round((left - low) / span * 100, 1), round(abs(delta) / span * 100, 1))
        )
        at += delta
    return found


@dataclass(frozen=True)
class Change:
    """From one value to another, part by part. `rest`: what the parts do not explain; 0 for means."""

    first: float
    last: float
    bars: list[Bar]
    rest: float


def change(
    index: PublishedIndex, before: Mapping[str, Any], after: Mapping[str, Any]
) -> Change | None:
    """What each part added: weight times its change, exact for means; None where parts cannot be told apart."""
    spec = spec_of(index)
    if before.get("value_full") is None or after.get("value_full") is None:
        return None
    pairs = zip(before["tree"].get("parts", []), after["tree"].get("parts", []), strict=False)
    parts = []
    for child, (was, now) in zip(spec.root.children, pairs, strict=False):
        if was.get("contribution") is None or now.get("contribution") is None:
            return None
        text = (
            label(spec, child.name)
            if child.name in spec.inputs and child.is_leaf
            else said(child.label, child.name.replace("_", " "))
        )
        parts.append((text, now["contribution"] - was["contribution"]))
    if not parts:
        return None
    first, last = float(before["value_full"]), float(after["value_full"])
    rest = last - first - sum(delta for _text, delta in parts)
    return Change(first, last, waterfall(parts, first, last), round(rest, 9) + 0.0)


def before_and_after(
    index: PublishedIndex, unit: str
) -> tuple[dict[str, Any], dict[str, Any]] | None:
    """The rows of a unit in the period before the last and in the last."""
    periods = periods_of(index)
    if len(periods) < 2:  # noqa: PLR2004
        return None
    told = {row.get("period", ""): row for row in index.result["rows"] if row["unit"] == unit}
    was, now = told.get(periods[-2]), told.get(periods[-1])
    return (was, now) if was and now else None


def moved_in(index: PublishedIndex, unit: str) -> Moved | None:
    periods = periods_of(index)
    if len(periods) < 2:  # noqa: PLR2004
        return None

    def values(period: str) -> dict[str, float]:
        return {
            row["unit"]: row["value_full"]
            for row in index.result["rows"]
            if row.get("period", "") == period and row["value_full"] is not None
        }

    downwards = spec_of(index).ranking.descending
    return moved(unit, values(periods[-2]), values(periods[-1]), downwards=downwards)
