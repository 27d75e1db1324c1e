"""Personal reception for everybody: when and where, and a place at one."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.db.models import Count
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from ratusha.accounts.public import (
    AccessMode,
    SignedInRequest,
    User,
    nothing_typed_is_lost,
    require_access,
    typed_now,
)
from ratusha.appeals.law import law
from ratusha.appeals.models import Reception, Visitor
from ratusha.appeals.queries import bodies_named
from ratusha.appeals.reception_forms import MatterForm
from ratusha.appeals.services import reception as receiving
from ratusha.parties.public import party_name, party_names
from ratusha.ui.acting import acted
from ratusha.ui.pages import page as answer

SHOWN = 50


@login_not_required
@require_safe
def receptions(request: HttpRequest) -> HttpResponse:
    """The nearest, of all bodies or of those whose name is looked for."""
    sought, now, language = request.GET.get("q", "").strip()[:100], timezone.now(), get_language()
    found = Reception.objects.filter(begins_at__gt=now).select_related("official")
    if sought:
        named = bodies_named(sought, timezone.localdate(now))
        found = found.filter(body_id__in=[one.pk for one in named])
    coming = list(found[:SHOWN])
    booked = Visitor.objects.filter(reception__in=coming, given_up_at=None, booked=True)
    taken = dict(booked.order_by().values_list("reception").annotate(Count("pk")))
    names = party_names((one.body_id for one in coming), language or "")
    context = {
        "law": law(),
        "sought": sought,
        "found": [
            (one, names.get(one.body_id, ""), one.places - taken.get(one.pk, 0)) for one in coming
        ],
    }
    return answer(request, "appeals/receptions.html", context)


@nothing_typed_is_lost
@require_access(AccessMode.PASSWORD)
def reception(request: SignedInRequest, key: UUID) -> HttpResponse:
    """A place at one: taken here, or already mine."""
    there = get_object_or_404(Reception.objects.select_related("official"), pk=key)
    mine = _place_of(request.user, there.pk)
    form = MatterForm(typed_now(request))

    def book() -> Visitor:
        matter = form.cleaned_data["matter"]
        return receiving.book(there.pk, matter=matter, by=request.user, now=timezone.now())

    if acted(request, form, book):
        messages.success(request, _("You have a place at the reception."))
        return redirect("appeals:reception", there.pk)
    context = {
        "there": there,
        "body": party_name(there.body_id, get_language() or ""),
        "mine": mine,
        "over": there.begins_at <= timezone.now(),
        "free": there.places - there.booked().count(),
        "law": law(),
    }
    return answer(request, "appeals/reception.html", context, form=form)


@require_POST
@require_access(AccessMode.PASSWORD)
def give_up(request: SignedInRequest, key: UUID) -> HttpResponse:
    mine = _place_of(request.user, key)
    if mine is None or mine.case_id:
        raise Http404
    receiving.give_up(mine.pk, by=request.user, now=timezone.now())
    messages.success(request, _("Your place is free for another."))
    return redirect("appeals:reception", key)


def _place_of(user: User, reception: UUID) -> Visitor | None:
    if user.party_id is None:
        return None
    here = Visitor.objects.filter(reception=reception, given_up_at=None).select_related("reception")
    return here.filter(party_id=user.party_id).first()
