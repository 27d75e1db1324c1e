"""A row of a table becomes facts."""

import re
from collections.abc import Callable, Iterable
from typing import Any

from . import meaning
from .compiled import CompiledRow, DocumentFact, FeeFact, Flag, Place, TermFact, ValidityFact
from .parsing import Unparsed, parse
from .reading.table import Cell as Read
from .reading.table import Column, TableRow
from .spelling import normal

_NOTHING = re.compile(r"[-–—‒―−.…*]+|x|х", re.IGNORECASE)


def compile_rows(rows: Iterable[TableRow]) -> list[CompiledRow]:
    return [compile_row(row) for row in rows]


def compile_row(row: TableRow) -> CompiledRow:
    """Every column of a row as facts; what is not understood is flagged with its reason and place."""
    flags: list[Flag] = []
    return CompiledRow(
        row=row.number,
        code=code_of(row.text("code")),
        name=normal(row.text("name")),
        body=normal(row.text("body")),
        term=_fact(row, "term", TermFact, meaning.term_of, flags),
        fee=_fact(row, "fee", FeeFact, meaning.fee_of, flags),
        validity=_fact(row, "validity", ValidityFact, meaning.validity_of, flags),
        documents=_documents(row, flags),
        unparsed=flags,
    )


def code_of(text: str) -> str:
    """5.6¹ and "2.1." as catalogues write them: 5.6.1, 2.1."""
    text = text.strip().replace("–", "-").translate(str.maketrans("¹²³⁴⁵⁶⁷⁸⁹⁰", "1234567890"))
    return re.sub(r"\s+", "", text).rstrip(".)")


def _fact(
    row: TableRow,
    column: Column,
    kind: type[Any],
    told: Callable[..., dict[str, Any]],
    flags: list[Flag],
) -> Any:
    cell = row.cells.get(column)
    if cell is None or not cell.text or _NOTHING.fullmatch(cell.text):
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
        said=found.sentence(column),
        confidence=meaning.confidence(found),
        structure=found,
        **told(found),
    )


def _place(cell: Read, column: str) -> Place:
    return Place(cell.row, column, 0, len(cell.text))


def _documents(row: TableRow, flags: list[Flag]) -> list[DocumentFact]:
    cell = row.cells.get("documents")
    if cell is None or _NOTHING.fullmatch(cell.text):
        return []
    found = []
    for match in re.finditer(r"[^;\n]+", cell.text):
        phrase = match.group().strip()
        if phrase:
            start = match.start() + len(match.group()) - len(match.group().lstrip())
            place = Place(cell.row, "documents", start, start + len(phrase))
            found.append(DocumentFact(phrase=phrase, place=place, parsed=False))
            flags.append(Flag("documents", phrase, "Documents are not read yet.", place))
    return found
