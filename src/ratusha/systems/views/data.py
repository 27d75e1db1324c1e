"""Open data of the register: list and cards as JSON, a table, the schema. Each answer carries a mark of its content."""

import csv
import hashlib
import io
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from ratusha.systems.graph import exchange_share
from ratusha.systems.models import System
from ratusha.systems.opened import as_bytes, open_part, open_schema
from ratusha.systems.queries import landscape_now, systems
from ratusha.ui.text import harmless_cell

from .showcase import find_open

LICENCE = "CC0-1.0"
COLUMNS = (
    "number", "name_be", "name_ru", "name_en", "short_name", "kind", "owner", "operator", "sphere", "status",
    "objects_mastered", "exchanges", "state_centre", "version", "confirmed_on", "sample",
)  # fmt: skip


def _marked(request: HttpRequest, content: bytes, kind: str) -> HttpResponse:
    response = HttpResponse(content, content_type=kind)
    response["ETag"] = f'"{hashlib.sha256(content).hexdigest()[:24]}"'
    response["Access-Control-Allow-Origin"] = "*"
    found = get_conditional_response(request, etag=response["ETag"], response=response)
    return found if isinstance(found, HttpResponse) else response


def _entry(system: System, known: set[str]) -> dict[str, Any]:
    return {
        "number": system.number,
        "version": system.version,
        "registered_at": system.registered_at.isoformat(),
        "confirmed_on": system.confirmed_on.isoformat(),
        "card": open_part(system.card, known),
    }


@login_not_required
@require_safe
def listed(request: HttpRequest) -> HttpResponse:
    found = list(systems(open_only=True))
    known = {one.number for one in found}
    share = exchange_share(landscape_now(open_only=True))
    told = {
        "licence": LICENCE,
        "schema": request.build_absolute_uri("schema.json"),
        "count": len(found),
        "through_state_exchange": {"part": share.part, "whole": share.whole},
        "systems": [_entry(one, known) for one in found],
    }
    return _marked(request, as_bytes(told), "application/json")


@login_not_required
@require_safe
def one(request: HttpRequest, number: str) -> HttpResponse:
    found = find_open(number)
    known = set(systems(open_only=True).values_list("number", flat=True))
    return _marked(request, as_bytes(_entry(found, known)), "application/json")


@login_not_required
@require_safe
def table(request: HttpRequest) -> HttpResponse:
    out = io.StringIO()
    written = csv.writer(out)
    written.writerow(COLUMNS)
    for found in systems(open_only=True):
        card = found.card
        written.writerow(
            harmless_cell(value)
            for value in (
                found.number, *(card.name.get(code, "") for code in ("be", "ru", "en")), card.short_name,
                card.kind, card.owner, card.operator, card.sphere, card.status,
                " ".join(each.code for each in card.objects if each.master), len(card.interfaces),
                int(card.hosting.state_centre), found.version, found.confirmed_on.isoformat(), int(card.sample),
            )
        )  # fmt: skip
    return _marked(request, out.getvalue().encode(), "text/csv; charset=utf-8")


@login_not_required
@require_safe
def card_schema(request: HttpRequest) -> HttpResponse:
    return _marked(request, as_bytes(open_schema()), "application/schema+json")
