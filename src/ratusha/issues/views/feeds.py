"""What the list shows, to take along: all of it as GeoJSON or CSV, the newest as Atom. Nothing of who reported it.

A file is sent while it is read, a batch after the other by the place in the list: no batch holds the database, and what
comes in meanwhile neither shifts nor doubles a row. What is more than a file holds is behind the link to the next.
"""

import csv
import io
import json
from collections.abc import Callable, Iterator
from datetime import datetime
from functools import wraps
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.db.models import Max
from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ratusha.accounts.public import caller_network
from ratusha.cases.public import StepTaken
from ratusha.issues.facts import Facts, facts_of, feature, told
from ratusha.issues.models import IssueQuerySet
from ratusha.issues.ogc.documents import LICENCE
from ratusha.issues.ogc.issues import Issues
from ratusha.issues.presentation import place_in_list, read_place
from ratusha.issues.queries import older_than, public_issues
from ratusha.issues.reading import read_filter
from ratusha.issues.services.flow import TooMuch, count_one, seconds_to_wait
from ratusha.ui.text import harmless_cell

MOST, BATCH = 100_000, 1_000
NEWEST = 50
FRESH = 60  # seconds that a cache on the way need not ask again
TOO_MANY = 429
COLUMNS = tuple(Issues.properties)
Place = tuple[datetime, UUID]
View = Callable[..., HttpResponseBase]


def feed(view: View) -> View:
    """Open to every program of every site; so many an hour from one address."""

    @wraps(view)
    def guarded(request: HttpRequest) -> HttpResponseBase:
        now = timezone.now()
        try:
            count_one("feed", source=caller_network(request), now=now)
        except TooMuch as error:
            response: HttpResponseBase = HttpResponse(
                error.message, content_type="text/plain; charset=utf-8", status=TOO_MANY
            )
            response["Retry-After"] = str(seconds_to_wait(now))
            return response
        response = view(request)
        response["Cache-Control"] = f"public, max-age={FRESH}"
        response["Access-Control-Allow-Origin"] = "*"
        return response

    opened: View = login_not_required(require_safe(guarded))
    return opened


@feed
def as_geojson(request: HttpRequest) -> HttpResponseBase:
    found, start = _asked(request)
    further = _next(request, found, start)
    return _file(_collection(found, start, further), "application/geo+json", "geojson", further)


@feed
def as_csv(request: HttpRequest) -> HttpResponseBase:
    found, start = _asked(request)
    return _file(
        _table(found, start), "text/csv; charset=utf-8", "csv", _next(request, found, start)
    )


def _asked(request: HttpRequest) -> tuple[IssueQuerySet, Place | None]:
    found = read_filter(request.GET).of(public_issues())
    return found, read_place(request.GET.get("after", ""))


def _next(request: HttpRequest, found: IssueQuerySet, start: Place | None) -> str:
    """The address of the rest, where there is more than one file holds."""
    ends = older_than(found, start)[MOST - 1 : MOST + 1]
    match list(facts_of(ends)):
        case [last, _more]:
            asked = request.GET.copy()
            asked["after"] = place_in_list(last)
            return f"{settings.SITE_ADDRESS.rstrip('/')}{request.path}?{asked.urlencode()}"
    return ""


def _file(content: Iterator[bytes], kind: str, ending: str, further: str) -> HttpResponseBase:
    response = StreamingHttpResponse(content, content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="issues.{ending}"'
    links = [f'<{LICENCE}>; rel="license"']
    links += [f'<{further}>; rel="next"'] if further else []
    response["Link"] = ", ".join(links)
    return response


def _batches(found: IssueQuerySet, start: Place | None) -> Iterator[list[Facts]]:
    sent = 0
    while sent < MOST:
        batch = list(facts_of(older_than(found, start)[: min(BATCH, MOST - sent)]))
        if batch:
            yield batch
        if len(batch) < BATCH:
            return
        sent += len(batch)
        start = batch[-1].reported_at, batch[-1].pk


def _collection(found: IssueQuerySet, start: Place | None, further: str) -> Iterator[bytes]:
    language = get_language()
    head = {
        "type": "FeatureCollection",
        "licence": LICENCE,
        **({"next": further} if further else {}),
    }
    yield json.dumps(head, ensure_ascii=False)[:-1].encode() + b', "features": ['
    between = b"\n"
    for batch in _batches(found, start):
        with override(language):
            lines = [json.dumps(feature(one), ensure_ascii=False) for one in batch]
        yield between + ",\n".join(lines).encode()
        between = b",\n"
    yield b"\n]}\n"


def _table(found: IssueQuerySet, start: Place | None) -> Iterator[bytes]:
    language = get_language()
    yield _lines([[*COLUMNS, "longitude", "latitude"]])
    for batch in _batches(found, start):
        with override(language):
            yield _lines([_row(one) for one in batch])


def _row(one: Facts) -> list[object]:
    said = told(one)
    return [*(harmless_cell(said[name]) for name in COLUMNS), one.lon, one.lat]


def _lines(rows: list[Any]) -> bytes:
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    return out.getvalue().encode()


@feed
def as_atom(request: HttpRequest) -> HttpResponseBase:
    """The newest of them; each is told anew when a step was taken."""
    wanted = read_filter(request.GET)
    newest = list(facts_of(older_than(wanted.of(public_issues()), None)[:NEWEST]))
    steps = StepTaken.objects.filter(case__in=[one.pk for one in newest]).order_by()
    moved = dict(steps.values_list("case").annotate(Max("at")))
    site, query = settings.SITE_ADDRESS.rstrip("/"), f"?{wanted.query}" if wanted.query else ""
    made = Atom1Feed(
        title=_("Issues in town and village"),
        link=f"{site}{reverse('issues:issues')}{query}",
        description="",
        language=get_language(),
        feed_url=f"{site}{request.path}{query}",
    )
    for one in newest:
        said = told(one)
        made.add_item(
            title=f"{said['category_name']}: {said['status_name']}",
            link=site + reverse("issues:issue", args=[one.reference]),
            description=" · ".join(
                filter(None, (one.address, said["organisation_name"], one.words))
            ),
            unique_id=one.address_for_ever,
            pubdate=one.reported_at,
            updateddate=max(moved.get(one.pk, one.reported_at), one.reported_at),
            categories=[one.category],
        )
    return HttpResponse(
        made.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8"
    )
