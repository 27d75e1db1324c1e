"""How far the lists are compiled: counted row by row, and what is not in the material is said, never made up."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from ratusha.procedures.public import placed_rows, read_chapters, read_definitions, read_lists

from .compiled import CompiledRow

FULL = ("documents", "fee", "term")  # a row that says less is not a full row
COLUMNS = ("term", "fee", "validity", "documents")


@dataclass
class ListCoverage:
    """One list. `facts`: rows of which public tables told something; `full`: rows with documents, fee and term."""

    code: str
    rows: int = 0
    excluded: int = 0
    facts: int = 0
    full: int = 0
    without_help: int = 0
    with_help: int = 0
    published: dict[str, int] = field(default_factory=dict)

    @property
    def not_available(self) -> int:
        """Rows whose documents, fee and term are in no table that was given."""
        return self.rows - self.full


def coverage(folder: Path, tables: dict[str, list[CompiledRow]]) -> list[ListCoverage]:
    """Of every list of a pack. `tables` are the compiled rows that were given, by list."""
    latest = {definition.code: definition.level for definition in read_definitions(folder)}
    levels = Counter((code.partition("/")[0], level) for code, level in latest.items())
    found = []
    for listed in read_lists(folder):
        placed = [
            row for row in placed_rows(read_chapters(folder, listed.code)) if not row.row.heading
        ]
        numbers = {row.row.number for row in placed}
        full = {
            row.code: row
            for row in tables.get(listed.code, [])
            if row.code in numbers and is_full(row)
        }
        found.append(
            ListCoverage(
                code=listed.code,
                rows=len(placed),
                excluded=sum(row.row.excluded_since is not None for row in placed),
                facts=sum(row.row.known is not None for row in placed),
                full=len(full),
                without_help=sum(not needs_help(row) for row in full.values()),
                with_help=sum(needs_help(row) for row in full.values()),
                published={level: levels[listed.code, level] for level in ("e3", "e4", "e5")},
            )
        )
    return found


def is_full(row: CompiledRow) -> bool:
    """Documents, a fee and a term are told; that no documents are needed is told too."""
    return all(column in row.told for column in FULL)


def needs_help(row: CompiledRow) -> bool:
    """A phrase was not understood, or a document is of a type that the catalogue does not know."""
    return bool(row.unparsed) or any(not document.known_type for document in row.documents)


@dataclass
class ColumnShare:
    """Phrases of one column: how many, how many parsed into a structure that says the same sentence again."""

    column: str
    phrases: int = 0
    parsed: int = 0
    rest: list[tuple[str, str]] = field(default_factory=list)

    @property
    def percent(self) -> float:
        return round(100 * self.parsed / self.phrases, 1) if self.phrases else 100.0


def shares(rows: Iterable[CompiledRow]) -> list[ColumnShare]:
    """Of every column, with the phrases that were not understood and why."""
    found = {column: ColumnShare(column) for column in COLUMNS}
    for row in rows:
        reasons = {(flag.column, flag.phrase): flag.reason for flag in row.unparsed}
        for column, fact in (("term", row.term), ("fee", row.fee), ("validity", row.validity)):
            if fact:
                _count(
                    found[column], fact.phrase, fact.parsed, reasons.get((column, fact.phrase), "")
                )
        items = {(d.phrase, d.place.start): d.parsed for d in row.documents}
        for (phrase, _start), parsed in items.items():
            _count(found["documents"], phrase, parsed, reasons.get(("documents", phrase), ""))
    return list(found.values())


def _count(share: ColumnShare, phrase: str, parsed: bool, reason: str) -> None:  # noqa: FBT001 - a fact, not a switch
    share.phrases += 1
    share.parsed += parsed
    if not parsed:
        share.rest.append((phrase, reason))
