"""The graph of systems: the picture and its list, what stops with what, ways, and what has changed between two days."""

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from ratusha.systems import presentation
from ratusha.systems.drawing import draw
from ratusha.systems.graph import (
    Landscape,
    change,
    landscape,
    longest_chain,
    loose_parts,
    measures,
    modularity_by_owner,
    near,
    switch_off,
    way_between,
)
from ratusha.systems.kept import open_register
from ratusha.systems.law import law
from ratusha.systems.queries import cards_on
from ratusha.ui.pages import page as answer
from ratusha.ui.public_pages import public_page

from .showcase import past_day


@login_not_required
@require_safe
@public_page
def graph(request: HttpRequest) -> HttpResponse:
    """`stop`: which one stops; `around`: its neighbours alone; `from`, `to`: the way of data; `on`: a past day."""
    on = past_day(request.GET.get("on"))
    kept = None if on else open_register()
    known = kept.cards if kept else cards_on(on or timezone.localdate(), open_only=True)
    whole = kept.whole if kept else landscape(known)
    asked = {name: _known(request, name, whole) for name in ("stop", "around", "from", "to")}
    shown = near(whole, asked["around"]) if asked["around"] else whole
    labels = {number: presentation.label_of(one) for number, one in known.items()}
    names = presentation.object_names(known)
    off = switch_off(whole, asked["stop"]) if asked["stop"] else None
    waves = [[asked["stop"]], *off.waves] if off else []
    found = kept.measures if kept else measures(whole)
    context = {
        "picture": draw(shown, labels, [one.code for one in law().spheres], waves),
        "rows": [presentation.link_row(one, names) for one in shown.links],
        "labels": labels,
        "choices": sorted(labels.items(), key=lambda pair: pair[1].casefold()),
        "asked": asked,
        "off": off,
        "orphaned": [names.get(code, code) for code in off.orphaned] if off else [],
        "way": way_between(whole, asked["from"], asked["to"]),
        "table": sorted(
            found.items(), key=lambda pair: (-pair[1].stops, -pair[1].between, pair[0])
        ),
        "chain": longest_chain(whole),
        "parts": loose_parts(whole) if whole.nodes else 0,
        "islands": modularity_by_owner(whole),
        "figures": presentation.figures(known, whole),
        "on": on,
        "today": timezone.localdate(),
        "say": presentation,
        "law": law(),
    }
    return answer(request, "systems/graph.html", context)


def _known(request: HttpRequest, name: str, whole: Landscape) -> str:
    wanted = request.GET.get(name, "")
    return wanted if wanted in whole.nodes else ""


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
