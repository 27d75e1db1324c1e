"""What a person may set for oneself: language, e-mail, how pages look, password; consents; one's own data."""

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import translate_url
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from ratusha.accounts import visits
from ratusha.accounts.access import SignedInRequest, require_access
from ratusha.accounts.forms import NewPasswordForm, ReadingForm, WelcomeForm
from ratusha.accounts.models import Consent
from ratusha.accounts.presenters import consent_rows
from ratusha.accounts.rules import AccessMode
from ratusha.accounts.services.settings import (
    ask_email,
    choose_language,
    confirm_email,
    email_of_link,
    give_password,
    own_data,
    remove_email,
)
from ratusha.accounts.services.tries import TooManyTries
from ratusha.kernel.errors import RuleBroken
from ratusha.ui import reading
from ratusha.ui.pages import page

from .cabinet import letter_sent
from .sign_in import refused


def settings_page(
    request: SignedInRequest, form: WelcomeForm | None = None, error: TooManyTries | None = None
) -> HttpResponse:
    start = {"language": request.user.language, "email": request.user.email}
    form = form or WelcomeForm(initial=start)
    ledger = Consent.objects.filter(user=request.user).order_by("-given_at")
    context = {
        "reading": ReadingForm(initial={"ways": reading.ways(request)}),
        "consents": consent_rows(ledger),
        "strict": visits.mode_of(request) is AccessMode.STRICT,
    }
    if error:
        return refused(request, "accounts/settings.html", form, error, **context)
    return page(request, "accounts/settings.html", context, form=form)


def settings(request: SignedInRequest) -> HttpResponse:
    """Language and e-mail are one form; the other forms of the page have addresses of their own."""
    if request.method != "POST":
        return settings_page(request)
    form = WelcomeForm(request.POST)
    if not form.is_valid():
        return settings_page(request, form)
    email, language = form.cleaned_data["email"], form.cleaned_data["language"]
    choose_language(request.user, language)
    if not email:
        remove_email(request.user)
    elif email != request.user.email:
        try:
            ask_email(request.user, email, now=timezone.now())
        except TooManyTries as error:
            return settings_page(request, form, error)
        messages.info(request, letter_sent(email))
    messages.success(request, _("Saved."))
    return redirect(translate_url(request.path, language))


@require_POST
def look(request: SignedInRequest) -> HttpResponse:
    form = ReadingForm(request.POST)
    chosen = form.cleaned_data["ways"] if form.is_valid() else []
    response = redirect("accounts:settings")
    reading.remember(response, chosen, secure=request.is_secure())
    return response


def confirm(request: SignedInRequest, token: str) -> HttpResponse:
    """The link of the letter shows a button: programs that open links in letters must not confirm anything."""
    try:
        if request.method == "POST":
            confirm_email(request.user, token)
            messages.success(request, _("The e-mail address is confirmed."))
            return redirect("accounts:settings")
        email = email_of_link(request.user, token)
    except RuleBroken as error:
        messages.error(request, error.message)
        return redirect("accounts:settings")
    return page(request, "accounts/confirm_email.html", {"email": email})


@require_access(AccessMode.STRICT)
@sensitive_post_parameters("password")
def password(request: SignedInRequest) -> HttpResponse:
    form = NewPasswordForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return page(request, "accounts/password.html", form=form)
    try:
        give_password(request.user, form.cleaned_data["password"])
    except RuleBroken as error:
        return refused(request, "accounts/password.html", form, error)
    visits.keep_after_new_password(request, request.user)
    messages.success(request, _("The new password is set. Other visits have ended."))
    return redirect("accounts:settings")


@require_access(AccessMode.STRICT)
def my_data(request: SignedInRequest) -> HttpResponse:
    """Everything accounts keep about this person, to take away."""
    response = JsonResponse(
        own_data(request.user), json_dumps_params={"ensure_ascii": False, "indent": 2}
    )
    response.headers["Content-Disposition"] = 'attachment; filename="ratusha-account.json"'
    return response
