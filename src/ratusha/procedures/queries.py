"""Finding what the state has promised, without writing anything."""

from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from ratusha.kernel.errors import RuleBroken

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
