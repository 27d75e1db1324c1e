"""What everybody may read: the systems of the state, one card, its history, the data objects."""

from datetime import date

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.views.decorators.http import require_safe

from ratusha.systems import presentation
from ratusha.systems.card import read
from ratusha.systems.graph import (
    asked_again,
    receivers,
    stops_with,
)
from ratusha.systems.kept import open_register
from ratusha.systems.law import law
from ratusha.systems.models import System
from ratusha.systems.opened import open_part
from ratusha.systems.publiccode import is_open_source
from ratusha.systems.queries import cards, findings_of, systems
from ratusha.systems.rules import Status
from ratusha.systems.versions import compare
from ratusha.ui import text
from ratusha.ui.pages import page as answer
from ratusha.ui.public_pages import public_page

ON_A_PAGE = 25
LONGEST_QUESTION = 100


@login_not_required
@require_safe
@public_page
def register(request: HttpRequest) -> HttpResponse:
    words = text.clean(request.GET.get("q", ""))[:LONGEST_QUESTION]
    sphere, status = request.GET.get("sphere", ""), request.GET.get("status", "")
    kept = open_register()
    known = kept.cards
    page = Paginator(_found(words, sphere, status), ON_A_PAGE).get_page(request.GET.get("page"))
    whole = kept.whole
    context = {
        "page": page,
        "rows": [(one, known[one.number]) for one in page],
        "words": words,
        "sphere": sphere,
        "status": status,
        "spheres": law().spheres,
        "statuses": Status.choices,
        "figures": presentation.figures(known, whole),
        "law": law(),
        "today": timezone.localdate(),
        "say": presentation,
    }
    return answer(request, "systems/register.html", context)


def _found(words: str, sphere: str, status: str) -> QuerySet[System]:
    found = systems(open_only=True)
    for word in words.split():
        named = Q(told__name__icontains=word) | Q(told__short_name__icontains=word)
        found = found.filter(named | Q(number__icontains=word))
    if sphere:
        found = found.filter(told__sphere=sphere)
    if status in Status.values:
        found = found.filter(status=status)
    return found.order_by("number")


def past_day(typed: str | None) -> date | None:
    """A day of the past as the browser writes it; anything else is no day."""
    try:
        found = parse_date(typed or "")
    except ValueError:
        return None
    return found if found and found <= timezone.localdate() else None


def find_open(number: str) -> System:
    return get_object_or_404(systems(open_only=True), number=number)


@login_not_required
@require_safe
@public_page
def card(request: HttpRequest, number: str) -> HttpResponse:
    found = find_open(number)
    kept = open_register()
    whole, known = kept.whole, kept.cards
    shown = read(open_part(found.card, set(known)))
    today = timezone.localdate()
    names = presentation.object_names(known)
    links = [one for one in whole.links if number in (one.giver, one.taker)]
    context = {
        "system": found,
        "card": shown,
        "facts": presentation.facts_of(found, shown),
        "gives": [presentation.link_row(one, names) for one in links if one.giver == number],
        "takes": [presentation.link_row(one, names) for one in links if one.taker == number],
        "labels": {each: presentation.label_of(one) for each, one in known.items()},
        "measures": kept.measures.get(number),
        "waves": stops_with(whole, number),
        "asked_again": [names.get(code, code) for code in asked_again(whole, number)],
        "findings": findings_of(
            found.card, number=number, today=today, confirmed_on=found.confirmed_on
        ),
        "owner": presentation.body_name(shown.owner),
        "publiccode": presentation.publiccode_made(shown) if is_open_source(shown) else None,
        "versions": found.versions.order_by("-number")[:10],
        "today": today,
        "law": law(),
        "say": presentation,
    }
    return answer(request, "systems/card.html", context)


@login_not_required
@require_safe
def history(request: HttpRequest, number: str) -> HttpResponse:
    """Every version, and what is different between two of them."""
    found = find_open(number)
    versions = list(found.versions.order_by("number"))
    known = set(cards(open_only=True))
    numbers = [one.number for one in versions]
    after = _one_of(request.GET.get("to"), numbers, numbers[-1])
    before = _one_of(request.GET.get("from"), numbers, max(after - 1, 1))
    told = {one.number: read(open_part(one.card, known)) for one in versions}
    context = {
        "system": found,
        "card": told[numbers[-1]],
        "versions": versions,
        "before": before,
        "after": after,
        "lines": compare(told[before], told[after]),
        "say": presentation,
    }
    return answer(request, "systems/history.html", context)


def _one_of(typed: str | None, known: list[int], otherwise: int) -> int:
    return int(typed) if typed and typed.isdecimal() and int(typed[:9]) in known else otherwise


@login_not_required
@require_safe
@public_page
def objects(request: HttpRequest) -> HttpResponse:
    """Data objects: which system is the source of truth of each, who receives it, who asks people again."""
    kept = open_register()
    known, whole = kept.cards, kept.whole
    names = presentation.object_names(known)
    labels = {number: presentation.label_of(one) for number, one in known.items()}
    rows = [
        (
            names[code], code, whole.masters.get(code, ""), receivers(whole, code),
            [one for one in whole.nodes if code in asked_again(whole, one)],
        )
        for code in sorted(names, key=lambda one: names[one].casefold())
    ]  # fmt: skip
    context = {"rows": rows, "labels": labels, "figures": presentation.figures(known, whole)}
    return answer(request, "systems/objects.html", context)
