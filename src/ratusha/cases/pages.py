"""Pages that a person's own case of any kind has. The kind finds the case, and says what is done and in which words."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from ratusha.accounts.public import SignedInRequest, typed_now
from ratusha.kernel.errors import Conflict
from ratusha.ui.acting import acted
from ratusha.ui.pages import page

from .forms import RatingForm, WithdrawForm
from .models import Case
from .services.case import rate


def ask_to_rate(request: SignedInRequest, found: Case) -> HttpResponse:
    """Marks for how it went. Who has given them already is told so on the page of the case."""
    form = RatingForm(typed_now(request))

    def send() -> bool:
        comment = form.cleaned_data["comment"]
        try:
            rate(found.pk, scores=form.scores, comment=comment, by=request.user, now=timezone.now())
        except Conflict as error:
            messages.info(request, error.message)
        else:
            messages.success(request, _("Thank you. Your marks help to make it better."))
        return True

    if acted(request, form, send):
        return redirect(found.address)
    return page(request, "cases/rate.html", {"case": found}, form=form)


def ask_to_withdraw(
    request: SignedInRequest,
    found: Case,
    withdraw: Callable[..., Case],
    *,
    done: str,
    template: str,
    **context: Any,
) -> HttpResponse:
    """`template` extends `cases/withdraw.html` and says what follows from it by law; `done` is said afterwards."""
    form = WithdrawForm(typed_now(request))

    def send() -> Case:
        return withdraw(found.pk, by=request.user, now=timezone.now(), **form.cleaned_data)

    if acted(request, form, send):
        messages.success(request, done)
        return redirect(found.address)
    return page(request, template, {"case": found, **context}, form=form)
