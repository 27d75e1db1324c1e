"""What is not registered: the published coverage for everybody, the proposals for the registrar."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ratusha.accounts.public import (
    SignedInRequest,
    nothing_typed_is_lost,
    require_office,
    typed_now,
)
from ratusha.systems import presentation
from ratusha.systems.discovery.rules import WAITS, Standing, is_overdue
from ratusha.systems.forms import offices as forms
from ratusha.systems.models import Proposal
from ratusha.systems.permissions import REGISTER
from ratusha.systems.queries import cards
from ratusha.systems.services import discovery as acts
from ratusha.ui.acting import acted
from ratusha.ui.pages import page as answer
from ratusha.ui.public_pages import public_page

ON_A_PAGE = 25


@login_not_required
@require_safe
@public_page
def coverage(request: HttpRequest) -> HttpResponse:
    """How much of all systems the register has; organisations and subjects are not told here."""
    today = timezone.localdate()
    late = Proposal.objects.filter(standing=Standing.OPEN, found_on__lt=today - WAITS).count()
    context = {"coverage": acts.coverage(), "late": late, "days": WAITS.days, "today": today}
    return answer(request, "systems/coverage.html", context)


def _require_registrar(request: SignedInRequest) -> None:
    body, today = request.acting_body_id, timezone.localdate()
    if body is None or not request.user.may(REGISTER, body, on=today):
        raise Http404


@require_safe
@require_office
def proposals(request: SignedInRequest) -> HttpResponse:
    _require_registrar(request)
    today = timezone.localdate()
    shown = request.GET.get("show", Standing.OPEN)
    found = Proposal.objects.filter(standing=shown if shown in Standing.values else Standing.OPEN)
    page = Paginator(found, ON_A_PAGE).get_page(request.GET.get("page"))
    known = cards(open_only=False)
    context = {
        "page": page,
        "rows": [
            (
                one,
                known.get(one.like),
                one.standing == Standing.OPEN and is_overdue(one.found_on, today),
            )
            for one in page
        ],
        "shown": shown,
        "standings": Standing.choices,
        "coverage": acts.coverage(),
        "say": presentation,
    }
    return answer(request, "systems/proposals.html", context)


@nothing_typed_is_lost
@require_office
def take_traces(request: SignedInRequest) -> HttpResponse:
    _require_registrar(request)
    form = forms.traces_form(typed_now(request), request.FILES or None)

    def take() -> Any:
        content = form.cleaned_data["file"].read()
        return acts.take_traces(content, by=request.user, now=timezone.now())

    if taken := acted(request, form, take, in_office=True):
        message = _(
            "Traces: %(all)s. Of registered systems, or of none: %(known)s. Proposed anew: %(new)s."
        )
        counts = dict(zip(("all", "known", "new"), taken, strict=True))
        messages.success(request, message % counts)
        return redirect("systems:proposals")
    return answer(request, "systems/take_traces.html", {}, form=form)


@nothing_typed_is_lost
@require_office
def decide(request: SignedInRequest, proposal: UUID) -> HttpResponse:
    _require_registrar(request)
    found = get_object_or_404(Proposal, pk=proposal)
    form = forms.decision_form(typed_now(request))

    def do() -> Any:
        return acts.decide(found.pk, by=request.user, now=timezone.now(), **form.cleaned_data)

    if acted(request, form, do, in_office=True):
        messages.success(request, _("Saved."))
        return redirect("systems:proposals")
    known = cards(open_only=False)
    context = {"proposal": found, "like": known.get(found.like), "say": presentation}
    return answer(request, "systems/decide.html", context, form=form)
