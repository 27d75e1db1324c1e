"""The order of work of a body: who stands in for whom, and whether a second official confirms its decisions."""

from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from ratusha.accounts.public import (
    SignedInRequest,
    User,
    nothing_typed_is_lost,
    officials_who_may,
    require_office,
    typed_now,
)
from ratusha.applications.public import ask_for_second_official, is_second_official_asked_for
from ratusha.cases.public import Substitution, end_substitution, name_deputy
from ratusha.kernel.errors import DomainError, NotPermitted
from ratusha.ui.forms import Form, add_domain_error
from ratusha.ui.pages import page as answer

from .forms import DeputyForm


@nothing_typed_is_lost
@require_office
def order(request: SignedInRequest) -> HttpResponse:
    """Name a deputy: one's own; the head of the work anybody's."""
    form = _deputy_form(request)
    if request.method == "POST" and form.is_valid():
        people = {str(one.pk): one for one in _officials(request)}
        said = form.cleaned_data
        try:
            name_deputy(
                _body(request),
                principal=people[said["principal"]],
                deputy=people[said["deputy"]],
                since=said["since"],
                until=said["until"],
                by=request.user,
                now=timezone.now(),
            )
        except NotPermitted as error:
            raise PermissionDenied(error.message) from error
        except DomainError as error:
            add_domain_error(form, error)
        else:
            messages.success(request, _("The deputy is named."))
            return redirect("portal:order")
    return _page(request, form)


@require_POST
@require_office
def end(request: SignedInRequest, substitution: UUID) -> HttpResponse:
    found = get_object_or_404(Substitution, pk=substitution, body_id=_body(request))
    try:
        end_substitution(found.pk, by=request.user, now=timezone.now())
    except NotPermitted as error:
        raise PermissionDenied(error.message) from error
    messages.success(request, _("The substitution is ended."))
    return redirect("portal:order")


@require_POST
@require_office
def second_official(request: SignedInRequest) -> HttpResponse:
    """One of two buttons was pressed: from now on, or no longer."""
    asked = request.POST.get("asked") == "yes"
    try:
        ask_for_second_official(_body(request), asked=asked, by=request.user, now=timezone.now())
    except NotPermitted as error:
        raise PermissionDenied(error.message) from error
    messages.success(request, _("The order of work is changed."))
    return redirect("portal:order")


def _page(request: SignedInRequest, form: Form) -> HttpResponse:
    today = timezone.localdate()
    context: dict[str, Any] = {
        "me": request.user.pk,
        "named": _named(request, today),
        "heads": _heads(request, today),
        "second_official": is_second_official_asked_for(_body(request), "", today),
    }
    return answer(request, "portal/order.html", context, form=form)


def _named(request: SignedInRequest, today: date) -> list[Substitution]:
    running = Substitution.objects.filter(
        body_id=_body(request), until__gte=today, ended_at=None
    ).select_related("principal", "deputy")
    if not _heads(request, today):
        running = running.filter(principal=request.user) | running.filter(deputy=request.user)
    return list(running.order_by("since", "id"))


def _deputy_form(request: SignedInRequest) -> DeputyForm:
    officials = [(str(one.pk), one.display_name) for one in _officials(request)]
    heads = _heads(request, timezone.localdate())
    mine = [(value, name) for value, name in officials if value == str(request.user.pk)]
    return DeputyForm(officials if heads else mine, officials, typed_now(request))


def _officials(request: SignedInRequest) -> list[User]:
    return officials_who_may("cases.decide", _body(request), on=timezone.localdate())


def _heads(request: SignedInRequest, on: date) -> bool:
    return request.user.may("cases.assign", _body(request), on=on)


def _body(request: SignedInRequest) -> UUID:
    assert request.acting_body_id is not None, "the door lets in who acts for a body"  # noqa: S101
    return request.acting_body_id
