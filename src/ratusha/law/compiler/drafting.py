"""Definitions for compiled rows, with the titles and chapters of the pack's catalogue."""

from collections.abc import Iterable
from datetime import date
from functools import cache

from ratusha.kernel.pack import pack
from ratusha.procedures.public import ListFile, Placed, placed_rows, read_chapters, read_lists

from .compiled import CompiledRow
from .definitions import Drafted, draft


def drafts(rows: Iterable[CompiledRow], *, valid_from: date, list_code: str = "") -> list[Drafted]:
    """A definition for every row that has a code. Rows of a list that is not named are looked for by code."""
    return [
        draft(row, of=listed, placed=placed, valid_from=valid_from)
        for row in rows
        if row.code
        for listed, placed in [place_of(row, list_code)]
    ]


def place_of(row: CompiledRow, list_code: str) -> tuple[ListFile, Placed | None]:
    """The list and row of a code; of several lists the one whose row has the nearest words."""
    lists = {listed.code: listed for listed in read_lists(pack().folder)}
    if list_code:
        return lists[list_code], _rows(list_code).get(row.code)
    words = set(row.name.lower().split())
    held = [
        (code, placed)
        for code in lists
        if (placed := _rows(code).get(row.code)) and not placed.row.excluded_since
    ]
    if not held:
        return next(iter(lists.values())), None
    code, placed = max(
        held, key=lambda found: len(words & set(found[1].title["ru"].lower().split()))
    )
    return lists[code], placed


@cache
def _rows(list_code: str) -> dict[str, Placed]:
    chapters = read_chapters(pack().folder, list_code)
    return {p.row.number: p for p in placed_rows(chapters) if not p.row.heading}


def by_list(rows: Iterable[CompiledRow], list_code: str = "") -> dict[str, list[CompiledRow]]:
    """Rows under the code of the list that each belongs to."""
    found: dict[str, list[CompiledRow]] = {}
    for row in rows:
        listed, placed = place_of(row, list_code)
        if placed:
            found.setdefault(listed.code, []).append(row)
    return found
