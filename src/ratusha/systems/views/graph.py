"""The graph of systems: the picture and its list, what stops with what, ways, and what has changed between two days."""

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from ratusha.systems import presentation
from ratusha.systems.drawing import chosen, draw
from ratusha.systems.graph import (
    MOST_FOR_WAYS,
    Landscape,
    change,
    landscape,
    near,
    only,
    switch_off,
    way_between,
)
from ratusha.systems.kept import open_register
from ratusha.systems.law import law
from ratusha.systems.queries import cards_on
from ratusha.ui import text
from ratusha.ui.pages import page as answer
from ratusha.ui.public_pages import public_page

from .showcase import LONGEST_QUESTION, past_day

MOST_BOXES = 60  # in one picture; more cannot be read
MOST_TO_CHOOSE = 200  # from a list; among more one types a name
ON_A_PAGE = 25


ASKED = ("stop", "around", "from", "to")


@login_not_required
@require_safe
@public_page
def graph(request: HttpRequest) -> HttpResponse:
    """`stop`: which one stops; `around`: its neighbours alone; `from`, `to`: the way of data; `on`: a past day."""
    on = past_day(request.GET.get("on"))
    kept = open_register(on)
    known, whole = kept.cards, kept.whole
    typed = {name: text.clean(request.GET.get(name, ""))[:LONGEST_QUESTION] for name in ASKED}
    found = {name: presentation.find_named(words, known) for name, words in typed.items()}
    asked = {name: _the_one(found[name], whole) for name in ASKED}
    labels = {number: presentation.label_of(one) for number, one in known.items()}
    names = presentation.object_names(known)
    off = switch_off(whole, asked["stop"]) if asked["stop"] else None
    waves = [[asked["stop"]], *off.waves] if off else []
    beside = near(whole, asked["around"]) if asked["around"] else whole
    first = [number for wave in waves for number in wave] or [asked["around"]]
    shown = only(beside, chosen(beside, [*first, *kept.by_weight], MOST_BOXES))
    page = Paginator(kept.by_weight, ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "picture": draw(shown, labels, [one.code for one in law().spheres], waves),
        "of": len(beside.nodes),
        "rows": [presentation.link_row(one, names) for one in shown.links],
        "labels": labels,
        "choices": sorted(labels.items(), key=lambda pair: pair[1].casefold())
        if len(labels) <= MOST_TO_CHOOSE
        else [],
        "asked": asked,
        "typed": typed,
        "several": {
            name: [(one, labels[one]) for one in found[name] if one in whole.nodes]
            for name in ASKED
            if typed[name] and not asked[name]
        },
        "off": off,
        "stopped": sum(len(wave) for wave in off.waves) if off else 0,
        "orphaned": [names.get(code, code) for code in off.orphaned] if off else [],
        "way": way_between(whole, asked["from"], asked["to"]),
        "page": page,
        "table": [(number, kept.measures[number]) for number in page],
        "counts_ways": len(whole.nodes) <= MOST_FOR_WAYS,
        "most_for_ways": MOST_FOR_WAYS,
        "chain": kept.chain,
        "parts": kept.parts,
        "islands": kept.islands,
        "on": on,
        "today": timezone.localdate(),
        "say": presentation,
        "law": law(),
    }
    return answer(request, "systems/graph.html", context)


def _the_one(found: list[str], whole: Landscape) -> str:
    return found[0] if len(found) == 1 and found[0] in whole.nodes else ""


@login_not_required
@require_safe
def changes(request: HttpRequest) -> HttpResponse:
    """What is different between two days; without days, over the last year."""
    today = timezone.localdate()
    until = past_day(request.GET.get("until")) or today
    since = past_day(request.GET.get("since")) or until.replace(year=until.year - 1, day=1)
    old, new = cards_on(since, open_only=True), cards_on(until, open_only=True)
    found = change(landscape(old), landscape(new))
    known = {**old, **new}
    names = presentation.object_names(known)
    context: dict[str, Any] = {
        "change": found,
        "came": [presentation.link_row(one, names) for one in found.links_came],
        "went": [presentation.link_row(one, names) for one in found.links_went],
        "labels": {number: presentation.label_of(one) for number, one in known.items()},
        "names": names,
        "since": since,
        "until": until,
    }
    return answer(request, "systems/changes.html", context)
