"""Personal reception at the desk of a body: the calendar, who comes, the card of an oral appeal."""

from datetime import timedelta
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ratusha.accounts.public import (
    SignedInRequest,
    User,
    nothing_typed_is_lost,
    officials_who_may,
    require_office,
    typed_now,
)
from ratusha.appeals.law import law
from ratusha.appeals.models import Reception, Visitor
from ratusha.appeals.reception_forms import IN_WRITING, CardForm, DocumentForm, HoursForm
from ratusha.appeals.services import reception as receiving
from ratusha.appeals.services.lodge import Words
from ratusha.cases.public import Case
from ratusha.parties.public import party_name, party_names
from ratusha.ui.acting import acted
from ratusha.ui.pages import page as answer

SHOWN_BACK = timedelta(days=30)


def body_of(request: SignedInRequest) -> UUID | None:
    """Where the official registers what comes."""
    body, today = request.acting_body_id, timezone.localdate()
    if body is None or not request.user.may(receiving.REGISTERS, body, on=today):
        return None
    return body


def require_body(request: SignedInRequest) -> UUID:
    body = body_of(request)
    if body is None:
        raise PermissionDenied
    return body


@require_safe
@require_office
def receptions(request: SignedInRequest) -> HttpResponse:
    since = timezone.now() - SHOWN_BACK
    found = Reception.objects.filter(body_id=require_body(request), begins_at__gt=since)
    context = {"found": found.select_related("official"), "law": law(), "now": timezone.now()}
    return answer(request, "appeals/desk_receptions.html", context)


@nothing_typed_is_lost
@require_office
def announce(request: SignedInRequest) -> HttpResponse:
    body = require_body(request)
    officials = officials_who_may("cases.decide", body, on=timezone.localdate())
    form = HoursForm(officials, typed_now(request))

    def announce_it() -> Reception:
        given = form.cleaned_data
        hours = receiving.Hours(
            begins_at=form.begins_at,
            minutes=int(given["minutes"]),
            places=int(given["places"]),
            room=given["room"],
        )
        receives = User.objects.get(pk=given["official"])
        return receiving.announce(
            body, hours, receives=receives, by=request.user, now=timezone.now()
        )

    if acted(request, form, announce_it, in_office=True):
        messages.success(request, _("The reception is announced."))
        return redirect("appeals:desk_receptions")
    return answer(request, "appeals/desk_announce.html", {"law": law()}, form=form)


@nothing_typed_is_lost
@require_office
def reception(request: SignedInRequest, key: UUID) -> HttpResponse:
    """Who comes; and whoever came without a booking."""
    there = get_object_or_404(Reception.objects.at(body_of(request)), pk=key)
    form = DocumentForm(typed_now(request))

    def let_in() -> Visitor:
        return receiving.come_without_booking(
            there.pk, by=request.user, now=timezone.now(), **form.cleaned_data
        )

    if visitor := acted(request, form, let_in, in_office=True):
        return redirect("appeals:desk_card", visitor.pk)
    language = get_language() or ""
    visitors = list(there.coming().select_related("case", "reception"))
    names = party_names((one.party_id for one in visitors), language)
    context = {
        "there": there,
        "visitors": [(one, names.get(one.party_id, "")) for one in visitors],
        "begun": timezone.localdate(there.begins_at) <= timezone.localdate(),
        "law": law(),
    }
    return answer(request, "appeals/desk_reception.html", context, form=form)


@nothing_typed_is_lost
@require_office
def card(request: SignedInRequest, key: UUID) -> HttpResponse:
    """The card of personal reception: what was said, and what came of it at once."""
    here = Reception.objects.at(body_of(request))
    visitors = Visitor.objects.filter(reception__in=here, given_up_at=None)
    visitor = get_object_or_404(visitors.select_related("reception", "case"), pk=key)
    if visitor.case is not None:
        return redirect(visitor.case.desk_address)
    form = CardForm(visitor.matter, typed_now(request))

    def receive() -> Case:
        given = form.cleaned_data
        words = Words(sort=given["sort"], text=given["text"], language=given["language"])
        result = "" if given["result"] == IN_WRITING else given["result"]
        said = receiving.Said(result=result, text=given["answer"], agrees=given["agrees"])
        return receiving.receive(
            visitor.pk,
            words,
            said,
            compared=given["compared"],
            by=request.user,
            now=timezone.now(),
        )

    if made := acted(request, form, receive, in_office=True):
        messages.success(request, _("The oral appeal is registered."))
        return redirect(made.desk_address)
    context = {
        "visitor": visitor,
        "name": party_name(visitor.party_id, get_language() or ""),
        "law": law(),
    }
    return answer(request, "appeals/desk_card.html", context, form=form)
