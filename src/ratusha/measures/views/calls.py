"""Everybody reads in which directions pilots are looked for, on which terms, until when; earlier calls stay."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import get_language

from ratusha.measures.call_rules import CallState
from ratusha.measures.law import law, name_of
from ratusha.measures.models import Call, Direction, PilotTerms
from ratusha.measures.published import published
from ratusha.parties.public import Organisation
from ratusha.ui.pages import page as answer
from ratusha.ui.public_pages import public_page


@dataclass(frozen=True)
class Shown:
    """A direction as it is read, with the pilots that came of it."""

    direction: Direction
    owner: str
    sphere: str
    pilots: list[Any]


def published_calls() -> QuerySet[Call]:
    return Call.objects.exclude(published_at=None)


def with_state(calls: QuerySet[Call], today: date) -> list[tuple[Call, CallState]]:
    return [(one, one.state(today)) for one in calls]


def directions_of(call: Call) -> list[Shown]:
    language = get_language() or ""
    came = PilotTerms.objects.filter(direction__call=call).values_list("direction_id", "pk")
    cases = {one.pk: one for one in published().filter(pk__in=[pk for _under, pk in came])}
    directions = list(call.directions.all())
    owners = Organisation.objects.in_bulk({one.owner_id for one in directions})
    return [
        Shown(
            one,
            owners[one.owner_id].title(language) if one.owner_id in owners else "",
            name_of(law().spheres, one.sphere),
            [cases[pk] for under, pk in came if under == one.pk and pk in cases],
        )
        for one in directions
    ]


@login_not_required
@public_page
def calls(request: HttpRequest) -> HttpResponse:
    """What is open now, what is announced, and the archive."""
    today = timezone.localdate()
    there = with_state(published_calls(), today)
    context = {
        "open": [(one, directions_of(one)) for one, state in there if state == CallState.OPEN],
        "announced": [one for one, state in there if state == CallState.ANNOUNCED],
        "closed": [one for one, state in there if state == CallState.CLOSED],
        "law": law(),
        "today": today,
    }
    return answer(request, "measures/calls.html", context)


@login_not_required
@public_page
def call(request: HttpRequest, code: str) -> HttpResponse:
    found = get_object_or_404(published_calls(), code=code)
    today = timezone.localdate()
    context = {
        "call": found,
        "state": found.state(today),
        "directions": directions_of(found),
        "questions": found.questions.exclude(answered_at=None),
        "law": law(),
        "today": today,
    }
    return answer(request, "measures/call.html", context)
