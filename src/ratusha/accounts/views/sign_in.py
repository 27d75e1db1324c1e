"""Choosing the way to sign in; the way by password; the way out."""

from http import HTTPStatus

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from ratusha.accounts import identity, visits, whereabouts
from ratusha.accounts.access import access_mode, next_or_home, safe_next
from ratusha.accounts.forms import PasswordSignInForm
from ratusha.accounts.rules import AccessMode
from ratusha.accounts.services.sign_in import sign_in_with_password
from ratusha.accounts.services.tries import TooManyTries
from ratusha.kernel.errors import RuleBroken
from ratusha.ui.forms import Form, add_domain_error
from ratusha.ui.pages import page

from .onward import onward


def refused(
    request: HttpRequest, template: str, form: Form, error: RuleBroken, **context: object
) -> HttpResponse:
    """The page again with the reason; for too many tries also the moment to come back, for people and programs."""
    add_domain_error(form, error)
    if not isinstance(error, TooManyTries):
        return page(request, template, context, form=form)
    status = HTTPStatus.TOO_MANY_REQUESTS
    response = page(request, template, context, form=form, status=status)
    wait = (error.retry_at - timezone.now()).total_seconds()
    response.headers["Retry-After"] = str(max(int(wait), 1))
    return response


@login_not_required
@never_cache
def sign_in(request: HttpRequest) -> HttpResponse:
    """Choose the way."""
    wanted = safe_next(request)
    if access_mode(request) is AccessMode.STRICT:
        return redirect(next_or_home(wanted))
    context = {"next": wanted, "providers": identity.providers()}
    return page(request, "accounts/sign_in.html", context)


@login_not_required
@never_cache
@sensitive_post_parameters("password")
def sign_in_password(request: HttpRequest) -> HttpResponse:
    template, wanted = "accounts/sign_in_password.html", safe_next(request)
    form = PasswordSignInForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return page(request, template, {"next": wanted}, form=form)
    now, address = timezone.now(), whereabouts.address(request)
    try:
        user = sign_in_with_password(**form.cleaned_data, address=address, now=now)
    except RuleBroken as error:
        return refused(request, template, form, error, next=wanted)
    visits.begin(request, user, AccessMode.PASSWORD, now=now)
    return onward(request, user, wanted, now=now)


@login_not_required
@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    visits.end(request)
    return redirect(next_or_home("", signed_in=False))
