"""Text pasted line by line: with the names of columns before colons, or in the order of the official lists."""

import re

from ..parsing import Unparsed, parse  # noqa: TID252 - one module
from .table import Cell, Column, TableRow, header_of

_CODE = re.compile(r"(\d{1,3}(?:\.\d{1,3}){1,5}(?:-\d+)?[⁰¹²³⁴⁵⁶⁷⁸⁹]*)\.?\s+(\S.*)")
_IN_ORDER: tuple[Column, ...] = ("validity", "term", "fee")


def rows_of_lines(text: str) -> list[TableRow]:
    """Rows of text without cells. A row begins with its code, or with the name of a column that is there already."""
    lines = [(i, line.strip()) for i, line in enumerate(text.splitlines(), 1) if line.strip()]
    labelled = [(i, *_label(line)) for i, line in lines]
    if sum(column is not None for _i, column, _text in labelled) > 1:
        return _labelled(labelled)
    rows: list[TableRow] = []
    block: list[tuple[int, str]] = []
    for i, line in [*lines, (0, "")]:
        if (not line or _CODE.fullmatch(line)) and block:
            rows.append(_in_order(block))
            block = []
        if block or _CODE.fullmatch(line):
            block.append((i, line))
    return rows


def _label(line: str) -> tuple[Column | None, str]:
    name, colon, text = line.partition(":")
    found = header_of([name]) if colon and len(name) < 120 else {}  # noqa: PLR2004 - a name of a column, not a sentence
    return (found[0], text.strip()) if found else (None, line)


def _labelled(lines: list[tuple[int, Column | None, str]]) -> list[TableRow]:
    rows: list[TableRow] = []
    column: Column | None = None
    for i, named, text in lines:
        if named and (not rows or named in rows[-1].cells or (named == "code" and rows[-1].cells)):
            rows.append(TableRow(i))
        column = named or column
        if column is None or not rows or not text:
            continue
        before = rows[-1].cells.get(column)
        rows[-1].cells[column] = Cell(
            f"{before.text}\n{text}" if before else text, before.row if before else i, 1
        )
    for row in rows:
        name = row.cells.get("name")
        match = _CODE.fullmatch(name.text) if name and "code" not in row.cells else None
        if name and match:
            row.cells |= {"code": Cell(match[1], name.row, 1), "name": Cell(match[2], name.row, 1)}
    return [row for row in rows if row.text("name") or row.text("code")]


def _in_order(block: list[tuple[int, str]]) -> TableRow:
    """From the end: what reads as a validity, a term, a fee; what is left are the documents."""
    number, first = block[0]
    match = _CODE.fullmatch(first)
    row = TableRow(number)
    if match:
        row.cells |= {"code": Cell(match[1], number, 1), "name": Cell(match[2], number, 1)}
    rest = block[1:]
    for column in _IN_ORDER:
        if rest and not isinstance(parse(column, rest[-1][1]), Unparsed):
            i, text = rest.pop()
            row.cells[column] = Cell(text, i, 1)
    if rest:
        row.cells["documents"] = Cell("\n".join(text for _i, text in rest), rest[0][0], 1)
    return row
