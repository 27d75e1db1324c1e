"""Pages of live indicators: anybody opens any value down to the rows it was computed from."""

import csv
import io
from datetime import date
from decimal import Decimal
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ratusha.accounts.public import SignedInRequest, require_office
from ratusha.indicators import numbers, peers, presentation
from ratusha.indicators.beside import among
from ratusha.indicators.course import course, drawn
from ratusha.indicators.forecasting import outlook
from ratusha.indicators.models import Snapshot
from ratusha.indicators.passports import (
    Passport,
    passport,
    passports,
    quality_class,
    responsible_code,
    revision,
    thresholds_source,
)
from ratusha.indicators.queries import counted_now, history, newest, snapshot_of
from ratusha.indicators.rules import a_year_before
from ratusha.kernel.texts import in_all_languages, in_my_language
from ratusha.territory.public import Unit as Place
from ratusha.ui import charts
from ratusha.ui.addresses import address_of
from ratusha.ui.numbers import number_page
from ratusha.ui.pages import page
from ratusha.ui.public_pages import public_page

LATEST = ""  # instead of a day
COLUMNS = (
    "indicator", "version", "on", "dimension", "key", "part", "of", "value", "covered", "covered_of",
)  # fmt: skip


@login_not_required
@require_safe
@public_page
def indicators(request: HttpRequest) -> HttpResponse:
    """All indicators with their latest values; one without a value says that there is no data."""
    values, series = newest(), history([one.code for one in passports()])
    lines = [_line(one, values.get(one.code), series[one.code]) for one in passports()]
    return page(request, "indicators/indicators.html", {"lines": lines})


def _line(one: Passport, snapshot: Snapshot | None, series: list[Snapshot]) -> dict[str, Any]:
    return {
        "passport": one,
        "snapshot": snapshot,
        "value": presentation.said_value(snapshot.value if snapshot else None, one.unit),
        "coverage": presentation.said_coverage(snapshot) if snapshot else "",
        "standing": one.standing(snapshot.value if snapshot else None),
        "spark": charts.spark([each.value for each in series]),
    }


@login_not_required
@require_safe
@public_page
def indicator(request: HttpRequest, code: str, on: str = LATEST) -> HttpResponse:
    """One value: its passport, what it was computed from, how it went, in whose hands it is."""
    one, snapshot = _found(code, on)
    return page(request, "indicators/indicator.html", _context(one, snapshot))


@require_safe
@require_office
def now(request: SignedInRequest, code: str) -> HttpResponse:
    """The same page, counted from the tables at this moment, for officials; nothing of it is kept."""
    one = _passport(code)
    return page(request, "indicators/indicator.html", _context(one, counted_now(one), live=True))


def _context(one: Passport, snapshot: Snapshot | None, *, live: bool = False) -> dict[str, Any]:
    series = history([one.code])[one.code]
    regions = {row[0]: row for row in snapshot.rows.get("region", [])} if snapshot else {}
    ahead = outlook(series, one.unit)
    known = [(each.on, each.value) for each in series if each.value is not None]
    return {
        **_line(one, snapshot, series),
        "live": live,
        "mapped": bool(snapshot and not live and "district" in snapshot.rows),
        "outlook": ahead,
        "foreseen": drawn(ahead, one.unit) if ahead else None,
        "course": course(one, known, ahead),
        "quality": in_my_language(quality_class(one)),
        "revision": in_my_language(revision()),
        "tables": presentation.tables(one, snapshot) if snapshot else [],
        "tiles": presentation.tiles(snapshot, regions) if snapshot and regions else [],
        "series": [
            (each, presentation.said_value(each.value, each.unit)) for each in reversed(series)
        ],
        "targets": [
            (target, presentation.said_value(target.value, one.unit)) for target in one.targets
        ],
        "thresholds": [
            presentation.said_value(limit, one.unit)
            for limit in (one.thresholds.good, one.thresholds.fair)
        ],
        "thresholds_source": thresholds_source(),
        "responsible": presentation.body_named(responsible_code()),
    }


