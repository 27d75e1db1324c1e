"""The official lists as the pack holds them: lists, chapters, headings and rows. Reads files, knows no database."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, Literal

import msgspec
from msgspec import Struct, field
from ruamel.yaml import YAML

from .definition import Definition, TermRule, ValidityRule
from .facts import Applicant, Source, Text
from .fee_rule import FeeRule


class Known(Struct, frozen=True, forbid_unknown_fields=True):
    """What public tables told of one row. Input to work with, never law in force."""

    from_: str = field(name="from")
    term: str = ""
    if_requested: str = ""
    term_note: Literal["", "conditional", "later_event"] = ""
    fee: str = ""
    fee_note: Literal["", "several", "paid_service"] = ""
    validity: str = ""
    validity_note: Literal["", "bound"] = ""
    documents: int | None = None
    asks_itself: bool | None = None


class Row(Struct, frozen=True, forbid_unknown_fields=True):
    """One printed row. `name` is its own words, `title` the whole where joining with the heading fails."""

    number: str
    name: str | Text
    printed: str = ""
    heading: bool = False
    title: str = ""
    unofficial: Text = {}
    excluded_since: date | None = None
    note: str = ""
    known: Known | None = None
    rows: list["Row"] = []


class ChapterFile(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    list_code: str = field(name="list")
    chapter: int
    name: Text
    rows: list[Row]


class Act(Struct, frozen=True, forbid_unknown_fields=True):
    """The act that approved a list, the edition we hold, and what replaced it.

    Titles are official in `language` alone; in the others they are translations of ours.
    """

    title: Text
    number: str
    dated: date
    in_force_since: date
    edition: Text
    confidence: str
    replaced_by: Text = {}
    language: str = "ru"


class ListFile(Struct, frozen=True, forbid_unknown_fields=True):
    code: str
    audience: Literal["citizens", "business"]
    title: Text
    act: Act
    applicants: list[Applicant]
    confidence_of: dict[str, Source]


class Placed(Struct, frozen=True):
    """A row with its place: what heading it stands under and how its whole title reads."""

    code: str
    row: Row
    name: Text
    title: Text
    chapter: int
    heading: str | None
    position: int


def read_lists(folder: Path) -> list[ListFile]:
    raw = YAML(typ="safe").load(folder / "catalogue" / "lists.yaml")
    return msgspec.convert(raw, list[ListFile])


def read_chapters(folder: Path, code: str) -> list[ChapterFile]:
    files = sorted((folder / "catalogue" / code).glob("*.yaml"))
    return [msgspec.convert(YAML(typ="safe").load(file), ChapterFile) for file in files]


def placed_rows(chapters: list[ChapterFile]) -> Iterator[Placed]:
    """Every row in printed order, a heading before what stands under it."""
    position = 0
    for chapter in chapters:
        waiting: list[tuple[Row, Placed | None]] = [(row, None) for row in reversed(chapter.rows)]
        while waiting:
            row, above = waiting.pop()
            position += 1
            placed = _place(chapter, row, above, position)
            waiting += [(below, placed) for below in reversed(row.rows)]
            yield placed


def _place(chapter: ChapterFile, row: Row, above: Placed | None, position: int) -> Placed:
    name = row.name if isinstance(row.name, dict) else {"ru": row.name}
    own = name["ru"].rstrip(":; ")
    joined = f"{above.title['ru']} {own}" if above else own
    whole = row.title or joined
    title: Text = {**row.unofficial, "ru": whole[:1].upper() + whole[1:]}
    if row.heading:
        title = {**{k: v.rstrip(":; ") for k, v in name.items()}, "ru": title["ru"]}
    return Placed(
        code=f"{chapter.list_code}/{row.number}",
        row=row,
        name=name,
        title=title,
        chapter=chapter.chapter,
        heading=above.code if above else None,
        position=position,
    )


def definition_of(placed: Placed, listed: ListFile, valid_from: date) -> Definition:
    """What can honestly be said of a row without a definition file: level e1 with a known rule, else e0."""
    known = placed.row.known
    rules: dict[str, Any] = _rules(known, listed.confidence_of[known.from_]) if known else {}
    act = listed.act
    return Definition(
        code=placed.code,
        title=placed.title,
        valid_from=valid_from,
        valid_until=placed.row.excluded_since,
        source=Source(
            title=act.title["ru"],
            article=placed.row.printed or placed.row.number,
            confidence="verified",
        ),
        level="e1" if rules else "e0",
        applicants=listed.applicants,
        **rules,
    )


def _rules(known: Known, source: Source) -> dict[str, Any]:
    rules: dict[str, Any] = {}
    if known.term:
        rules["term"] = TermRule(
            base=known.term, if_requested=known.if_requested, note=known.term_note, source=source
        )
    if known.fee == "free":
        rules["fee"] = FeeRule(kind="free", source=source)
    elif known.fee:
        rules["fee"] = FeeRule(kind="base_value", multiple=known.fee.split()[0], source=source)
    elif known.fee_note:
        rules["fee"] = FeeRule(kind=known.fee_note, source=source)
    if known.validity or known.validity_note:
        rules["validity"] = ValidityRule(
            period=known.validity or known.validity_note, source=source
        )
    if known.documents is not None:
        rules["documents_count"] = known.documents
    if known.asks_itself is not None:
        rules["body_requests_itself"] = known.asks_itself
    return rules
