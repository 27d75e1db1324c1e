"""My page: what I began, what runs, what ended, what came by post."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone

from ratusha.accounts.public import AccessMode, SignedInRequest, require_access
from ratusha.applications.public import drafts_of
from ratusha.cases.public import Case
from ratusha.life_events.public import life_event, offer_rule, offers_for, sittings_of
from ratusha.measures.public import reached_from as measures_reached_from
from ratusha.notifications.public import unread_count
from ratusha.ui.pages import page as answer

CASES_ON_A_PAGE = 20


@require_access(AccessMode.PASSWORD)
def my_page(request: SignedInRequest) -> HttpResponse:
    today = timezone.localdate()
    mine = Case.objects.mine(request.user, today)
    closed = Paginator(mine.exclude(closed_on=None).order_by("-lodged_at"), CASES_ON_A_PAGE)
    context = {
        "today": today,
        "drafts": drafts_of(request.user, today),
        "running": mine.open().order_by("-lodged_at")[:100],
        "closed": closed.get_page(request.GET.get("page")),
        "offers": [
            (o, rule) for o in offers_for(request.user, today) if (rule := offer_rule(o.rule))
        ],
        "sittings": [(s, life_event(s.event)) for s in sittings_of(request.user)],
        "unread": unread_count(request.user.party_id) if request.user.party_id else 0,
    }
    return answer(request, "portal/my_page.html", context)


@require_access(AccessMode.PASSWORD)
def case(request: SignedInRequest, reference: str) -> HttpResponse:
    """Where letters and the journal lead: to the page of the case, whatever its kind is."""
    today = timezone.localdate()
    mine = Case.objects.mine(request.user, today).filter(reference=reference).first()
    if mine is not None:
        return redirect(mine.address)
    at_work = measures_reached_from(request.user, request.acting_body_id, today)
    return redirect(get_object_or_404(at_work, reference=reference).desk_address)
