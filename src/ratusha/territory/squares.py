"""The map of districts and cities as equal squares, without what is told of them: each map adds its own."""

from dataclasses import dataclass
from functools import cached_property

from ratusha.kernel.texts import Said, in_my_language

from .models import Unit
from .rules import Level
from .tiles import Spot, borders, size, spots

LETTERS = 3  # of a name on a square


@dataclass(frozen=True)
class Square:
    spot: Spot
    unit: Unit

    @property
    def code(self) -> str:
        return self.spot.code

    @cached_property
    def name(self) -> Said:
        return in_my_language(self.unit.name)

    @property
    def short(self) -> str:
        return self.name.text[:LETTERS]

    @property
    def x(self) -> float:
        return self.spot.left

    @property
    def y(self) -> float:
        return self.spot.top

    @property
    def round(self) -> bool:
        """A city: it has no land around."""
        return self.unit.level != Level.DISTRICT


@dataclass(frozen=True)
class Ground:
    """Every place of the drawing that this state has."""

    squares: list[Square]
    width: int
    height: int

    @property
    def borders(self) -> str:
        """Between regions, as one path."""
        return borders({(one.spot.x, one.spot.y): one.unit.lineage[-1] for one in self.squares})


def ground() -> Ground:
    units = Unit.objects.in_bulk([one.code for one in spots()])
    width, height = size()
    return Ground(
        [Square(one, units[one.code]) for one in spots() if one.code in units], width, height
    )
