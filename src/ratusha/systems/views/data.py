"""Data of the register: JSON, a table, linked data, the schema. Each open answer carries a mark of its content."""

import csv
import io
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from ratusha.accounts.public import SignedInRequest, require_office
from ratusha.systems.graph import exchange_share
from ratusha.systems.kept import open_register
from ratusha.systems.models import System
from ratusha.systems.opened import as_bytes, open_part, open_schema
from ratusha.systems.permissions import OVERSEE, REGISTER
from ratusha.systems.presentation import publiccode_made
from ratusha.systems.publiccode import as_yaml, is_open_source
from ratusha.systems.queries import systems
from ratusha.systems.whole import WRITERS, linked_kept, mark_of
from ratusha.ui.public_pages import public_page
from ratusha.ui.text import harmless_cell

from .showcase import find_open

LICENCE = "CC0-1.0"
LINKED = {"ttl": "text/turtle; charset=utf-8", "jsonld": "application/ld+json"}
WHOLE = {"csv": "text/csv; charset=utf-8", "json": "application/json"}
COLUMNS = (
    "number", "name_be", "name_ru", "name_en", "short_name", "kind", "owner", "operator", "sphere", "status",
    "objects_mastered", "exchanges", "state_centre", "version", "confirmed_on", "sample",
)  # fmt: skip


def _marked(request: HttpRequest, content: bytes, kind: str, mark: str = "") -> HttpResponse:
    response = HttpResponse(content, content_type=kind)
    response["ETag"] = mark or mark_of(content)
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
    share = exchange_share(open_register().whole)
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
@public_page
def linked(request: HttpRequest, form: str) -> HttpResponse:
    """The open register as linked data, in Turtle or in JSON-LD."""
    kept = linked_kept(form)
    return _marked(request, kept.content, LINKED[form], kept.mark)


@login_not_required
@require_safe
def publiccode_of(request: HttpRequest, number: str) -> HttpResponse:
    """Of a system that is open source; where its card lacks what the form requires, there is none."""
    found = find_open(number)
    card = found.card
    made = publiccode_made(card) if is_open_source(card) else None
    if made is None or made.lacks:
        raise Http404
    return _marked(request, as_yaml(made.told), "application/yaml; charset=utf-8")


@require_safe
@require_office
def whole(request: SignedInRequest, form: str) -> HttpResponse:
    """Every card with what is inside, for the registrar and for who oversees the register."""
    body, today = request.acting_body_id, timezone.localdate()
    if not any(request.user.may(one, body, on=today) for one in (REGISTER, OVERSEE)):
        raise Http404
    response = HttpResponse(WRITERS[f".{form}"](), content_type=WHOLE[form])
    response["Content-Disposition"] = f'attachment; filename="systems-{today.isoformat()}.{form}"'
    return response


@login_not_required
@require_safe
def card_schema(request: HttpRequest) -> HttpResponse:
    return _marked(request, as_bytes(open_schema()), "application/schema+json")
