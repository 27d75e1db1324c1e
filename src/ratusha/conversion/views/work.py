"""A step between the agreement and switching on, on a page of its own."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from ratusha.accounts.public import (
    SignedInRequest,
    nothing_typed_is_lost,
    require_office,
    typed_now,
)
from ratusha.conversion.forms import DevelopmentForm, GroupForm, TestForm
from ratusha.conversion.models import Work, WorkKind
from ratusha.conversion.permissions import DRAW
from ratusha.conversion.services.work import work_done
from ratusha.conversion.work import in_turn
from ratusha.ui.acting import acted
from ratusha.ui.pages import page

from .cards import find

FORMS = {
    WorkKind.GROUP: GroupForm, WorkKind.DEVELOPMENT: DevelopmentForm, WorkKind.TEST: TestForm,
}  # fmt: skip


@nothing_typed_is_lost
@require_office
def step(request: SignedInRequest, pk: UUID, kind: str) -> HttpResponse:
    found = find(request, pk)
    body = request.acting_body_id
    if (
        kind not in WorkKind.values
        or found.body_id != body
        or not request.user.may(DRAW, body, on=timezone.localdate())
        or WorkKind(kind) not in in_turn(found.stage, found.variant)
    ):
        raise Http404
    form = FORMS[WorkKind(kind)](typed_now(request))

    def write() -> Work:
        typed = form.cleaned_data
        return work_done(
            found, WorkKind(kind), on=typed["on"], who=typed["who"], result=typed["result"],
            goes_on=typed.get("goes_on", True), by=request.user, now=timezone.now(),
        )  # fmt: skip

    if acted(request, form, write, in_office=True):
        return redirect("conversion:card", pk)
    return page(request, "conversion/step.html", {"card": found, "kind": WorkKind(kind)}, form=form)
