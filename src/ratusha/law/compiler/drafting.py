"""Definitions for compiled rows, with the titles and chapters of the pack's catalogue."""

import re
from collections.abc import Iterable
from datetime import date
from functools import cache

from msgspec import structs

from ratusha.kernel.pack import pack
from ratusha.procedures.public import ListFile, Placed, placed_rows, read_chapters, read_lists

from .compiled import CompiledRow
from .definitions import Drafted, draft


def drafts(rows: Iterable[CompiledRow], *, valid_from: date, list_code: str = "") -> list[Drafted]:
    """A definition for every row that has a code. Rows of a list that is not named are looked for by code."""
    found = []
    for row in rows:
        if not row.code:
            continue
        meant = as_listed(row, list_code)
        listed, placed = place_of(meant, list_code)
        drafted = draft(meant, of=listed, placed=placed, valid_from=valid_from)
        if meant.code != row.code:
            drafted.to_do.append(f"code: printed {row.code}, listed as {meant.code}")
        found.append(drafted)
    return found


def as_listed(row: CompiledRow, list_code: str = "") -> CompiledRow:
    """1.1.52 is 1.1.5² where only that is listed, under the same words: a page has lost the raised figure."""
    codes = [list_code] if list_code else [listed.code for listed in read_lists(pack().folder)]
    flat = re.fullmatch(r"(.*\d)(\d)", row.code)
    if flat is None or any(row.code in _rows(code) for code in codes):
        return row
    raised = f"{flat[1]}.{flat[2]}"
    words = set(row.name.lower().split())
    for code in codes:
        placed = _rows(code).get(raised)
        if placed and len(words & set(placed.title["ru"].lower().split())) * 2 > len(words):
            return structs.replace(row, code=raised)
    return row


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
        meant = as_listed(row, list_code)
        listed, placed = place_of(meant, list_code)
        if placed:
            found.setdefault(listed.code, []).append(meant)
    return found
