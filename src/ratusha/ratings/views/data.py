"""The ranking as open data."""

import csv
import io
import json
from collections.abc import Iterator
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from ratusha.ratings.belief import VERSION
from ratusha.ratings.law import law
from ratusha.ratings.queries import last_quarter, ranking
from ratusha.ui.public_pages import public_page
from ratusha.ui.text import harmless_cell

HEAD = ("code", "name_be", "name_ru", "ratings", "mean", "low", "high", "place_best", "place_worst")


def _rows() -> Iterator[dict[str, Any]]:
    for line in ranking().lines:
        name = line.organisation.name
        yield dict(
            zip(
                HEAD,
                (
                    line.organisation.code,
                    name.get("be", ""),
                    name.get("ru", ""),
                    line.belief.count,
                    round(line.belief.mean, 2),
                    round(line.belief.low, 2),
                    round(line.belief.high, 2),
                    line.span.best,
                    line.span.worst,
                ),
                strict=True,
            )
        )


@login_not_required
@require_safe
@public_page
def as_csv(_request: HttpRequest) -> HttpResponse:
    out = io.StringIO()
    table = csv.DictWriter(out, HEAD)
    table.writeheader()
    table.writerows({name: harmless_cell(value) for name, value in row.items()} for row in _rows())
    headers = {"Content-Disposition": 'attachment; filename="ratings.csv"'}
    return HttpResponse(out.getvalue(), content_type="text/csv; charset=utf-8", headers=headers)


@login_not_required
@require_safe
@public_page
def as_json(_request: HttpRequest) -> HttpResponse:
    told = {
        "formula": VERSION,
        "prior_weight": law().prior_weight,
        "certainty": law().certainty,
        "least": law().least,
        "until": last_quarter(),
        "on": timezone.localdate().isoformat(),
        "organisations": list(_rows()),
    }
    return HttpResponse(
        json.dumps(told, ensure_ascii=False, indent=1), content_type="application/json"
    )