@login_not_required
@require_safe
@public_page
def place(request: HttpRequest, code: str, on: str, unit: str) -> HttpResponse:
    """What the value is made of in one region or district."""
    one, snapshot = _found(code, on)
    if snapshot is None or unit not in {
        row[0] for name in ("region", "district") for row in snapshot.rows.get(name, [])
    }:
        raise Http404
    found = get_object_or_404(Place, pk=unit)
    own = next(
        row
        for name in ("region", "district")
        for row in snapshot.rows.get(name, [])
        if row[0] == unit
    )
    above = Place.objects.filter(pk=found.parent_id).first()
    known = {row[0] for row in snapshot.rows.get("region", [])}
    context = {
        "passport": one,
        "snapshot": snapshot,
        "place": found,
        "above": above if above and above.pk in known else None,
        "value": presentation.said_value(_decimal(own[3]), one.unit),
        "standing": one.standing(_decimal(own[3])),
        "of": own[2],
        "part": Decimal(own[1]),
        "tables": presentation.place_tables(one, snapshot, found),
        "among": among(one, snapshot, found, _a_year_ago(snapshot)),
        "peers_source": peers.law().source,
        "coverage": presentation.said_coverage(snapshot),
    }
    return page(request, "indicators/place.html", context)


@login_not_required
@require_safe
@public_page
def number(request: HttpRequest, code: str, on: str, figure: str) -> HttpResponse:
    """How much a value covers, what its target needs, how fast it went."""
    one, snapshot = _found(code, on)
    found = numbers.find_number(one, snapshot, figure) if snapshot else None
    if snapshot is None or found is None:
        raise Http404
    way = [
        (_("Live indicators"), address_of("indicators:indicators")),
        (in_my_language(one.name).text, address_of("indicators:on", code, on)),
    ]
    return number_page(request, found, way)


def _a_year_ago(snapshot: Snapshot) -> date | None:
    """The first day with a value within the twelve months before."""
    begin = a_year_before(snapshot.on)
    days = [one.on for one in history([snapshot.code])[snapshot.code]]
    return next((day for day in days if begin <= day < snapshot.on), None)


def _decimal(value: str | None) -> Decimal | None:
    return None if value is None else Decimal(value)


@login_not_required
@require_safe
def rows_csv(_request: HttpRequest, code: str, on: str) -> HttpResponse:
    """Every row behind a value, for a program or a spreadsheet."""
    snapshot = _snapshot(code, on)
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow(COLUMNS)
    covers = (snapshot.covered, snapshot.covered_of)
    for dimension, rows in snapshot.rows.items():
        for row in rows:
            writer.writerow(
                [code, snapshot.version, snapshot.on.isoformat(), dimension, *row, *covers]
            )
    name = f"{code}-{snapshot.on.isoformat()}.csv"
    return HttpResponse(
        file.getvalue(),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


@login_not_required
@require_safe
def rows_json(_request: HttpRequest, code: str, on: str) -> HttpResponse:
    """The value with all that it says of itself: formula, version, coverage, when it was taken, its fingerprint."""
    snapshot, one = _snapshot(code, on), _passport(code)
    told = {
        "indicator": code,
        "name": one.name,
        "definition": one.definition,
        "formula": one.formula,
        "version": snapshot.version,
        "unit": snapshot.unit,
        "on": snapshot.on,
        "value": snapshot.value,
        "part": snapshot.part,
        "of": snapshot.of,
        "coverage": {
            "what": snapshot.covers,
            "covered": snapshot.covered,
            "of": snapshot.covered_of,
        },
        "taken_at": snapshot.taken_at,
        "taken_by": in_all_languages(lambda: presentation.author(snapshot)),
        "counted_back": snapshot.back,
        "digest": snapshot.digest,
        "rows": snapshot.rows,
    }
    return JsonResponse(told, json_dumps_params={"ensure_ascii": False})


def _snapshot(code: str, on: str) -> Snapshot:
    return found_value(code, on)[1]


def found_value(code: str, on: str) -> tuple[Passport, Snapshot]:
    one, snapshot = _found(code, on)
    if snapshot is None:
        raise Http404
    return one, snapshot


def _found(code: str, on: str) -> tuple[Passport, Snapshot | None]:
    """Of a day there is a value or there is no page; without a day a page may say that there is no data yet."""
    one = _passport(code)
    if on == LATEST:
        return one, snapshot_of(code)
    try:
        day = date.fromisoformat(on)
    except ValueError as error:
        raise Http404 from error
    snapshot = snapshot_of(code, day)
    if snapshot is None:
        raise Http404
    return one, snapshot


def _passport(code: str) -> Passport:
    found = passport(code)
    if found is None:
        raise Http404
    return found
