"""How figures look: cells of the treemap with their words, the field of the curves."""

from collections.abc import Sequence
from dataclasses import dataclass

from ratusha.kernel.texts import Said

from .curves import Curves
from .drawing import Cell, Plot, treemap
from .figures.compute import Figures
from .rules import THREE, says_level

WIDE, HIGH = 960, 400
NARROW, TALL = 340, 460
UNRATED = "unrated"
MARKS = {"says_level": says_level, "three": THREE}  # what templates say levels with


@dataclass(frozen=True)
class Place:
    """One cell: what it stands for, in which colour, hatched or not, with its words."""

    cell: Cell
    key: str
    name: Said
    colour: str
    word: str
    stale: bool

    @property
    def lines(self) -> list[str]:
        """The name, broken to the width of the cell: two lines at most."""
        if not self.cell.has_room:
            return []
        words, lines = self.name.text.split(), [""]
        for word in words:
            if len(lines[-1]) + len(word) + 1 > self.cell.letters and lines[-1]:
                if len(lines) == self._most:
                    lines[-1] = lines[-1][: max(self.cell.letters - 1, 1)] + "…"
                    break
                lines.append("")
            lines[-1] = f"{lines[-1]} {word}".strip()[: self.cell.letters]
        return lines

    @property
    def _most(self) -> int:
        return max(1, min(3, int((self.cell.height - 24) / 17)))


def level_of(figures: Figures) -> int | None:
    """The published level: independent where there is one; of a node the median, the lower of two in the middle."""
    if figures.row is not None:
        return figures.row.published
    value = figures.value("independent")
    return int(value) if value is not None else None


def cells_of(children: Sequence[Figures]) -> list[tuple[str, float, float, list[Place]]]:
    """Twice: for a desk and for a phone."""
    weights = [float(one.value("planned") or 0) for one in children]
    return [
        (
            name,
            width,
            height,
            [_place(cell, children[cell.place]) for cell in treemap(weights, width, height)],
        )
        for name, width, height in (("wide", WIDE, HIGH), ("tall", NARROW, TALL))
    ]


def _place(cell: Cell, one: Figures) -> Place:
    level = level_of(one)
    colour = THREE[level] if level is not None else UNRATED
    stale = one.figure("stale")
    mostly = bool(stale.known) and (stale.value or 0) * 2 >= stale.known
    return Place(cell, one.key, one.said(), colour, says_level(level), mostly)


def plot_of(curves: Curves) -> Plot | None:
    months = curves.months
    if len(months) < 2:  # noqa: PLR2004 - a point is no curve
        return None
    top = max(
        float(curve[-1][1])
        for curve in (curves.original, curves.plan, curves.earned, curves.paid)
        if curve
    )
    return Plot(months, top * 1.05) if top else None
