"""Polls for everybody: the poll, the booth, the box. No address and no log line here carries a receipt."""

import json
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from ratusha.accounts.public import AccessMode, SignedInRequest, require_access
from ratusha.consultations.forms.polls import BoothForm, EnvelopeForm, ReceiptForm
from ratusha.consultations.law import law
from ratusha.consultations.models import Poll
from ratusha.consultations.polls import rules, tool, vote
from ratusha.consultations.polls.queries import has_in_box, receipts_of, shown
from ratusha.kernel.errors import DomainError
from ratusha.ui.acting import acted
from ratusha.ui.pages import page as answer
from ratusha.ui.public_pages import public_page

from .acts import sent

RECEIPTS_ON_A_PAGE = 100


def find(code: str) -> Poll:
    """Whom it may concern: from its opening on a poll is public."""
    public = Poll.objects.exclude(status=rules.PollStatus.PREPARED).defer("archive", "receipts")
    return get_object_or_404(public, code=code)


@login_not_required
@public_page
def poll(request: HttpRequest, code: str) -> HttpResponse:
    return answer(request, "consultations/poll.html", shown(find(code), timezone.now()))


@require_access(AccessMode.STRICT)
def booth(request: SignedInRequest, code: str) -> HttpResponse:
    """With a script the browser encrypts and this form is never sent; without one the server does, and says so.

    The receipt stands on the answer itself: a redirection would write it into an address or into the session.
    """
    found, now = find(code), timezone.now()
    voting = rules.is_voting(found.status, found.closes_at, now)
    form = BoothForm(found.questions, sent(request))
    receipt = acted(
        request, form, lambda: vote.cast_for(found, form.chosen(), by=request.user, now=now)
    )
    context = {"poll": found, "voting": voting, "has_tool": tool.is_installed()}
    if receipt:
        return answer(request, "consultations/cast.html", {**context, "receipt": receipt})
    context["has_paper"] = vote.has_paper(found, request.user)
    return answer(request, "consultations/booth.html", context, form=form)


@require_access(AccessMode.STRICT)
@require_POST
def paper(request: SignedInRequest, code: str) -> JsonResponse:
    """The script asks for a voting paper: a number that it has blinded comes back signed."""
    blinded = request.POST.get("blinded", "")
    if not blinded.isdecimal() or len(blinded) > 1000:  # noqa: PLR2004 - a number of 2048 bits has 617 digits
        return JsonResponse({"error": _("This is no request for a voting paper.")}, status=422)
    try:
        signed = vote.give_paper(find(code), int(blinded), by=request.user, now=timezone.now())
    except DomainError as error:
        return JsonResponse({"error": error.message}, status=422)
    return JsonResponse({"signed": str(signed)})


@csrf_exempt  # the ballot is its own right to be cast; the script sends it without a cookie, so without a person
@login_not_required
def cast(request: HttpRequest, code: str) -> HttpResponse:
    """Cast a sealed ballot: from the script, or from the file that was kept, by anybody, without signing in."""
    found, now = find(code), timezone.now()
    if request.content_type == "application/json":
        return _cast_by_script(request, found)
    form = EnvelopeForm(sent(request), request.FILES or None)
    receipt = acted(
        request, form, lambda: _cast_envelope(found, form.cleaned_data["envelope"].read())
    )
    voting = rules.is_voting(found.status, found.closes_at, now)
    context = {"poll": found, "voting": voting}
    if receipt:
        return answer(request, "consultations/cast.html", {**context, "receipt": receipt})
    return answer(request, "consultations/envelope.html", context, form=form)


def _cast_by_script(request: HttpRequest, found: Poll) -> JsonResponse:
    try:
        return JsonResponse({"receipt": _cast_envelope(found, request.body)})
    except DomainError as error:
        return JsonResponse({"error": error.message}, status=422)


def _cast_envelope(found: Poll, content: bytes) -> str:
    try:
        given: Any = json.loads(content)
        ballot, signature = str(given["ballot"]), str(given["signature"])
    except (ValueError, TypeError, KeyError, RecursionError):
        ballot = signature = ""
    return vote.cast(found, ballot, signature, now=timezone.now())


@login_not_required
def box(request: HttpRequest, code: str) -> HttpResponse:
    """All receipts in the box by their letters; one's own is looked for by sending it, so that no log keeps it."""
    found = find(code)
    form = ReceiptForm(sent(request))
    is_there = None
    if request.method == "POST" and form.is_valid():
        is_there = has_in_box(found, form.cleaned_data["receipt"])
    page = Paginator(receipts_of(found), RECEIPTS_ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "poll": found,
        "page": page,
        "is_there": is_there,
        "least": law().polls.least_ballots,
    }
    return answer(request, "consultations/box.html", context, form=form)


@login_not_required
def archive(request: HttpRequest, code: str) -> HttpResponse:  # noqa: ARG001 - for everybody alike
    content = Poll.objects.filter(code=code).values_list("archive", flat=True).first()
    if content is None:
        raise Http404
    response = HttpResponse(bytes(content), content_type="application/x-tar")
    response["Content-Disposition"] = f'attachment; filename="{code}.bel"'
    return response
