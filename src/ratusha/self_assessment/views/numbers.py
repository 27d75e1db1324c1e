"""A number of the self-assessment, opened."""

from uuid import UUID

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ratusha.accounts.public import SignedInRequest, User, require_office
from ratusha.self_assessment import numbers, position
from ratusha.self_assessment.bank import ScoringState, final
from ratusha.self_assessment.forms import PositionForm
from ratusha.self_assessment.models import Edition
from ratusha.self_assessment.permissions import takes_part
from ratusha.self_assessment.rules import State
from ratusha.self_assessment.services.scoring import bank_of, marks_of
from ratusha.ui.addresses import address_of
from ratusha.ui.numbers import Number, number_page
from ratusha.ui.public_pages import public_page

from .features import find_scoring
from .reached import today


def _answer(request: HttpRequest, found: Number | None) -> HttpResponse:
    if found is None:
        raise Http404
    way = [
        (_("Digital development"), address_of("portal:steering")),
        (_("UN self-assessment"), address_of("self_assessment:home")),
    ]
    return number_page(request, found, way)


@login_not_required
@require_safe
@public_page
def of_form(request: HttpRequest, figure: str) -> HttpResponse:
    """Of the form; or of the place of the country, the figures that are tried being in the address."""
    if figure in numbers.POSITION or figure.startswith(numbers.TARGET):
        return _answer(request, _of_position(request, figure))
    if figure.startswith(numbers.COMPONENT):
        return _answer(request, numbers.of_component(figure.removeprefix(numbers.COMPONENT)))
    return _answer(request, numbers.of_the_form(figure, today()))


def _of_position(request: HttpRequest, figure: str) -> Number | None:
    found = position.newest()
    place = position.tried(found, {}) if found else None
    if found is None or place is None:
        return None
    form = PositionForm(place.inputs, request.GET or None)
    if figure in {"rank", "value"} and form.is_valid():
        figures = {name: float(form.cleaned_data[name]) for name in position.LABELS}
        place = position.tried(found, figures) or place
    return numbers.of_position(figure, found, place)


@login_not_required
@require_safe
def of_edition(request: HttpRequest, name: str, figure: str, section: str = "") -> HttpResponse:
    """Everybody sees how far the edition of now is; who takes part sees also whose answers these are."""
    body = getattr(request, "acting_body_id", None)
    inside = isinstance(request.user, User) and takes_part(request.user, body, today())
    found = get_object_or_404(Edition, name=name)
    if not inside and found.state not in {State.FILLING, State.PUBLISHED}:
        raise Http404
    return _answer(request, numbers.of_edition(found, figure, section, today(), inside=inside))


@require_safe
@require_office
def of_scoring(request: SignedInRequest, pk: UUID, module: str = "") -> HttpResponse:
    found = find_scoring(request, pk)
    if found.state != ScoringState.CLOSED:
        raise Http404
    first, second = marks_of(found, found.first_id), marks_of(found, found.second_id)
    marks = final(first, second, marks_of(found, found.reviewer_id))
    address = address_of("self_assessment:score", found.pk)
    return _answer(request, numbers.of_scoring(marks, bank_of(found), module, address, today()))
