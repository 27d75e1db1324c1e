"""How long it takes, to take along as CSV or JSON: the rows of the page of figures with what they cover."""

import csv
import io
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse

from ratusha.issues import times
from ratusha.issues.models import Executor
from ratusha.issues.ogc.documents import LICENCE
from ratusha.issues.reading import read_filter
from ratusha.issues.statistics import FEWEST
from ratusha.kernel.texts import in_my_language
from ratusha.ui.text import harmless_cell

from .feeds import feed

MEASURES = ("given", "done", "closed")
COLUMNS = (
    "by", "code", "name", "issues",
    *(f"{one}_{part}" for one in MEASURES for part in ("known", "of", "median_days", "p90_days")),
    "in_term",
)  # fmt: skip


@feed
def times_csv(request: HttpRequest) -> HttpResponseBase:
    out = io.StringIO()
    table = csv.writer(out)
    table.writerow(COLUMNS)
    for row in _rows(request):
        table.writerow([harmless_cell(row[name]) for name in COLUMNS])
    response = HttpResponse(out.getvalue(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="response-times.csv"'
    response["Link"] = f'<{LICENCE}>; rel="license"'
    return response


@feed
def times_json(request: HttpRequest) -> HttpResponseBase:
    told = {"licence": LICENCE, "fewest": FEWEST, "rows": list(_rows(request))}
    return JsonResponse(told, json_dumps_params={"ensure_ascii": False})


def _rows(request: HttpRequest) -> Iterator[dict[str, Any]]:
    """Nothing (null) stands where a measure is of fewer than five; a known of null is fewer than five."""
    wanted = replace(read_filter(request.GET), words="", box=None)
    for row in times.by_district(wanted):
        unit = row.key.unit
        name = in_my_language(unit.name).text if unit else None
        yield {"by": "district", "code": unit.pk if unit else None, "name": name, **_told(row)}
    for row in times.by_organisation(wanted):
        found: Executor | None = row.key
        code, name = (found.code, str(found)) if found else (None, None)
        yield {"by": "organisation", "code": code, "name": name, **_told(row)}


def _told(row: times.Times) -> dict[str, Any]:
    told: dict[str, Any] = {"issues": row.count}
    for name in MEASURES:
        one: times.Measure = getattr(row, name)
        told |= {
            f"{name}_known": one.known,
            f"{name}_of": one.of,
            f"{name}_median_days": one.median,
            f"{name}_p90_days": one.p90,
        }
    share = None if row.in_term is None else round(row.in_term, 4)
    return {**told, "in_term": share}
