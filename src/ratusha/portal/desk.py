"""The official's desk: what to do next, by when.

It shows no personal data: those are on the page of a case, where every look is noted.
"""

from datetime import date, timedelta
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone

from ratusha.accounts.public import SignedInRequest, User, require_office
from ratusha.appeals import public as appeals
from ratusha.cases.public import (
    BY_END,
    BY_TERM,
    RISK_VERSION,
    Case,
    CaseQuerySet,
    Place,
    Risk,
    Stretch,
    count_terms,
    stretch,
    works_for,
)
from ratusha.committee import public as committee
from ratusha.complaints.public import explanations_asked_of
from ratusha.consultations import public as consultations
from ratusha.exchange.public import requests_for
from ratusha.issues import public as issues
from ratusha.obligations.public import ways_of
from ratusha.ratings import public as ratings
from ratusha.records.public import registers_of
from ratusha.ui.pages import page as answer

from .at_risk import WEIGHED, riskiest

CASES_ON_A_PAGE = 25
MOST_COUNTED = 1000
SOON_DAYS = 7
SHOWN = ("todo", "mine", "free", "all", "done")
WAITING = ("waiting", "suspended", "explaining")


@require_office
def desk(request: SignedInRequest) -> HttpResponse:
    """Open cases of the body I act for, the nearest due date first; those whose clock stands come last."""
    today = timezone.localdate()
    soon = today + timedelta(days=SOON_DAYS)
    there = Case.objects.at_desk_of(request.user, today, body=request.acting_body_id)
    heads = _heads(request, today)
    holder = _holder(request) if heads else None
    shown = request.GET.get("show", "todo")
    shown = "all" if holder else shown if shown in SHOWN else "todo"
    sought = request.GET.get("q", "").strip()[:60]
    by_risk = shown != "done" and not sought and request.GET.get("order") == "risk"
    lists = _lists(request, there, shown, holder)
    risks: dict[UUID, Risk] = {}
    if sought:
        found = _sought(there, sought)
    elif by_risk:
        first = riskiest(lists, request.acting_body_id, today, most=CASES_ON_A_PAGE)
        found = Stretch([case for case, _risk in first], None, None)
        risks = {case.pk: risk for case, risk in first}
    else:
        found = _leafed(request, lists, shown)
    answering = request.user.bodies_with("exchange.answer", on=today)
    kept = {"show": shown} | ({"who": str(holder.pk)} if holder else {})
    context: dict[str, Any] = {
        "today": today,
        "soon": soon,
        "shown": shown,
        "sought": sought,
        "holder": holder,
        "counts": count_terms(there, request.user, today=today, soon=soon, most=MOST_COUNTED),
        "most": MOST_COUNTED,
        "found": found,
        "by_risk": by_risk,
        "risks": risks,
        "weighed": WEIGHED,
        "risk_version": RISK_VERSION,
        "kept": urlencode(kept),
        "answering": bool(answering),
        "asked": requests_for(answering).count() if answering else 0,
        "heads": heads,
        "to_explain": _to_explain(request, today),
        "registers": [
            *registers_of(request.user, request.acting_body_id, today),
            *appeals.ways_of(request.user, request.acting_body_id, today),
            *issues.ways_of(request.user, request.acting_body_id, today),
            *consultations.ways_of(request.user, request.acting_body_id, today),
            *ratings.ways_of(request.user, request.acting_body_id, today),
            *ways_of(request.user, request.acting_body_id, today),
            *committee.ways_of(request.user, request.acting_body_id, today),
        ],
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


def _holder(request: SignedInRequest) -> User | None:
    """Whose cases the head of the work looks at, where one official was chosen."""
    try:
        asked = UUID(request.GET.get("who", ""))
    except ValueError:
        return None
    return User.objects.filter(pk=asked).first()


def _leafed(request: SignedInRequest, lists: list[CaseQuerySet], shown: str) -> Stretch:
    return stretch(
        [one.select_related("handler") for one in lists],
        BY_END if shown == "done" else BY_TERM,
        CASES_ON_A_PAGE,
        after=Place.parse(request.GET.get("after", "")),
        before=Place.parse(request.GET.get("before", "")),
    )


def _lists(
    request: SignedInRequest, there: CaseQuerySet, shown: str, holder: User | None
) -> list[CaseQuerySet]:
    """What is shown, official by official: so each part is found by an index."""
    if shown == "done":
        return [there.exclude(closed_on=None)]
    found = there.open()
    if shown == "all":
        return [found.filter(handler=holder) if holder else found]
    people = works_for(request.user, request.acting_body_id, timezone.localdate())
    mine, free = [found.filter(handler=one) for one in people], [found.filter(handler=None)]
    to_do = [one.exclude(status__in=WAITING) for one in (*mine, *free)]
    return {"todo": to_do, "mine": mine, "free": free}[shown]


def _sought(there: CaseQuerySet, text: str) -> Stretch:
    """By the number as it was read out on the phone."""
    return Stretch(list(there.numbered(text).select_related("handler")), None, None)
