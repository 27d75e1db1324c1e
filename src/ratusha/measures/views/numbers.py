"""A number of measures, opened: of the showcase and of a card to everybody, at the desk to who has a part in it."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ratusha.accounts.public import SignedInRequest, require_office
from ratusha.cases.public import Case
from ratusha.measures import numbers
from ratusha.measures.published import published
from ratusha.ui.addresses import address_of
from ratusha.ui.numbers import number_page
from ratusha.ui.public_pages import public_page

from .measures import find
from .showcase import wanted_of


@login_not_required
@require_safe
@public_page
def of_showcase(request: HttpRequest, figure: str) -> HttpResponse:
    found = numbers.of_showcase(figure, wanted_of(request), timezone.localdate())
    if found is None:
        raise Http404
    way = [(_("Measures of digital development"), address_of("measures:showcase"))]
    return number_page(request, found, way)


@login_not_required
@require_safe
@public_page
def number(request: HttpRequest, reference: str, figure: str, key: str = "") -> HttpResponse:
    case = get_object_or_404(published(), reference=reference)
    way = [
        (_("Measures of digital development"), address_of("measures:showcase")),
        (reference, address_of("measures:card", reference)),
    ]
    return _opened(request, case, figure, key, way, inside=False)


@require_safe
@require_office
def at_desk(request: SignedInRequest, reference: str, figure: str, key: str = "") -> HttpResponse:
    case = find(request, reference)
    way = [
        (_("Measures and pilots"), address_of("measures:measures")),
        (reference, address_of("measures:measure", reference)),
    ]
    return _opened(request, case, figure, key, way, inside=True)


def _opened(
    request: HttpRequest,
    case: Case,
    figure: str,
    key: str,
    way: list[tuple[str, str]],
    *,
    inside: bool,
) -> HttpResponse:
    found = numbers.find(case, figure, key, today=timezone.localdate(), inside=inside)
    if found is None:
        raise Http404
    return number_page(request, found, way)
