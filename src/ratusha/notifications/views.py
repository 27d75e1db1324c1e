from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from ratusha.accounts.public import SignedInRequest
from ratusha.kernel.texts import in_language
from ratusha.parties.public import parties_of as reachable_parties
from ratusha.ui.pages import page
from ratusha.ui.text import clean

from . import letters, services
from .case_pages import case_page
from .models import Notice

A_PAGE = 20


def parties_of(request: SignedInRequest) -> list[UUID]:
    """Oneself and those for whom one may act today in everything."""
    person = request.user.party_id
    return reachable_parties(person, timezone.localdate()) if person else []


@require_safe
def inbox(request: SignedInRequest) -> HttpResponse:
    """Unread first. `?case=` shows what was said about one case."""
    parties, reference = parties_of(request), clean(request.GET.get("case", ""))[:40]
    notices = Notice.objects.of(parties).unread_first()
    if reference:
        notices = notices.filter(case_reference=reference)
    shown = Paginator(notices, A_PAGE).get_page(request.GET.get("page"))
    lang = get_language() or ""
    context = {
        "shown": shown,
        "rows": [(n, in_language(n.subject, lang)) for n in shown],
        "reference": reference,
        "unread": services.unread_count(*parties),
        "letters": bool(parties) and services.wants_letters(parties[0]),
        "has_party": bool(parties),
    }
    return page(request, "notifications/inbox.html", context)


@require_POST
def read_all(request: SignedInRequest) -> HttpResponse:
    services.mark_all_read(parties_of(request), now=timezone.now())
    return redirect("notifications:inbox")


@require_safe
def notice(request: SignedInRequest, notice_id: UUID) -> HttpResponse:
    """Who is shown the notice has read it: the one thing a GET writes, once, and not for a HEAD."""
    found = get_object_or_404(Notice.objects.of(parties_of(request)), pk=notice_id)
    if request.method == "GET" and found.read_at is None:
        services.mark_read(found, now=timezone.now())
    lang = get_language() or ""
    context = {
        "notice": found,
        "subject": in_language(found.subject, lang),
        "body": in_language(found.body, lang),
        "case_page": case_page(found.case_reference),
    }
    return page(request, "notifications/notice.html", context)


@require_POST
def choose_letters(request: SignedInRequest) -> HttpResponse:
    """E-mail about new notices: on or off."""
    party = request.user.party_id
    if party is None:
        raise Http404
    if request.POST.get("letters") == "on":
        services.resume_letters(party, by=request.user.pk)
        messages.success(request, _("You will get an e-mail about each new notice."))
    else:
        services.stop_letters(party, by=request.user.pk, now=timezone.now())
        messages.success(request, _("No more e-mail. Notices stay in your cabinet."))
    return redirect("notifications:inbox")


@csrf_exempt  # a mail program presses the button (RFC 8058); the token is the right to
@login_not_required
def stop_letters(request: HttpRequest, token: str) -> HttpResponse:
    """From the link in a letter: ask on GET, stop on POST."""
    party = letters.party_of_token(token)
    if party is None:
        raise Http404
    if request.method == "POST":
        services.stop_letters(party, by=None, now=timezone.now())
    stopped = not services.wants_letters(party)
    return page(request, "notifications/stop_letters.html", {"stopped": stopped})
