"""The page of the map with its list twin, and the tiles that it asks for."""

import hashlib
import json
from dataclasses import replace
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ratusha.issues.law import law
from ratusha.issues.models import Executor
from ratusha.issues.queries import older_than, public_issues
from ratusha.issues.reading import read_filter
from ratusha.issues.rules import Status
from ratusha.issues.views.public import rows
from ratusha.ui.pages import page as answer
from ratusha.ui.public_pages import public_page

from .ground import ground_in
from .tiles import Tile, issues_in
from .twin import twin_of

TILE = "application/vnd.mapbox-vector-tile"
FRESH, GROUND_FRESH = 60, 24 * 3600  # seconds that a browser need not ask again
LISTED = 10


@login_not_required
@public_page
def the_map(request: HttpRequest) -> HttpResponse:
    wanted = read_filter(request.GET)
    newest = older_than(wanted.of(public_issues()), None)[:LISTED]
    west, south, east, north = law().bounds
    context = {
        "wanted": wanted,
        "groups": law().groups,
        "statuses": [one for one in Status if one != Status.WITHDRAWN],
        "executors": sorted(Executor.objects.all(), key=str),
        "twin": twin_of(wanted),
        "rows": rows(list(newest)),
        "bounds": ",".join(map(str, wanted.box or (west, south, east, north))),
        "everywhere": replace(wanted, box=None).query,
        "tile_address": _template(reverse("tiles:issues", args=[0, 0, 0])),
        "ground_address": _template(reverse("tiles:ground", args=[get_language(), 0, 0, 0])),
        "said": json.dumps(_said(), ensure_ascii=False),
    }
    return answer(request, "issues/map.html", context)


def _template(address: str) -> str:
    return address.replace("/0/0/0.mvt", "/{z}/{x}/{y}.mvt")


def _said() -> dict[str, Any]:
    """What the map says itself, in the language of the page."""
    return {
        "issue": _("Issue number"),
        "controls": {
            "Map.Title": _("Map of issues"),
            "NavigationControl.ZoomIn": _("Nearer"),
            "NavigationControl.ZoomOut": _("Further away"),
            "Popup.Close": _("Close"),
            "ScaleControl.Meters": _("m"),
            "ScaleControl.Kilometers": _("km"),
            "CooperativeGesturesHandler.WindowsHelpText": _("Hold Ctrl and scroll to come nearer"),
            "CooperativeGesturesHandler.MacHelpText": _("Hold ⌘ and scroll to come nearer"),
            "CooperativeGesturesHandler.MobileHelpText": _("Move the map with two fingers"),
        },
    }


@login_not_required
@require_safe
def issue_tile(request: HttpRequest, zoom: int, column: int, row: int) -> HttpResponse:
    where = Tile(zoom, column, row)
    if not where.exists:
        raise Http404
    return _tile(request, issues_in(where, read_filter(request.GET)), FRESH)


@login_not_required
@require_safe
def ground_tile(
    request: HttpRequest, language: str, zoom: int, column: int, row: int
) -> HttpResponse:
    where = Tile(zoom, column, row)
    if not where.exists:
        raise Http404
    return _tile(request, ground_in(where, language), GROUND_FRESH)


def _tile(request: HttpRequest, content: bytes, fresh: int) -> HttpResponse:
    """Nothing in it depends on who asks, so every cache on the way may keep it."""
    response = HttpResponse(content, content_type=TILE)
    etag = f'"{hashlib.sha256(content).hexdigest()[:24]}"'
    response["ETag"] = etag
    response["Cache-Control"] = f"public, max-age={fresh}"
    response["Access-Control-Allow-Origin"] = "*"
    found = get_conditional_response(request, etag=etag, response=response)
    return found if isinstance(found, HttpResponse) else response
