"""A grid of cells and what its columns are."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

from ratusha.kernel.pack import pack

from ..spelling import INVISIBLE, compiled, folded, normal  # noqa: TID252 - one module

Column = Literal["code", "name", "body", "documents", "fee", "term", "validity"]
COLUMNS: tuple[Column, ...] = ("code", "name", "body", "documents", "fee", "term", "validity")
LONGEST_HEADER = 300
_SHARE_OF_HEADER = 0.6  # so much of a row must be names of columns
CODE = re.compile(r"\d{1,3}(?:\s*[.\-–]\s*\d{1,3}){0,5}(?:-\d+)?\s*[.)]?")
_ROW_CODE = re.compile(r"\s*\d{1,3}\.\d{1,3}")  # 2.6 begins a row of the law, never a header


_FOOTNOTE = re.compile(r"(\*|<\*|[⁰¹²³⁴⁵⁶⁷⁸⁹]|_{3,}|-{5,})")


class Below(str):
    """The text of a cell that began in a row above."""

    __slots__ = ()


class NotATable(ValueError):
    """The text holds no table that we can read; the words say what to do."""


@dataclass(frozen=True)
class Cell:
    """The text of a cell and its place in the original: row and column counted from 1."""

    text: str
    row: int
    column: int


@dataclass
class TableRow:
    """One row of the law, with what each of its columns says."""

    number: int
    cells: dict[Column, Cell] = field(default_factory=dict)

    def text(self, column: Column) -> str:
        cell = self.cells.get(column)
        return cell.text if cell else ""


@cache
def _headers() -> dict[Column, list[re.Pattern[str]]]:
    found = pack().yaml("law/columns.yaml")["columns"]
    return {column: [compiled(p) for p in found[column]] for column in COLUMNS if column in found}


@cache
def _caption() -> re.Pattern[str]:
    return re.compile(pack().yaml("law/columns.yaml")["captions"], re.IGNORECASE)


@cache
def _usual_order() -> list[Column]:
    order: list[Column] = pack().yaml("law/columns.yaml")["order"]
    return order


def header_of(cells: list[str]) -> dict[int, Column]:
    """Which column each cell of a header row names; empty where this is no header."""
    if any(_ROW_CODE.match(cell) for cell in cells[:2]):
        return {}
    found: dict[int, tuple[int, Column]] = {}
    for i, cell in enumerate(cells):
        said = folded(normal(cell)).strip(" .:")
        if not said or len(said) > LONGEST_HEADER:
            continue
        best = max(
            (
                (len(match.group()), column)
                for column, patterns in _headers().items()
                for pattern in patterns
                if (match := pattern.search(said))
            ),
            default=None,
            key=lambda found: found[0],
        )
        if best and best[1] not in {column for _n, column in found.values()}:
            found[i] = best
    said_anything = sum(bool(cell.strip()) for cell in cells)
    enough = (
        len(found) >= max(2, said_anything * _SHARE_OF_HEADER)
        or len(cells) == 1
        or _is_plain_header(cells, found)
    )
    return {i: column for i, (_n, column) in found.items()} if enough else {}


def rows_of(grids: Iterable[list[list[str]]]) -> list[TableRow]:
    """The rows of the law in grids: header found, numbered line skipped, continued rows and tables joined."""
    columns: dict[int, Column] = {}
    rows: list[TableRow] = []
    width = number = 0
    grids = list(grids)
    has_header = any(header_of(cells) for grid in grids for cells in grid)
    for grid in grids:
        for cells in grid:
            number += 1
            if not any(cell.strip() for cell in cells):
                continue
            if header := header_of(cells):
                columns, width = header, len(cells)
                continue
            if _is_numbering(cells) or _is_caption(cells) or _is_rule(cells):
                continue
            if not columns and not has_header:
                columns, width = _guessed(cells), len(cells)
            if columns and (len(cells) <= width or not any(cells[width:])):
                _add(rows, number, cells, columns)
    return rows


def _add(rows: list[TableRow], number: int, cells: list[str], columns: dict[int, Column]) -> None:
    row = TableRow(number)
    spanned: set[Column] = set()
    for i, column in columns.items():
        if i < len(cells) and cells[i].strip():
            row.cells[column] = Cell(cells[i].translate(INVISIBLE).strip(), number, i + 1)
            if isinstance(cells[i], Below):
                spanned.add(column)
    _split_code(row)
    own = {column for column in row.cells if column not in spanned}
    if not own or (rows and own == {"name"} and _FOOTNOTE.match(row.text("name"))):
        return
    if rows and not own & {"code", "name"}:  # a row that goes on
        for column in own:
            before, cell = rows[-1].cells.get(column), row.cells[column]
            text = f"{before.text}\n{cell.text}" if before else cell.text
            rows[-1].cells[column] = Cell(
                text, *((before.row, before.column) if before else (number, cell.column))
            )
        return
    if row.text("code") or row.text("name"):
        rows.append(row)


def _split_code(row: TableRow) -> None:
    """2.1. Выдача …: a code in front of the name, where there is no column for it."""
    name = row.cells.get("name")
    if name is None or "code" in row.cells:
        return
    match = re.match(r"(\d{1,3}(?:\.\d{1,3}){1,5}(?:[-–]\d+)?[⁰¹²³⁴⁵⁶⁷⁸⁹]*)\.?\s+(?=\S)", name.text)
    if match:
        row.cells["code"] = Cell(match[1], name.row, name.column)
        row.cells["name"] = Cell(name.text[match.end() :], name.row, name.column)


def _is_numbering(cells: list[str]) -> bool:
    said = [cell.strip() for cell in cells if cell.strip()]
    if len(said) < 2 or not said[0].isdigit():  # noqa: PLR2004 - one number is a code
        return False
    first = int(said[0])
    return said == [str(i) for i in range(first, first + len(said))]


def _is_caption(cells: list[str]) -> bool:
    """A chapter across the whole table: ГЛАВА 2, or its name in capitals."""
    said = {cell.strip() for cell in cells if cell.strip()}
    if len(said) != 1 or len(cells) < 2:  # noqa: PLR2004 - a table has two columns at least
        return False
    only = next(iter(said))
    return bool(_caption().match(only)) or (only.isupper() and not only[0].isdigit())


def _is_rule(cells: list[str]) -> bool:
    """The line under a header that people draw in text: |---|---|."""
    return all(not cell.strip(" -:=+|") for cell in cells)


def _guessed(cells: list[str]) -> dict[int, Column]:
    """Columns without a header: the order of the official lists, with or without a code in front."""
    order = _usual_order()
    first = cells[0].strip() if cells else ""
    if CODE.fullmatch(first):
        return dict(enumerate(("code", *order)[: len(cells)]))
    return dict(enumerate(order[: len(cells)]))


def _is_plain_header(cells: list[str], found: dict[int, tuple[int, Column]]) -> bool:
    """Names of fields, of which we know a code and a name: the head of a file out of another system."""
    known = {column for _length, column in found.values()}
    return {"code", "name"} <= known and all(
        cell.strip().replace("_", "").isalpha() for cell in cells if cell.strip()
    )
