"""An offer: one page that shows what will be lodged, and a button."""

from http import HTTPStatus
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from ratusha.accounts.public import SignedInRequest, require_access
from ratusha.kernel.errors import DomainError
from ratusha.kernel.texts import in_my_language
from ratusha.life_events.models import Offer
from ratusha.life_events.presentation import offered_parts
from ratusha.life_events.reading import life_events
from ratusha.life_events.services.offers import change_first, confirm, decline
from ratusha.ui.pages import page as answer

from .sitting import SURELY


def _find(request: SignedInRequest, offer: UUID) -> Offer:
    if request.user.party_id is None:
        raise Http404
    return get_object_or_404(Offer.objects.of(request.user.party_id), pk=offer)


@require_access(SURELY)
def offer(request: SignedInRequest, offer: UUID) -> HttpResponse:
    found = _find(request, offer)
    if request.method != "POST":
        return _page(request, found)
    now, language = timezone.now(), translation.get_language()
    try:
        sitting = confirm(found.pk, by=request.user, language=language, now=now)
    except DomainError as error:
        return _page(request, found, error.message)
    messages.success(request, _("Confirmed. Everything is lodged."))
    return redirect("life_events:sitting", sitting.pk)


def _page(request: SignedInRequest, found: Offer, error: str = "") -> HttpResponse:
    today = timezone.localdate()
    event, rule = next(
        ((e, r) for e in life_events() for r in e.offers if r.code == found.rule), (None, None)
    )
    if event is None or rule is None:
        raise Http404
    context = {
        "offer": found,
        "title": in_my_language(rule.title),
        "reason": in_my_language(rule.reason),
        "source": rule.source,
        "cited": rule.source.cited(translation.get_language()),
        "parts": offered_parts(found, event, today) if found.is_open(today) else [],
        "open": found.is_open(today),
        "questions_left": rule.questions_left,
        "error": error,
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if error else HTTPStatus.OK
    return answer(request, "life_events/offer.html", context, status=status)


@require_POST
@require_access(SURELY)
def change(request: SignedInRequest, offer: UUID) -> HttpResponse:
    """Something is different: the person goes through the questions, and then lodges."""
    found = _find(request, offer)
    now, language = timezone.now(), translation.get_language()
    try:
        sitting = change_first(found.pk, by=request.user, language=language, now=now)
    except DomainError as error:
        return _page(request, found, error.message)
    return redirect("life_events:go_on", sitting.pk)


@require_POST
@require_access(SURELY)
def decline_offer(request: SignedInRequest, offer: UUID) -> HttpResponse:
    found = _find(request, offer)
    try:
        decline(found.pk, by=request.user, now=timezone.now())
    except DomainError as error:
        return _page(request, found, error.message)
    messages.success(
        request, _("Declined. We do not offer this again; you can always apply by yourself.")
    )
    return redirect("portal:my_page")
