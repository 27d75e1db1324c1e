from http import HTTPStatus

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from ratusha.accounts import visits, whereabouts
from ratusha.accounts.access import next_or_home, safe_next
from ratusha.accounts.forms import PasswordSignInForm
from ratusha.accounts.rules import AccessMode
from ratusha.accounts.services.cabinets import wake
from ratusha.accounts.services.sign_in import TooManyTries, sign_in_with_password
from ratusha.kernel.errors import RuleBroken


@login_not_required
def sign_in(request: HttpRequest) -> HttpResponse:
    """Choose the way."""
    return render(request, "accounts/sign_in.html", {"next": safe_next(request)})


@login_not_required
@sensitive_post_parameters("password")
def sign_in_password(request: HttpRequest) -> HttpResponse:
    form = PasswordSignInForm(request.POST if request.method == "POST" else None)
    status = HTTPStatus.OK
    if form.is_valid():
        now = timezone.now()
        try:
            user = sign_in_with_password(
                **form.cleaned_data, address=whereabouts.address(request), now=now
            )
        except RuleBroken as error:
            form.add_error(error.field, error.message)
            if isinstance(error, TooManyTries):
                status = HTTPStatus.TOO_MANY_REQUESTS
        else:
            visits.begin(request, wake(user, now=now), AccessMode.PASSWORD, now=now)
            return redirect(next_or_home(safe_next(request)))
    if form.errors and status == HTTPStatus.OK:
        status = HTTPStatus.UNPROCESSABLE_ENTITY
    context = {"form": form, "next": safe_next(request)}
    return render(request, "accounts/sign_in_password.html", context, status=status)


@login_not_required
@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    visits.end(request)
    return redirect("/")
