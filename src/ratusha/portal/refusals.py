"""Refusals of the body by procedure and ground, for the head of the work: counts only, and none under five."""

import csv
import io

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from ratusha.accounts.public import SignedInRequest, require_office
from ratusha.applications.public import RefusalsOf, refusals_by_ground
from ratusha.cases.public import Outcome
from ratusha.kernel.texts import in_language
from ratusha.ui.pages import page as answer

from .workload import head_of

HEAD = ("year", "procedure", "outcome", "ground", "ground_text", "count")
HIDDEN = "<5"
YEARS_BACK = 3


@require_safe
@require_office
def refusals(request: SignedInRequest) -> HttpResponse:
    body = head_of(request)
    this_year = timezone.localdate().year
    year = _year(request, this_year)
    context = {
        "year": year,
        "years": range(this_year, this_year - YEARS_BACK, -1),
        "rows": [(row, Outcome(row.outcome).label) for row in refusals_by_ground(body, year)],
    }
    return answer(request, "portal/refusals.html", context)


@require_safe
@require_office
def refusals_csv(request: SignedInRequest) -> HttpResponse:
    body = head_of(request)
    year = _year(request, timezone.localdate().year)
    text = as_csv(refusals_by_ground(body, year), year, get_language() or "")
    headers = {"Content-Disposition": f'attachment; filename="refusals-{year}.csv"'}
    return HttpResponse(text, content_type="text/csv; charset=utf-8", headers=headers)


def as_csv(rows: list[RefusalsOf], year: int, language: str) -> str:
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(HEAD)
    for row in rows:
        text = in_language(row.text, language).text
        count = HIDDEN if row.count is None else row.count
        writer.writerow((year, row.procedure, row.outcome, row.ground, text, count))
    return out.getvalue()


def _year(request: SignedInRequest, this_year: int) -> int:
    asked = request.GET.get("year", "")
    year = int(asked) if asked.isascii() and asked.isdecimal() and len(asked) <= 4 else this_year  # noqa: PLR2004
    return year if this_year - YEARS_BACK < year <= this_year else this_year
