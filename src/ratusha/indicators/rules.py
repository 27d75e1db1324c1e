"""What a value is and how it is computed from its rows. Pure: counts in, values out."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

ENOUGH = 5  # a row about fewer people could tell of one of them
REST = ""  # the key of the row in which rows about fewer are put together
WHOLE = ""  # the key of everything above the highest rows


class Unit(StrEnum):
    SHARE = "share"
    DAYS = "days"
    MARK = "mark"
    TIMES = "times"


PLACES = {  # as kept; a page rounds once more, so there are enough for that never to show
    Unit.SHARE: 6,
    Unit.DAYS: 0,
    Unit.MARK: 4,
    Unit.TIMES: 4,
}


class Direction(StrEnum):
    MORE = "more"
    LESS = "less"


class Standing(TextChoices):
    """How a value stands to the thresholds of its passport; never said by colour alone."""

    GOOD = "good", _("good")
    FAIR = "fair", _("needs attention")
    POOR = "poor", _("poor")
    UNKNOWN = "unknown", _("no data")


@dataclass(frozen=True)
class Cell:
    """One row of what a value is computed from: `part` of `of`; `days` counts by days, where the value is a median."""

    key: str
    part: Decimal
    of: int
    days: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True)
class Coverage:
    """Of how much there is, how much the value is about: "174 of 409 procedures"."""

    what: str
    covered: int
    of: int


@dataclass(frozen=True)
class Counted:
    """All of one value: the whole, the same whole by each dimension, and what it covers."""

    unit: Unit
    whole: Cell
    rows: dict[str, list[Cell]]
    coverage: Coverage
    hidden: dict[str, int] = field(default_factory=dict)  # how many rows were put together

    @property
    def value(self) -> Decimal | None:
        return value_of(self.unit, self.whole)


def value_of(unit: Unit, cell: Cell) -> Decimal | None:
    """None where there is nothing to divide by: nothing counted is not nought."""
    if unit == Unit.DAYS:
        return median(cell.days)
    if not cell.of:
        return None
    return (Decimal(cell.part) / cell.of).quantize(Decimal(10) ** -PLACES[unit], ROUND_HALF_UP)


def part_of(unit: Unit, cell: Cell) -> Decimal:
    """What stands above the line; for a median the number that had ended within it: at least half of the whole."""
    if unit != Unit.DAYS:
        return cell.part
    middle = median(cell.days)
    return Decimal(sum(count for day, count in cell.days if middle is not None and day <= middle))


def median(days: Iterable[tuple[int, int]]) -> Decimal | None:
    """The smallest number of days within which at least half had ended."""
    ordered = sorted(days)
    number, so_far = sum(count for _day, count in ordered), 0
    for day, count in ordered:
        so_far += count
        if 2 * so_far >= number:
            return Decimal(day)
    return None


def added(cells: Iterable[Cell], key: str) -> Cell:
    """The rows together; a median is found anew from all their days."""
    part, of, days = Decimal(0), 0, defaultdict[int, int](int)
    for cell in cells:
        part, of = part + cell.part, of + cell.of
        for day, count in cell.days:
            days[day] += count
    return Cell(key, part, of, tuple(sorted(days.items())))


def grouped(cells: Iterable[Cell], above: Callable[[str], str]) -> list[Cell]:
    """Rows of a lower level added up to those above them."""
    groups: dict[str, list[Cell]] = defaultdict(list)
    for cell in cells:
        groups[above(cell.key)].append(cell)
    return [added(found, key) for key, found in sorted(groups.items())]


def without_small(
    cells: Iterable[Cell], above: Callable[[str], str] = lambda _key: WHOLE
) -> tuple[list[Cell], int]:
    """Rows about fewer than five people are put together, and others with them, so that no difference tells.

    Within each group: whoever takes the rows that are shown from the sum above gets a sum over at least five
    again, or the whole group, which is then too small to be shown itself. The number: of rows put together.
    """
    groups: dict[str, list[Cell]] = defaultdict(list)
    for cell in cells:
        groups[above(cell.key)].append(cell)
    shown: list[Cell] = []
    hidden: list[Cell] = []
    for group in groups.values():
        kept = sorted((cell for cell in group if cell.of >= ENOUGH), key=_size)
        small = [cell for cell in group if cell.of < ENOUGH]
        while small and kept and sum(cell.of for cell in small) < ENOUGH:
            small.append(kept.pop(0))
        shown, hidden = shown + kept, hidden + small
    shown.sort(key=_size)
    while hidden and shown and sum(cell.of for cell in hidden) < ENOUGH:
        hidden.append(shown.pop(0))
    shown.sort(key=lambda cell: cell.key)
    return shown + ([added(hidden, REST)] if hidden else []), len(hidden)


def _size(cell: Cell) -> tuple[int, str]:
    return cell.of, cell.key


def in_ranges(days: Iterable[tuple[int, int]]) -> list[tuple[int, int, int]]:
    """(first day, last day, count): at least five in each where there are so many, and the median ends one of them."""
    ordered = sorted(days)
    middle = median(ordered)
    found: list[tuple[int, int, int]] = []
    for half in (
        [one for one in ordered if middle is not None and one[0] <= middle],
        [one for one in ordered if middle is not None and one[0] > middle],
    ):
        found += _ranges(half)
    return found


def _ranges(ordered: list[tuple[int, int]]) -> list[tuple[int, int, int]]:
    found: list[tuple[int, int, int]] = []
    open_: tuple[int, int, int] | None = None
    for day, count in ordered:
        first, _last, number = open_ or (day, day, 0)
        open_ = (first, day, number + count)
        if open_[2] >= ENOUGH:
            found.append(open_)
            open_ = None
    if open_ and found:
        first, _last, number = found.pop()
        open_ = (first, open_[1], number + open_[2])
    return found + ([open_] if open_ else [])


def standing(value: Decimal | None, good: Decimal, fair: Decimal, direction: str) -> Standing:
    if value is None:
        return Standing.UNKNOWN
    sign = -1 if direction == Direction.LESS else 1
    if sign * value >= sign * good:
        return Standing.GOOD
    return Standing.FAIR if sign * value >= sign * fair else Standing.POOR


def a_year_before(on: date) -> date:
    """The day before the twelve months that end with `on`; 29 February counts as the last of its month."""
    try:
        return on.replace(year=on.year - 1)
    except ValueError:
        return on.replace(year=on.year - 1, day=28)
