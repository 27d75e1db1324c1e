"""A row of a table becomes facts."""

import re
from collections.abc import Callable, Iterable
from typing import Any

from . import meaning
from .bodies import read_body
from .compiled import CompiledRow, FeeFact, Flag, NameFact, Place, TermFact, ValidityFact
from .items import documents_of
from .names import applicants_of, read_name
from .parsing import Unparsed, parse
from .reading.table import Cell as Read
from .reading.table import Column, TableRow
from .spelling import normal, says_nothing

_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_LOWERED = str.maketrans(_RAISED, "0123456789")


def compile_rows(rows: Iterable[TableRow]) -> list[CompiledRow]:
    """Every row but headings; a row below a heading takes the heading's words in front of its own."""
    compiled: list[CompiledRow] = []
    headings: dict[str, str] = {}
    for row in rows:
        code, name = code_of(row.text("code")), normal(row.text("name"))
        above = headings.get(code.rpartition(".")[0], "")
        whole = f"{above} {name}" if above and name[:1].islower() else name
        names_only = not row.cells.keys() & {"documents", "fee", "term", "validity"}
        if names_only and name.isupper() and code.isdigit():
            continue  # the name of a chapter
        if names_only and name.endswith(":"):
            headings[code] = whole.rstrip(": ")
            continue
        compiled.append(compile_row(row, name=whole))
    return compiled


def compile_row(row: TableRow, *, name: str = "") -> CompiledRow:
    """Every column of a row as facts; what is not understood is flagged with its reason and place."""
    flags: list[Flag] = []
    body = read_body(row.text("body"))
    return CompiledRow(
        row=row.number,
        code=code_of(row.text("code")),
        printed=row.text("code").rstrip(". "),
        name=name or normal(row.text("name")),
        name_meaning=_name(row, name, flags),
        body=normal(row.text("body")),
        body_kind=body.kind if body else "",
        body_by=body.by if body else "",
        term=_fact(row, "term", TermFact, meaning.term_of, flags),
        fee=_fact(row, "fee", FeeFact, meaning.fee_of, flags),
        validity=_fact(row, "validity", ValidityFact, meaning.validity_of, flags),
        documents=documents_of(row, flags),
        told=[column for column in row.cells if row.text(column)],
        unparsed=flags,
    )


def code_of(text: str) -> str:
    """5.6¹ and "2.1." as catalogues write them: 5.6.1, 2.1."""
    text = re.sub(r"\s+", "", text).replace("–", "-").rstrip(".)")
    return re.sub(f"(?<=\\d)([{_RAISED}]+)", lambda found: f".{found[1].translate(_LOWERED)}", text)


def _name(row: TableRow, name: str, flags: list[Flag]) -> NameFact | None:
    cell = row.cells.get("name")
    if cell is None:
        return None
    said = name or normal(cell.text)
    place = _place(cell, "name")
    found = read_name(said)
    if isinstance(found, Unparsed):
        flags.append(
            Flag("name", said, found.reason, Place(cell.row, "name", found.start, found.end))
        )
        return NameFact(phrase=cell.text, place=place, parsed=False, applicants=applicants_of(said))
    return NameFact(
        phrase=cell.text,
        place=place,
        parsed=True,
        said=found.sentence(),
        confidence=0.9,
        formula=found.result,
        act=found.act,
        result=found.result,
        exceptions=list(found.exceptions),
        applicants=applicants_of(said),
    )


def _fact(
    row: TableRow,
    column: Column,
    kind: type[Any],
    told: Callable[..., dict[str, Any]],
    flags: list[Flag],
) -> Any:
    cell = row.cells.get(column)
    if cell is None or says_nothing(cell.text):
        return None
    place = _place(cell, column)
    found = parse(column, cell.text)
    if isinstance(found, Unparsed):
        flags.append(
            Flag(column, cell.text, found.reason, Place(cell.row, column, found.start, found.end))
        )
        return kind(phrase=cell.text, place=place, parsed=False)
    return kind(
        phrase=cell.text,
        place=place,
        parsed=True,
        said=normal(cell.text),  # what the structure says: `parse` has found it to be the same
        confidence=meaning.confidence(found),
        structure=found,
        **told(found),
    )


def _place(cell: Read, column: str) -> Place:
    return Place(cell.row, column, 0, len(cell.text))
