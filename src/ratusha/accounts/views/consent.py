"""The list of attributes its owner shortens before anything is passed on; and the ledger where it can be withdrawn."""

from dataclasses import dataclass
from http import HTTPStatus
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from ratusha.accounts import identity, visits
from ratusha.accounts.access import SignedInRequest, with_next
from ratusha.accounts.forms import ConsentForm
from ratusha.accounts.models import Consent, IdentityCheck
from ratusha.accounts.rules import WANTED, AccessMode
from ratusha.accounts.services.identity import agree, require_fresh, withdraw_consent
from ratusha.kernel.errors import RuleBroken
from ratusha.ui.pages import page

from .onward import onward

SESSION_KEY = "identity_check"


@dataclass(frozen=True)
class Asked:
    code: str
    label: str | Promise
    why: str | Promise
    ticked: bool


def check_of(request: HttpRequest) -> IdentityCheck:
    """Only the browser that proved the person can agree for them."""
    known = request.session.get(SESSION_KEY)
    check = IdentityCheck.objects.filter(pk=known).first() if known else None
    if check is None:
        raise Http404
    return check


@login_not_required
@never_cache
def consent(request: HttpRequest) -> HttpResponse:
    check, now = check_of(request), timezone.now()
    try:
        require_fresh(check, now=now)
    except RuleBroken as error:
        return start_again(request, check, error)
    provider = identity.provider(check.provider)
    offered = provider.offers(check.handle)
    optional = [a for a in WANTED if a.code in offered and not a.mandatory]
    form = ConsentForm(
        request.POST if request.method == "POST" else None,
        choices=[(a.code, a.label) for a in optional],
    )
    if form.is_valid():
        try:
            arrival = agree(
                check.pk, form.cleaned_data["allowed"], language=get_language() or "", now=now
            )
        except RuleBroken as error:
            return start_again(request, check, error)
        visits.begin(request, arrival.user, AccessMode.STRICT, now=now)
        visits.keep_attributes(request, arrival.consent.pk, arrival.attributes)
        request.session.pop(SESSION_KEY, None)
        return onward(request, arrival.user, arrival.next_page, now=now)
    ticked = set(form["allowed"].value() or []) if form.is_bound else offered
    context = {
        "provider": provider,
        "required": [a for a in WANTED if a.mandatory],
        "optional": [Asked(a.code, a.label, a.why, a.code in ticked) for a in optional],
        "until": check.expires_at,
    }
    return page(request, "accounts/consent.html", context, form=form)


def start_again(request: HttpRequest, check: IdentityCheck, error: RuleBroken) -> HttpResponse:
    request.session.pop(SESSION_KEY, None)
    context = {"error": error, "again": with_next("accounts:sign_in", check.next_page)}
    return page(request, "accounts/start_again.html", context, status=HTTPStatus.CONFLICT)


@require_POST
def withdraw(request: SignedInRequest, consent_id: UUID) -> HttpResponse:
    try:
        withdraw_consent(consent_id, by=request.user, now=timezone.now())
    except Consent.DoesNotExist as error:
        raise Http404 from error
    messages.success(request, _("The consent is withdrawn. What was passed on is no longer used."))
    return redirect("accounts:settings")
