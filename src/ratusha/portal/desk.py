"""The official's desk: what to do next, by when.

It shows no personal data: those are on the page of a case, where every look is noted.
"""

from datetime import date, timedelta
from typing import Any

from django.core.paginator import Paginator
from django.db.models import Count, F, Q
from django.http import HttpResponse
from django.utils import timezone
from django.utils.functional import cached_property

from ratusha.accounts.public import SignedInRequest, require_office
from ratusha.cases.public import Case, works_for
from ratusha.complaints.public import explanations_asked_of
from ratusha.exchange.public import requests_for
from ratusha.kernel.errors import RuleBroken
from ratusha.kernel.references import normalise_reference
from ratusha.ui.pages import page as answer

CASES_ON_A_PAGE = 25
CASES_LEAFED_THROUGH = 1000  # beyond them a case is sought by its number
SOON_DAYS = 7
SHOWN = ("todo", "mine", "free", "all", "done")


class Queue(Paginator):  # type: ignore[type-arg]  # not generic when it runs
    """Counts no further than anybody leafs, so that a page costs the same however long the queue is."""

    @cached_property
    def count(self) -> int:
        found: Any = self.object_list
        return int(found.order_by()[:CASES_LEAFED_THROUGH].count())


@require_office
def desk(request: SignedInRequest) -> HttpResponse:
    """Open cases of the body I act for, the nearest due date first; those whose clock stands come last."""
    today = timezone.localdate()
    soon = today + timedelta(days=SOON_DAYS)
    there = Case.objects.at_desk_of(request.user, today, body=request.acting_body_id)
    shown = request.GET.get("show", "todo")
    shown = shown if shown in SHOWN else "todo"
    sought = request.GET.get("q", "").strip()[:60]
    counts = there.open().aggregate(
        late=Count("pk", filter=Q(due_on__lt=today)),
        soon=Count("pk", filter=Q(due_on__range=(today, soon))),
        in_time=Count("pk", filter=Q(due_on__gt=soon) | Q(due_on=None)),
    )
    found = _shown(there, shown, request) if not sought else _sought(there, sought)
    answering = request.user.bodies_with("exchange.answer", on=today)
    context: dict[str, Any] = {
        "today": today,
        "soon": soon,
        "shown": shown,
        "sought": sought,
        "counts": counts,
        "page": Queue(found.select_related("handler"), CASES_ON_A_PAGE).get_page(
            request.GET.get("page")
        ),
        "answering": bool(answering),
        "asked": requests_for(answering).count() if answering else 0,
        "heads": _heads(request, today),
        "to_explain": _to_explain(request, today),
    }
    return answer(request, "portal/desk.html", context)


@require_office
def keys(request: SignedInRequest) -> HttpResponse:
    """Which keys the desk knows. Without scripts the Tab key leads everywhere in the same order."""
    return answer(request, "portal/keys.html")


def _to_explain(request: SignedInRequest, today: date) -> int:
    """Decisions of the body that a higher body wants explained, for who decides there."""
    body = request.acting_body_id
    if body is None or not request.user.may("cases.decide", body, on=today):
        return 0
    return explanations_asked_of([body]).count()


def _heads(request: SignedInRequest, today: date) -> bool:
    body = request.acting_body_id
    return body is not None and request.user.may("cases.assign", body, on=today)


def _shown(there: Any, shown: str, request: SignedInRequest) -> Any:
    if shown == "done":
        return there.exclude(closed_on=None).order_by("-closed_on", "-lodged_at")
    found = there.open().order_by(F("due_on").asc(nulls_last=True), "lodged_at")
    mine = Q(handler__in=works_for(request.user, request.acting_body_id, timezone.localdate()))
    free = Q(handler=None)
    return {
        "todo": found.filter(mine | free).exclude(
            status__in=("waiting", "suspended", "explaining")
        ),
        "mine": found.filter(mine),
        "free": found.filter(free),
        "all": found,
    }[shown]


def _sought(there: Any, text: str) -> Any:
    """By the number as it was read out on the phone."""
    try:
        return there.filter(reference=normalise_reference(text)).order_by("pk")
    except RuleBroken:
        return there.none()
