"""A grid of cells and what its columns are."""

import re
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

from ratusha.kernel.pack import pack

from ..spelling import folded, normal  # noqa: TID252 - one module

Column = Literal["code", "name", "body", "documents", "fee", "term", "validity"]
COLUMNS: tuple[Column, ...] = ("code", "name", "body", "documents", "fee", "term", "validity")
LONGEST_HEADER = 300
CODE = re.compile(r"\d{1,3}(?:\s*[.\-–]\s*\d{1,3}){0,5}(?:-\d+)?\s*[.)]?")


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
    return {column: [re.compile(p) for p in found[column]] for column in COLUMNS if column in found}


@cache
def _caption() -> re.Pattern[str]:
    return re.compile(pack().yaml("law/columns.yaml")["captions"], re.IGNORECASE)


@cache
def _usual_order() -> list[Column]:
    order: list[Column] = pack().yaml("law/columns.yaml")["order"]
    return order


def header_of(cells: list[str]) -> dict[int, Column]:
    """Which column each cell of a header row names; empty where this is no header."""
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
    columns = {i: column for i, (_n, column) in found.items()}
    return columns if len(columns) >= 2 or (len(cells) == 1 and columns) else {}  # noqa: PLR2004 - one known word may be chance


def rows_of(grid: list[list[str]], *, first_row: int = 1) -> list[TableRow]:
    """The rows of the law in a grid: header found, numbered line skipped, continued rows joined."""
    columns: dict[int, Column] = {}
    rows: list[TableRow] = []
    for number, cells in enumerate(grid, first_row):
        if not any(cell.strip() for cell in cells):
            continue
        if header := header_of(cells):
            columns = header
            continue
        if _is_numbering(cells) or _is_caption(cells):
            continue
        if not columns:
            columns = _guessed(cells)
        _add(rows, number, cells, columns)
    return rows


def _add(rows: list[TableRow], number: int, cells: list[str], columns: dict[int, Column]) -> None:
    row = TableRow(number)
    for i, column in columns.items():
        if i < len(cells) and cells[i].strip():
            row.cells[column] = Cell(cells[i].strip(), number, i + 1)
    _split_code(row)
    if not row.cells:
        return
    starts = bool(row.text("code") or row.text("name"))
    if starts or not rows:
        rows.append(row)
        return
    for column, cell in row.cells.items():  # a row that goes on
        before = rows[-1].cells.get(column)
        rows[-1].cells[column] = (
            Cell(f"{before.text}\n{cell.text}", before.row, before.column) if before else cell
        )


def _split_code(row: TableRow) -> None:
    """2.1. Выдача …: a code in front of the name, where there is no column for it."""
    name = row.cells.get("name")
    if name is None or "code" in row.cells:
        return
    match = re.match(r"(\d{1,3}(?:\.\d{1,3}){1,5}(?:[-–]\d+)?[⁰¹²³⁴-⁹]*)\.?\s+(?=\S)", name.text)
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
    """A chapter across the whole table: ГЛАВА 2 ТРУД И СОЦИАЛЬНАЯ ЗАЩИТА."""
    said = {cell.strip() for cell in cells if cell.strip()}
    return len(said) == 1 and len(cells) > 1 and bool(_caption().match(next(iter(said))))


def _guessed(cells: list[str]) -> dict[int, Column]:
    """Columns without a header: the order of the official lists, with or without a code in front."""
    order = _usual_order()
    first = cells[0].strip() if cells else ""
    if CODE.fullmatch(first):
        return dict(enumerate(("code", *order)[: len(cells)]))
    return dict(enumerate(order[: len(cells)]))
