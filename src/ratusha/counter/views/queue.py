"""The queue: for who works at the counter, and the board for everybody in the hall."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from ratusha.accounts.public import AccessMode, SignedInRequest, require_access, require_office
from ratusha.counter.forms import WindowForm
from ratusha.counter.models import Ticket, Visit
from ratusha.counter.queries import board as board_of
from ratusha.counter.queries import may_serve, wait_of
from ratusha.counter.services.queue import call_next, take_ticket
from ratusha.kernel.errors import DomainError
from ratusha.parties.public import find_body, organisation
from ratusha.ui.forms import add_domain_error
from ratusha.ui.pages import page

SECONDS = 15  # a board on a wall asks again so often


def counter_of(request: SignedInRequest) -> UUID:
    """The body whose counter the official serves now; else there is no such page."""
    body = request.acting_body_id
    if body is None or not may_serve(request.user, body, timezone.localdate()):
        raise Http404
    return body


@require_office
def queue(request: SignedInRequest) -> HttpResponse:
    """Who waits, about how long, and calling the next one."""
    body, now = counter_of(request), timezone.now()
    asked = {"window": request.session.get("window", "")}
    form = WindowForm(request.POST or None, initial=asked)
    if request.method == "POST" and form.is_valid():
        request.session["window"] = form.cleaned_data["window"]
        try:
            visit = call_next(body, form.cleaned_data["window"], by=request.user, now=now)
        except DomainError as error:
            add_domain_error(form, error)
        else:
            if visit:
                return redirect("counter:visit", visit.pk)
            messages.info(request, _("Nobody waits."))
            return redirect("counter:queue")
    context = {
        "board": board_of(body, timezone.localdate(now)),
        "visit": Visit.objects.open_of(request.user.pk, body).select_related("ticket").first(),
        "body": organisation(body),
    }
    return page(request, "counter/queue.html", context, form=form)


@require_POST
@require_office
def give_ticket(request: SignedInRequest) -> HttpResponse:
    ticket = take_ticket(counter_of(request), by=request.user, now=timezone.now())
    return redirect("counter:ticket", ticket.pk)


@require_safe
@require_office
def ticket(request: SignedInRequest, ticket_id: UUID) -> HttpResponse:
    """A slip to print: the number, how many are before, about how long."""
    found = get_object_or_404(Ticket, pk=ticket_id, body_id=counter_of(request))
    ahead, wait = wait_of(found)
    body = organisation(found.body_id).title(get_language() or "")
    context = {"ticket": found, "ahead": ahead, "minutes": minutes(wait), "body": body}
    return page(request, "counter/ticket.html", context)


def minutes(wait: object) -> int | None:
    """Whole minutes, upwards: nobody is told less than it takes."""
    seconds = getattr(wait, "total_seconds", None)
    return None if seconds is None else -int(-seconds() // 60)


@require_safe
@require_access(AccessMode.NONE)
def board(request: HttpRequest, code: str) -> HttpResponse:
    """For everybody in the hall: numbers and windows, nobody's name. `?screen=1` asks again by itself."""
    body = find_body(code)
    if body is None or body.kind != "one_window":
        raise Http404
    found = board_of(body.pk, timezone.localdate())
    context = {
        "board": found,
        "minutes": minutes(found.wait),
        "called": [(one.printed, one.window) for one in found.called],
        "body": body.title(get_language() or ""),
    }
    answer = page(request, "counter/board.html", context)
    if request.GET.get("screen"):
        answer["Refresh"] = str(SECONDS)
    return answer
