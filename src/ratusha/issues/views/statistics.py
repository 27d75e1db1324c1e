"""Counts by district, organisation, kind and month, with what they cover."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from ratusha.issues import statistics, times
from ratusha.issues.law import law
from ratusha.issues.models import Executor
from ratusha.issues.queries import Filter
from ratusha.issues.reading import read_filter
from ratusha.issues.rules import Status
from ratusha.issues.survey import results
from ratusha.ui.pages import page as answer
from ratusha.ui.public_pages import public_page

LISTED = 12  # of each kind at once; the others are one press away


@login_not_required
@public_page
def of_issues(request: HttpRequest) -> HttpResponse:
    wanted = replace(read_filter(request.GET), words="", box=None)
    months = [(row, _of_month(wanted, row)) for row in statistics.by_month(wanted)]
    districts = statistics.known_districts()
    context = {
        "wanted": wanted,
        "groups": law().groups,
        "statuses": [one for one in Status if one != Status.WITHDRAWN],
        "executors": sorted(Executor.objects.all(), key=str),
        "whole": statistics.whole(wanted),
        "districts": statistics.by_district(wanted, districts),
        "organisations": statistics.by_organisation(wanted),
        "categories": statistics.by_category(wanted),
        "months": months[::-1],
        "listed": LISTED,
        "fewest": statistics.FEWEST,
        "times_by_district": _known_first(times.by_district(wanted, known=districts)),
        "times_by_organisation": _known_first(times.by_organisation(wanted)),
        "said_by_organisation": results.by_organisation(),
        "said_by_category": results.by_category(),
    }
    return answer(request, "issues/statistics.html", context)


def _known_first(rows: list[times.Times]) -> dict[str, Any]:
    """Where nothing is known a row would say only that: the page says of how many."""
    told = [one for one in rows if one.is_known]
    return {"told": told, "unknown": len(rows) - len(told)}


def _of_month(wanted: Filter, row: statistics.Row) -> str:
    """The list of what was reported in the month, within the days that were asked for."""
    last = (row.key + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    since, until = max(row.key, wanted.since or row.key), min(last, wanted.until or last)
    return f"{reverse('issues:issues')}?{replace(wanted, since=since, until=until).query}"
