"""The welcome of the first visit, the choice of capacity, the list of visits."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from ratusha.accounts import visits
from ratusha.accounts.access import SignedInRequest, next_or_home, safe_next, with_next
from ratusha.accounts.forms import WelcomeForm
from ratusha.accounts.models import Session
from ratusha.accounts.services.settings import ask_email, choose_language
from ratusha.accounts.services.tries import TooManyTries
from ratusha.accounts.services.visits import end_all_visits, end_visit
from ratusha.ui.pages import page

from .sign_in import refused


def welcome(request: SignedInRequest) -> HttpResponse:
    template, wanted = "accounts/welcome.html", safe_next(request)
    known = visits.released_attributes(request).get("email", "")
    start = {"language": get_language(), "email": request.user.email or known}
    form = WelcomeForm(request.POST if request.method == "POST" else None, initial=start)
    if not form.is_valid():
        return page(request, template, {"next": wanted}, form=form)
    choose_language(request.user, form.cleaned_data["language"])
    email = form.cleaned_data["email"]
    if email and email != request.user.email:
        try:
            ask_email(request.user, email, now=timezone.now())
        except TooManyTries as error:
            return refused(request, template, form, error, next=wanted)
        messages.info(request, letter_sent(email))
    if len(visits.capacities(request.user, on=timezone.localdate())) > 1:
        return redirect(with_next("accounts:choose_body", wanted))
    return redirect(next_or_home(wanted))


def letter_sent(email: str) -> str:
    return _("We have sent a letter with a link to %(email)s. Open it to confirm the address.") % {
        "email": email
    }


def choose_body(request: SignedInRequest) -> HttpResponse:
    """As whom one works now: as oneself, or as an official of one body."""
    wanted = safe_next(request)
    options = visits.capacities(request.user, on=timezone.localdate())
    if request.method == "POST":
        chosen = next((o for o in options if o.value == request.POST.get("capacity")), None)
        if chosen is None:
            raise Http404
        visits.act_for(request, chosen.body_id)
        return redirect(next_or_home(wanted))
    current = str(request.acting_body_id or visits.MYSELF)
    context = {"options": options, "current": current, "next": wanted}
    return page(request, "accounts/choose_body.html", context)


def sessions(request: SignedInRequest) -> HttpResponse:
    """Where this person is signed in."""
    now = timezone.now()
    mine = Session.objects.filter(user=request.user, expire_date__gt=now).order_by("-seen_at")
    here = request.session.get("public_id", "")
    context = {"visits": [visit for visit in mine if visit.is_open(now)], "here": here}
    return page(request, "accounts/sessions.html", context)


@require_POST
def end_session(request: SignedInRequest, public_id: UUID) -> HttpResponse:
    try:
        end_visit(public_id, by=request.user)
    except Session.DoesNotExist as error:
        raise Http404 from error
    if str(public_id) == request.session.get("public_id"):
        visits.end(request)
        return redirect(next_or_home("", signed_in=False))
    messages.success(request, _("You are signed out there."))
    return redirect("accounts:sessions")


@require_POST
def end_all_sessions(request: SignedInRequest) -> HttpResponse:
    end_all_visits(request.user)
    visits.end(request)
    return redirect("accounts:sign_in")
