"""How far the lists are compiled: counted row by row, and what is not in the material is said, never made up."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import msgspec
from ruamel.yaml import YAML

from .compiled import CompiledRow

FULL = ("documents", "fee", "term")  # a row that says less is not a full row
COLUMNS = ("term", "fee", "validity", "documents")
LEVELS = ("e3", "e4", "e5")
KEPT = "law/rows_available.yaml"
HEAD = """\
# Rows of the lists whose documents, fee and term lay before the compiler: their codes, no word of theirs. Written by
# `ratusha law coverage FILES --keep`. Without help: every phrase was understood, every document is of a known type.
"""


class Available(msgspec.Struct, frozen=True):
    """Codes of rows that are there in full."""

    without_help: list[str] = []
    with_help: list[str] = []


@dataclass(frozen=True)
class Listed:
    """A row of a list that is no heading. `facts`: public tables told something of it."""

    code: str
    excluded: bool = False
    facts: bool = False


@dataclass(frozen=True)
class Published:
    """What is published of a row that can be applied for: its level, and whether all its scenarios pass."""

    level: str
    green: bool


@dataclass(frozen=True)
class ListCoverage:
    """One list: the codes behind every figure."""

    code: str
    groups: dict[str, list[str]]

    def number(self, group: str) -> int:
        return len(self.groups[group])


def coverage(
    rows: Iterable[Listed], available: Available, published: Mapping[str, Published]
) -> list[ListCoverage]:
    """Of every list. A row that is in no table is counted as not available, whatever is published of it."""
    told = dict.fromkeys(available.without_help, "without_help")
    told |= dict.fromkeys(available.with_help, "with_help")
    lists: dict[str, dict[str, list[str]]] = {}
    for row in rows:
        groups = lists.setdefault(row.code.partition("/")[0], {group: [] for group in GROUPS})
        for group in _groups_of(row, told.get(row.code, ""), published.get(row.code)):
            groups[group].append(row.code)
    return [ListCoverage(code, groups) for code, groups in lists.items()]


GROUPS = (
    "rows", "excluded", "facts", "full", "without_help", "with_help", "not_available", *LEVELS, "passing",
)  # fmt: skip


def _groups_of(row: Listed, told: str, published: Published | None) -> list[str]:
    groups = ["rows", *(["full", told] if told else ["not_available"])]
    groups += ["excluded"] if row.excluded else []
    groups += ["facts"] if row.facts else []
    if published and published.level in LEVELS and not row.excluded:
        groups += [published.level, *(["passing"] if published.green else [])]
    return groups


def available_in(tables: Mapping[str, Iterable[CompiledRow]]) -> Available:
    """The full rows of compiled tables, by list."""
    helped = {
        f"{code}/{row.code}": needs_help(row)
        for code, rows in tables.items()
        for row in rows
        if is_full(row)
    }
    return Available(
        without_help=sorted(code for code, help_needed in helped.items() if not help_needed),
        with_help=sorted(code for code, help_needed in helped.items() if help_needed),
    )


def keep_available(folder: Path, found: Available) -> Path:
    """Write the codes down in the pack."""
    yaml, file = YAML(), folder / KEPT
    yaml.default_flow_style = False
    with file.open("w", encoding="utf-8") as out:
        out.write(HEAD)
        yaml.dump(msgspec.to_builtins(found), out)
    return file


def kept_available(folder: Path) -> Available:
    """What a pack says of its rows; nothing where it says nothing."""
    file = folder / KEPT
    if not file.exists():
        return Available()
    return msgspec.convert(YAML(typ="safe").load(file), Available)


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
