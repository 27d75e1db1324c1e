"""Places and lines of drawings that the server makes: a treemap by money, curves over time. Numbers only."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from .curves import Curve

WORTH_A_WORD = 60  # of a drawing's units: narrower cells carry no text


@dataclass(frozen=True)
class Cell:
    place: int  # of the item in what was given
    x: float
    y: float
    width: float
    height: float

    @property
    def has_room(self) -> bool:
        return self.width > WORTH_A_WORD and self.height > WORTH_A_WORD / 2

    @property
    def letters(self) -> int:
        """How many letters fit into a line."""
        return int((self.width - 12) / 7.2)


def treemap(weights: Sequence[float], width: float, height: float) -> list[Cell]:
    """Squarified (Bruls, Huizing, van Wijk 2000): areas by weight, as square as can be; without weight, none."""
    order = sorted(
        (place for place, one in enumerate(weights) if one > 0), key=lambda place: -weights[place]
    )
    total = sum(weights[place] for place in order)
    found: list[Cell] = []
    x, y, w, h = 0.0, 0.0, width, height
    scale = width * height / total if total else 0
    while order:
        side = min(w, h)
        row = [order[0]]
        while len(row) < len(order) and _worst(
            [*row, order[len(row)]], weights, scale, side
        ) <= _worst(row, weights, scale, side):
            row.append(order[len(row)])
        thick = sum(weights[place] for place in row) * scale / side if side else 0
        along = 0.0
        for place in row:
            long = weights[place] * scale / thick if thick else 0
            found.append(
                Cell(place, x, y + along, thick, long)
                if w >= h
                else Cell(place, x + along, y, long, thick)
            )
            along += long
        if w >= h:
            x, w = x + thick, w - thick
        else:
            y, h = y + thick, h - thick
        order = order[len(row) :]
    return found


def _worst(row: Sequence[int], weights: Sequence[float], scale: float, side: float) -> float:
    areas = [weights[place] * scale for place in row]
    whole = sum(areas)
    return max(max(side**2 * one / whole**2, whole**2 / (side**2 * one)) for one in areas)


@dataclass(frozen=True)
class Axis:
    at: float
    label: str


@dataclass(frozen=True)
class Plot:
    """A field of `width` by `height` for curves by month, with round figures on the left and years below."""

    months: Sequence[date]
    top: float
    width: float = 720
    height: float = 260
    left: float = 64
    below: float = 24

    @property
    def right(self) -> float:
        return self.width - 8

    def x(self, day: date) -> float:
        first, last = self.months[0], self.months[-1]
        whole = max((last - first).days, 1)
        return round(self.left + (self.right - self.left) * min((day - first).days / whole, 1), 1)

    def y(self, value: float) -> float:
        room = self.height - self.below - 10
        return (
            round(10 + room * (1 - value / self.top), 1) if self.top else self.height - self.below
        )

    def line(self, curve: Curve) -> str:
        return " ".join(f"{self.x(month)},{self.y(float(amount))}" for month, amount in curve)

    @property
    def years(self) -> list[Axis]:
        return [Axis(self.x(month), str(month.year)) for month in self.months if month.month == 1]

    @property
    def levels(self) -> list[tuple[float, float]]:
        """Where the lines of the grid lie, and the value of each."""
        step = round_step(self.top / 4)
        count = int(self.top / step) if step else 0
        return [(self.y(step * place), step * place) for place in range(count + 1)]


def round_step(value: float) -> float:
    """1, 2 or 5 with noughts: the nearest that is no less."""
    if value <= 0:
        return 0.0
    power = 10.0 ** (len(str(int(value))) - 1)
    return next(one * power for one in (1, 2, 5, 10) if one * power >= value)
