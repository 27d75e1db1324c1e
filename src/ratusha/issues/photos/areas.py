"""Parts of a photo that must not be seen: rectangles in thousandths of its sides, drawn or ticked in a grid. Pure."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from ratusha.kernel.errors import RuleBroken

WHOLE = 1000
MOST = 60  # rectangles on one photo
ACROSS = 12  # squares of the grid along the width
FEWEST, HIGHEST = 4, 24  # rows
ONE = re.compile(r"(\d{1,4}),(\d{1,4}),(\d{1,4}),(\d{1,4})")


@dataclass(frozen=True)
class Area:
    """Left, top, width, height: of a thousand."""

    x: int
    y: int
    width: int
    height: int

    def written(self) -> str:
        return f"{self.x},{self.y},{self.width},{self.height}"

    def within(self, width: int, height: int) -> tuple[int, int, int, int]:
        """In points of a picture, outwards to whole ones: nothing at the rim is left uncovered."""
        right, bottom = self.x + self.width, self.y + self.height
        return (
            self.x * width // WHOLE,
            self.y * height // WHOLE,
            min(width, -(-right * width // WHOLE)),
            min(height, -(-bottom * height // WHOLE)),
        )


def read(text: str) -> list[Area]:
    """`x,y,width,height;…` as a page or a script sends it; what is no rectangle within the photo is refused."""
    parts = [one for one in text.replace(" ", "").split(";") if one]
    found = [ONE.fullmatch(one) for one in parts]
    areas = [Area(*map(int, one.groups())) for one in found if one]
    wrong = len(areas) != len(parts) or not all(_fits(one) for one in areas)
    if wrong or len(areas) > MOST:
        message = _("The parts to be covered cannot be read. Draw them again, or tick squares.")
        raise RuleBroken("photo.areas", message, field="areas")
    return areas


def _fits(area: Area) -> bool:
    inside = area.x + area.width <= WHOLE and area.y + area.height <= WHOLE
    return inside and area.width > 0 and area.height > 0


def rows_for(width: int, height: int) -> int:
    """So many rows that the squares of the grid are nearly square."""
    return max(FEWEST, min(HIGHEST, round(ACROSS * height / width)))


def squares(numbers: Iterable[int], rows: int) -> list[Area]:
    """Squares of the grid by number, the first at the upper left; neighbours in a row become one rectangle."""
    marked = {one - 1 for one in numbers if 0 < one <= ACROSS * rows}
    areas = []
    for row in range(rows):
        top, bottom = row * WHOLE // rows, -(-(row + 1) * WHOLE // rows)
        column = 0
        while column < ACROSS:
            first = column
            while column < ACROSS and row * ACROSS + column in marked:
                column += 1
            if column > first:
                left, right = first * WHOLE // ACROSS, -(-column * WHOLE // ACROSS)
                areas.append(Area(left, top, right - left, bottom - top))
            column += 1
    return areas
