"""What everybody may read: the order of organisations as far as it is certain, and one organisation."""

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from ratusha.ratings.belief import VERSION
from ratusha.ratings.beside import mends_as
from ratusha.ratings.drawing import dots, drawn
from ratusha.ratings.law import law
from ratusha.ratings.models import Organisation
from ratusha.ratings.queries import picture_of, ranking, released_of
from ratusha.ui.pages import page
from ratusha.ui.public_pages import public_page

ON_A_PAGE = 25


@login_not_required
@require_safe
@public_page
def organisations(request: HttpRequest) -> HttpResponse:
    """The ranking; a word leaves those whose name holds it, with the places they have among all."""
    found, wanted = ranking(), request.GET.get("q", "").strip()[:80]
    lines = [
        one for one in found.lines if wanted.casefold() in one.organisation.said.text.casefold()
    ]
    shown = Paginator(lines, ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "ranking": found,
        "shown": shown,
        "drawn": [(line, drawn(line.belief)) for line in shown],
        "wanted": wanted,
        "law": law(),
        "version": VERSION,
    }
    return page(request, "ratings/organisations.html", context)


@login_not_required
@require_safe
@public_page
def organisation(request: HttpRequest, code: str) -> HttpResponse:
    found = get_object_or_404(Organisation, code=code)
    picture = picture_of(found)
    words = Paginator(released_of(found), ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "organisation": found,
        "picture": picture,
        "criteria": [(one, belief, drawn(belief)) for one, belief in picture.criteria],
        "trend": dots(picture.quarters),
        "words": words,
        "mends_as": mends_as(found),
        "documents": set(found.analyses.values_list("quarter", flat=True)),
        "law": law(),
        "version": VERSION,
    }
    return page(request, "ratings/organisation.html", context)
