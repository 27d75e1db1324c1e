"""Finding what the state has promised, without writing anything."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _

from ratusha.kernel.errors import RuleBroken
from ratusha.kernel.texts import Text

from .models import Chapter, Edition, EditionQuerySet, Procedure, ProcedureList


def procedure_list() -> list[ProcedureList]:
    return list(ProcedureList.objects.all())


def chapters(code: str) -> list[Chapter]:
    return list(Chapter.objects.filter(list_id=code))


def in_force(on: date) -> EditionQuerySet:
    return Edition.objects.in_force(on)


def edition_in_force(code: str, on: date) -> Edition:
    """The one edition in force on this day, or a plain no: the row is unknown, excluded or not yet in force."""
    edition = Edition.objects.in_force(on).filter(procedure_id=code).first()
    if edition is None:
        raise RuleBroken(
            "procedures.not_in_force", _("This procedure is not in force on this day.")
        )
    return edition


def edition(edition_id: UUID | str) -> Edition:
    return Edition.objects.select_related("procedure").get(pk=edition_id)


def rows(chapter: Chapter) -> list[Procedure]:
    """The rows of a chapter in printed order, headings included."""
    return list(Procedure.objects.filter(chapter=chapter))


def named(codes: Iterable[str]) -> dict[str, Text]:
    """Names of procedures ("CM156/9.10") and of whole chapters ("CM156/9"); an unknown code is not in the answer."""
    wanted = set(codes)
    found: dict[str, Text] = {
        one.code: one.name for one in Procedure.objects.filter(code__in=wanted)
    }
    of_lists = Q()
    for code in wanted - found.keys():
        in_list, _slash, number = code.partition("/")
        if number.isdigit():
            of_lists |= Q(list_id=in_list, number=int(number))
    if of_lists:
        for chapter in Chapter.objects.filter(of_lists):
            found[f"{chapter.list_id}/{chapter.number}"] = chapter.name
    return found
