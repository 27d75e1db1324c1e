"""The register of breaches of a body: its list, a new entry, one entry with the notice to the authority."""

from uuid import UUID

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from ratusha.accounts.public import (
    SignedInRequest,
    nothing_typed_is_lost,
    require_office,
    typed_now,
)
from ratusha.kernel.errors import DomainError
from ratusha.parties.public import party_name
from ratusha.records.asking.law import law
from ratusha.records.models import Breach
from ratusha.records.services.breaches import enter_breach, note_told
from ratusha.ui.acting import acted
from ratusha.ui.pages import page

from .forms import BreachForm
from .permissions import BREACH


def _body(request: SignedInRequest) -> UUID:
    """The body one acts for, for who may keep its register; nothing is there for anybody else."""
    body = request.acting_body_id
    if body is None or not request.user.may(BREACH, body, on=timezone.localdate()):
        raise Http404
    return body


def _register(request: SignedInRequest) -> QuerySet[Breach]:
    return Breach.objects.filter(body_id=_body(request))


@require_office
def breaches(request: SignedInRequest) -> HttpResponse:
    context = {"rows": _register(request), "today": timezone.localdate(), "rule": law().breach}
    return page(request, "records/breaches.html", context)


@nothing_typed_is_lost
@require_office
def new(request: SignedInRequest) -> HttpResponse:
    body, form = _body(request), BreachForm(typed_now(request))

    def enter() -> Breach:
        now = timezone.now()
        return enter_breach(body_id=body, by=request.user, now=now, **form.cleaned_data)

    if made := acted(request, form, enter):
        messages.success(request, _("The breach is entered, and the people touched are told."))
        return redirect(made)
    return page(request, "records/new_breach.html", {"rule": law().breach}, form=form)


@require_office
def breach(request: SignedInRequest, reference: str) -> HttpResponse:
    """One entry, and on POST: the notice to the authority has been sent."""
    found = get_object_or_404(
        _register(request).select_related("entered_by", "told_by"), reference=reference
    )
    if request.method == "POST":
        try:
            note_told(found.pk, by=request.user, now=timezone.now())
        except DomainError as error:
            messages.warning(request, error.message)
        return redirect(found)
    context = {
        "breach": found,
        "body": party_name(found.body_id, get_language() or ""),
        "today": timezone.localdate(),
        "rule": law().breach,
    }
    return page(request, "records/breach.html", context)
