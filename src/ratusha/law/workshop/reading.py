"""Pure: what was pasted becomes rows, and the cells of a row become facts and the text of a definition."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import msgspec

from ratusha.law.compiler.compiled import CompiledRow
from ratusha.law.compiler.definitions import draft
from ratusha.law.compiler.drafting import place_of
from ratusha.law.compiler.reading.table import Cell, TableRow
from ratusha.law.compiler.rows import compile_row, compile_rows
from ratusha.law.compiler.writing import as_yaml

from .facts import readings

Cells = dict[str, list[Any]]  # column -> text, row, column of the table


@dataclass(frozen=True)
class Made:
    """A row with its facts, its definition as text, and what is left to do."""

    code: str
    cells: Cells
    facts: list[dict[str, Any]]
    text: str
    to_do: list[str]


def rows_made(rows: list[TableRow], *, valid_from: date) -> list[Made]:
    """Every row that has a number; headings and rows without one make nothing."""
    by_number = {row.number: row for row in rows}
    made = []
    for compiled in compile_rows(rows):
        if compiled.code:
            cells = cells_of(by_number[compiled.row], compiled.name)
            made.append(_made(compiled, cells, valid_from))
    return made


def made_of(cells: Cells, *, valid_from: date) -> Made:
    """The same row read once more, for example after a phrase was said in other words."""
    row = TableRow(
        number=min(row for _text, row, _column in cells.values()),
        cells={column: Cell(*cell) for column, cell in cells.items()},  # type: ignore[misc]
    )
    return _made(compile_row(row, name=row.text("name")), cells, valid_from)


def cells_of(row: TableRow, name: str) -> Cells:
    """A row below a heading has the words of the heading in its name."""
    cells: Cells = {
        column: [cell.text, cell.row, cell.column] for column, cell in row.cells.items()
    }
    if "name" in cells:
        cells["name"][0] = name
    return cells


def _made(compiled: CompiledRow, cells: Cells, valid_from: date) -> Made:
    listed, placed = place_of(compiled, "")
    drafted = draft(compiled, of=listed, placed=placed, valid_from=valid_from)
    facts: list[dict[str, Any]] = msgspec.to_builtins(readings(compiled))
    return Made(drafted.definition.code, cells, facts, as_yaml(drafted), drafted.to_do)


def with_other_words(cells: Cells, fact: dict[str, Any], words: str) -> Cells:
    """The phrase of a fact replaced in its cell."""
    text, row, column = cells[fact["column"]]
    start, end = fact["start"], fact["end"]
    if text[start:end] != fact["phrase"]:  # a place of the whole cell, or within the phrase
        start = max(text.find(fact["phrase"]), 0)
        end = start + len(fact["phrase"]) if fact["phrase"] in text else len(text)
    return {**cells, fact["column"]: [text[:start] + words + text[end:], row, column]}
