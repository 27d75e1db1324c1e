"""The brief of an item of the Council: one page, as PDF, for a word processor."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ratusha.accounts.public import SignedInRequest, require_office
from ratusha.documents.public import (
    Sheet,
    pdf_response,
    print_sheet,
    word_response,
    write_sheet,
)
from ratusha.kernel.texts import in_language
from ratusha.measures.brief import Brief, brief_of, groups_of
from ratusha.measures.law import law, name_of
from ratusha.measures.models import AgendaItem
from ratusha.measures.queries import form_of
from ratusha.parties.public import party_name
from ratusha.ui.pages import page as answer

from .council import require_part


def _brief(request: SignedInRequest, session: UUID, item: UUID) -> Brief:
    require_part(request)
    items = AgendaItem.objects.select_related("session", "case", "version")
    return brief_of(get_object_or_404(items, pk=item, session_id=session))


@require_safe
@require_office
def brief(request: SignedInRequest, session: UUID, item: UUID) -> HttpResponse:
    found = _brief(request, session, item)
    context = {
        "brief": found,
        "item": found.item,
        "case": found.item.case,
        "session": found.item.session,
        "law": law(),
        "ground": lambda code: name_of(list(law().grounds), code),
    }
    return answer(request, "measures/brief.html", context)


@require_safe
@require_office
def printed(request: SignedInRequest, session: UUID, item: UUID) -> HttpResponse:
    sheet, name = _sheet(_brief(request, session, item))
    return pdf_response(print_sheet(sheet), name)


@require_safe
@require_office
def written(request: SignedInRequest, session: UUID, item: UUID) -> HttpResponse:
    sheet, name = _sheet(_brief(request, session, item))
    return word_response(write_sheet(sheet), name)


def _sheet(brief: Brief) -> tuple[Sheet, str]:
    item, language = brief.item, get_language() or ""
    words = {"number": item.session.number, "position": item.position}
    sheet = Sheet(
        language=language,
        title=_("Brief for the Council"),
        subtitle=in_language(item.case.title, language).text,
        body=party_name(item.session.body_id, language),
        holder=brief.initiator,
        holder_details=[],
        groups=groups_of(brief),
        paragraphs=[],
        signatures=[],
        footer=_("Session No. %(number)s, item %(position)s") % words,
        sample=form_of(item.case).source.confidence == "sample",
        at=timezone.now(),
    )
    return sheet, f"{item.case.reference}-{item.session.number}"
