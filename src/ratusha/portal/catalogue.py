"""Reading the catalogue for pages: few queries, whatever its size."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.db.models import Count, Q

from ratusha.kernel.texts import Said, Text, in_my_language
from ratusha.procedures.public import (
    Chapter,
    Edition,
    Procedure,
    ProcedureList,
    chapters,
    in_force,
    procedure_list,
    rows,
)
from ratusha.ui.addresses import address_of

from .promise import APPLY_FROM


def procedure_address(code: str) -> str:
    listed, _slash, number = code.partition("/")
    return address_of("portal:procedure", listed, number)


@dataclass(frozen=True, slots=True)
class ChapterLine:
    name: Said
    address: str
    procedures: int
    online: int


@dataclass(frozen=True, slots=True)
class ListPart:
    code: str
    audience: str
    title: Said
    chapters: list[ChapterLine]

    @property
    def procedures(self) -> int:
        return sum(chapter.procedures for chapter in self.chapters)


class EditionLine(NamedTuple):
    """What a line of a chapter needs of an edition; the definition stays in the database."""

    title: Text
    level: str
    sample: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a chapter: a heading over rows, or a procedure in force."""

    printed: str
    title: Said
    address: str = ""
    level: str = ""
    sample: bool = False
    heading: bool = False


def lists_with_chapters(on: date, *, audience: str = "") -> list[ListPart]:
    counted = (
        in_force(on)
        .order_by()
        .values("procedure__chapter")
        .annotate(found=Count("id"))
        .annotate(online=Count("id", filter=Q(electronic_level__gte=APPLY_FROM)))
        .values_list("procedure__chapter", "found", "online")
    )
    counts = {chapter: (found, online) for chapter, found, online in counted}
    parts = []
    for listed in procedure_list():
        if audience and listed.audience != audience:
            continue
        lines = [_line(listed, c, counts.get(c.pk, (0, 0))) for c in chapters(listed.code)]
        kept = [line for line in lines if line.procedures]
        parts.append(ListPart(listed.code, listed.audience, in_my_language(listed.title), kept))
    return parts


def _line(listed: ProcedureList, chapter: Chapter, counts: tuple[int, int]) -> ChapterLine:
    address = address_of("portal:chapter", listed.code, chapter.number)
    return ChapterLine(in_my_language(chapter.name), address, *counts)


def chapter_rows(chapter: Chapter, on: date) -> list[Row]:
    """Headings and procedures in printed order; rows not in force are left out, and headings left bare by that."""
    editions = {
        code: EditionLine(*line)
        for code, *line in in_force(on)
        .filter(procedure__chapter=chapter)
        .values_list("procedure_id", "title", "electronic_level", "sample")
    }
    printed = rows(chapter)
    heading_of = {row.pk: row.heading_id for row in printed}
    needed: set[str] = set()
    for code in editions:
        above = heading_of.get(code)
        while above and above not in needed:
            needed.add(above)
            above = heading_of.get(above)
    made: list[Row] = []
    for row in printed:
        if row.pk in needed:
            made.append(Row(row.printed, in_my_language(row.name), heading=True))
        elif edition := editions.get(row.pk):
            made.append(_row(row, edition))
    return made


def _row(row: Procedure, edition: EditionLine) -> Row:
    """Under a heading the short name of the row is enough; the heading says the rest."""
    title = row.name if row.heading_id and edition.level < APPLY_FROM else edition.title
    return Row(
        row.printed, in_my_language(title), procedure_address(row.pk), edition.level, edition.sample
    )


def editions_of(codes: Iterable[str], on: date) -> dict[str, Edition]:
    found = in_force(on).filter(procedure_id__in=list(codes)).defer("definition")
    return {e.procedure_id: e for e in found}
