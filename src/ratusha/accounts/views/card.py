"""The software ID card: number and PIN; and the PUK for who has mistyped three times."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from ratusha.accounts import whereabouts
from ratusha.accounts.access import safe_next, with_next
from ratusha.accounts.forms import CardForm, UnlockForm
from ratusha.accounts.services.cards import DemonstrationCards, check_pin, unlock_with_puk
from ratusha.accounts.services.identity import begin_check
from ratusha.kernel.errors import RuleBroken
from ratusha.ui.pages import page

from .consent import SESSION_KEY
from .sign_in import refused


@login_not_required
@never_cache
@sensitive_post_parameters("number", "pin")
def sign_in_card(request: HttpRequest) -> HttpResponse:
    template, wanted = "accounts/sign_in_card.html", safe_next(request)
    form = CardForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return page(request, template, {"next": wanted}, form=form)
    now, address = timezone.now(), whereabouts.address(request)
    try:
        card = check_pin(**form.cleaned_data, address=address, now=now)
    except RuleBroken as error:
        return refused(request, template, form, error, next=wanted)
    check = begin_check(DemonstrationCards.code, str(card.pk), next_page=wanted, now=now)
    request.session[SESSION_KEY] = str(check.pk)
    return redirect("accounts:consent")


@login_not_required
@never_cache
@sensitive_post_parameters("number", "puk", "new_pin")
def unlock_card(request: HttpRequest) -> HttpResponse:
    template, wanted = "accounts/unlock_card.html", safe_next(request)
    form = UnlockForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return page(request, template, {"next": wanted}, form=form)
    now, address = timezone.now(), whereabouts.address(request)
    try:
        unlock_with_puk(**form.cleaned_data, address=address, now=now)
    except RuleBroken as error:
        return refused(request, template, form, error, next=wanted)
    messages.success(request, _("The card is unlocked. Sign in with the new PIN."))
    return redirect(with_next("accounts:sign_in_card", wanted))
