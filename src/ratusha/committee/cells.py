"""Tables about people of which no small cell can be read or computed. Pure.

A cell about one to four people is hidden. Its row and its column have sums, so others must be hidden with it: for
each small cell a rectangle of four hidden cells is found (the hypercube method of Repsilber), in which the two beside
it hold at least `STURDY` times the least. Then the small cell may be larger by that much without any shown number
changing, whoever computes, and however. Sums are cells like all others here. Where no rectangle is found nothing is
shown.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any

LEAST = 5
STURDY = 2  # which cells were chosen beside a small one tells a little; so they are twice as big
SUM = "sum"  # the key of a row or a column of sums
OTHERS = "+"  # rows or columns of few people, together
WHOLE = "*"  # the one row of a table without districts
Key = tuple[str, str]
Told = tuple[str, str, Any]  # row, column, person


@dataclass(frozen=True)
class Cell:
    """So many cases, of so many different people."""

    count: int = 0
    people: int = 0


def shown_results(took_part: int, counts: Sequence[int], *, least: int = LEAST) -> bool:
    """Whether all counts of one question can be shown: none is of few, and none leaves few who did not say so."""
    small = range(1, least)
    return took_part not in small and not any(
        one in small or took_part - one in small for one in counts
    )


@dataclass(frozen=True)
class Table:
    """What may be shown: `None` is hidden. Rows and columns end with their sums."""

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    shown: Mapping[Key, int | None]

    @property
    def hidden(self) -> int:
        return sum(value is None for value in self.shown.values())

    @property
    def is_blank(self) -> bool:
        return self.hidden == len(self.shown)

    def at(self, row: str, column: str) -> int | None:
        return self.shown[row, column]


def fit(told: Iterable[Told]) -> dict[Key, Cell]:
    """Cells of which something can be shown: what is rare is put together; if that is not enough, without districts."""
    cases = list(told)
    cells = counted(folded(cases))
    if not protected(cells).is_blank:
        return cells
    return counted(folded([(WHOLE, column, person) for _row, column, person in cases]))


def folded(told: Iterable[Told], *, least: int = LEAST) -> list[Told]:
    """Columns of few people become one, then rows. Which they were is not told: only that they are rare."""
    cases = list(told)
    columns = _rare([(column, person) for _row, column, person in cases], least)
    rows = _rare([(row, person) for row, _column, person in cases], least)
    return [
        (OTHERS if row in rows else row, OTHERS if column in columns else column, person)
        for row, column, person in cases
    ]


def _rare(named: Iterable[tuple[str, Any]], least: int) -> set[str]:
    """Those of few people, and of the others the smallest until they are enough together."""
    people: dict[str, set[Any]] = {}
    for name, person in named:
        people.setdefault(name, set()).add(person)
    order = sorted(people, key=lambda name: (len(people[name]), name))
    rare = {name for name in order if len(people[name]) < least}
    for name in order:
        if not rare or len(set().union(*(people[one] for one in rare))) >= least:
            break
        rare.add(name)
    return rare


def counted(told: Iterable[Told]) -> dict[Key, Cell]:
    """Cells and sums from cases as (row, column, person): whoever is in two cells is one person in their sum."""
    counts: dict[Key, int] = {}
    people: dict[Key, set[Any]] = {}
    for row, column, person in told:
        for key in product((row, SUM), (column, SUM)):
            counts[key] = counts.get(key, 0) + 1
            people.setdefault(key, set()).add(person)
    return {key: Cell(count, len(people[key])) for key, count in counts.items()}


def protected(cells: Mapping[Key, Cell], *, least: int = LEAST) -> Table:
    """`cells` with their sums, as `counted` gives them; what is missing is nought."""
    rows = tuple(sorted({row for row, _column in cells} - {SUM}))
    columns = tuple(sorted({column for _row, column in cells} - {SUM}))
    lines, pillars = (*rows, SUM), (*columns, SUM)
    whole = {key: cells.get(key, Cell()) for key in product(lines, pillars)}
    small = sorted(key for key, cell in whole.items() if 0 < cell.people < least)
    hidden: set[Key] = set(small)
    for key in small:
        corners = _rectangle(
            key, whole=whole, hidden=hidden, rows=lines, columns=pillars, sturdy=STURDY * least
        )
        if corners is None:
            hidden = set(whole)
            break
        hidden.update(corners)
    shown = {key: None if key in hidden else cell.count for key, cell in whole.items()}
    return Table(rows, columns, shown)


def _rectangle(
    key: Key,
    *,
    whole: Mapping[Key, Cell],
    hidden: set[Key],
    rows: Sequence[str],
    columns: Sequence[str],
    sturdy: int,
) -> set[Key] | None:
    """The four corners: those beside the small cell give way to it. As few newly hidden, as few sums as can be."""
    row, column = key
    found: list[tuple[int, int, int, set[Key]]] = []
    for place, (other_row, other_column) in enumerate(product(rows, columns)):
        if other_row == row or other_column == column:
            continue
        beside = {(row, other_column), (other_row, column)}
        if any(whole[one].count < sturdy for one in beside):
            continue
        corners = beside | {key, (other_row, other_column)}
        sums = sum(SUM in one for one in corners)
        found.append((len(corners - hidden), sums, place, corners))
    return min(found, key=lambda one: one[:3])[3] if found else None
