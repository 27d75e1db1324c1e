"""Where the dots and intervals of the pictures stand: numbers for SVG; the figures always stand beside as text."""

from collections.abc import Sequence
from dataclasses import dataclass

from ratusha.ui.charts import spark

from .belief import HIGHEST, LOWEST, Belief
from .queries import Told

WIDTH, EDGE = 128, 4


@dataclass(frozen=True)
class Drawn:
    low: float
    dot: float
    high: float


def _at(value: float) -> float:
    share = (value - LOWEST) / (HIGHEST - LOWEST)
    return round(EDGE + share * (WIDTH - 2 * EDGE), 1)


def drawn(belief: Belief) -> Drawn:
    return Drawn(_at(belief.low), _at(belief.mean), _at(belief.high))


def dots(quarters: Sequence[Told]) -> str:
    return spark([one.belief.mean for one in quarters])
