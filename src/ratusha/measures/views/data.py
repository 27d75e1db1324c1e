"""The showcase for programs: open data as JSON and CSV, and a feed of what is new."""

import csv
import io
import json

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ratusha.measures.models import Measure
from ratusha.measures.published import COLUMNS, LICENCE, entry, latest, published, row
from ratusha.ui.text import harmless_cell


def _entries() -> list[dict[str, object]]:
    language = get_language() or ""
    about = Measure.objects.select_related("scales").in_bulk()
    cases = published().order_by("reference")
    return [entry(case, about[case.pk], language) for case in cases]


@login_not_required
@require_safe
def as_json(_request: HttpRequest) -> HttpResponse:
    told = {
        "licence": LICENCE,
        "as_of": timezone.now().isoformat(),
        "coverage": "measures and pilots whose route is confirmed",
        "measures": _entries(),
    }
    return _open(json.dumps(told, ensure_ascii=False, indent=1), "application/json")


@login_not_required
@require_safe
def as_csv(_request: HttpRequest) -> HttpResponse:
    out = io.StringIO()
    table = csv.writer(out)
    table.writerow(COLUMNS)
    for one in _entries():
        table.writerow([harmless_cell(cell) for cell in row(one)])
    answer = _open(out.getvalue(), "text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="measures.csv"'
    answer["Link"] = '<https://creativecommons.org/publicdomain/zero/1.0/>; rel="license"'
    return answer


def _open(content: str, kind: str) -> HttpResponse:
    answer = HttpResponse(content, content_type=kind)
    answer["Access-Control-Allow-Origin"] = "*"
    return answer


@login_not_required
@require_safe
def feed(request: HttpRequest) -> HttpResponse:
    """Atom: the newest steps of what is public, in the reader's language."""
    made = Atom1Feed(
        title=_("Measures of digital development"),
        link=request.build_absolute_uri(reverse("measures:showcase")),
        description="",
        language=get_language(),
        feed_url=request.build_absolute_uri(),
    )
    for one in latest():
        address = request.build_absolute_uri(reverse("measures:card", args=[one.case.reference]))
        made.add_item(
            title=f"{one.title}: {one.what}",
            link=address,
            description=one.what,
            unique_id=f"{address}#{one.at.isoformat()}",
            updateddate=one.at,
            pubdate=one.at,
        )
    return HttpResponse(
        made.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8"
    )


@login_not_required
@require_safe
def permanent(_request: HttpRequest, reference: str) -> HttpResponse:
    """An address that stays: to the card, in the reader's language."""
    response = redirect("measures:card", reference)
    patch_vary_headers(response, ("Accept-Language", "Cookie"))
    return response
