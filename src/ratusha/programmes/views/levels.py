"""The dashboard of a level of the tree or of one measure, and each of its figures, opened."""

from datetime import date
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe

from ratusha.programmes.attention import calls
from ratusha.programmes.export import as_csv, as_plain, opened_as_plain
from ratusha.programmes.figures.compute import Figure, Figures
from ratusha.programmes.figures.formulas import FORMULAS, GROUPS
from ratusha.programmes.law import law
from ratusha.programmes.models import Baseline, Placement, Progress, Rating
from ratusha.programmes.numbers import of_curve
from ratusha.programmes.presentation import MARKS, cells_of, level_of, plot_of
from ratusha.programmes.rules import ENOUGH_FOR_MEDIAN, outliers
from ratusha.programmes.tree import STATE, nodes
from ratusha.ui.numbers import number_page
from ratusha.ui.pages import page
from ratusha.ui.public_pages import public_page

from .asking import Asked, asked, may, offers, told_way, way_of

MOST_RATINGS = 10
MOST_PARTS = 80
MOST_CALLS = 5  # on a dashboard; the list itself has all


def tiles(at: Asked) -> list[tuple[str, list[Figure]]]:
    """Groups of figures; what is for inside government is not there for others."""
    return [
        (str(title), [at.figures.figure(code) for code in codes if _is_told(at, code)])
        for title, codes in GROUPS
    ]


def _is_told(at: Asked, code: str) -> bool:
    """A mean stands beside the median where there is enough to tell them apart (M03)."""
    if FORMULAS[code].inside and not at.inside:
        return False
    return code != "independent_mean" or at.figures.figure(code).known >= ENOUGH_FOR_MEDIAN


@login_not_required
@require_safe
@public_page
def level(request: HttpRequest, key: str = STATE) -> HttpResponse:
    at = asked(request, key)
    rows = at.figures.rows
    children = at.figures.children()
    planned = {one.key: value for one in children if (value := one.value("planned"))}
    shown = _largest(children)
    curves = at.figures.curves
    context: dict[str, Any] = {
        "figures": at.figures,
        "node": at.figures.node,
        "row": at.figures.row,
        "way": way_of(at.figures),
        "inside": at.inside,
        "today": at.today,
        "groups": tiles(at),
        "children": shown,
        "left_out": len(children) - len(shown),
        "cells": cells_of(shown),
        "named": outliers(planned, law().named_from),
        "level_of": level_of,
        **MARKS,
        "curves": curves,
        "plot": plot_of(curves),
        "calls": calls(rows)[:MOST_CALLS] if at.inside else [],
        "left": at.figures.picture.left(at.figures.node) if at.figures.node else [],
    }
    name = "programmes/level.html" if at.figures.node else "programmes/measure.html"
    if at.figures.row is not None:
        context |= details_of(at, request)
    return page(request, name, context)


def _largest(children: list[Figures]) -> list[Figures]:
    """All that stands below, in its order; of very many the dearest: the file has all of them."""
    if len(children) <= MOST_PARTS:
        return children
    return sorted(children, key=lambda one: -(one.value("planned") or 0))[:MOST_PARTS]


def details_of(at: Asked, request: HttpRequest) -> dict[str, Any]:
    """What only the page of one measure shows."""
    row = at.figures.row
    assert row is not None, "a measure"  # noqa: S101 - asked by the caller
    case = row.facts.case_id
    reported = Progress.objects.filter(case=case, accepted_on=None) if at.inside else []
    return {
        "stages": [
            (one, row.planned_of(one), row.earned_of(one), row.accepted.get(one.number))
            for one in row.stages
        ],
        "alerts": [call.words for call in calls([row])] if at.inside else [],
        "offers": offers(request, at),
        "reported": reported,
        "accepts": may(request, at, "baseline"),
        "baselines": Baseline.objects.filter(case=case),
        "placements": [
            (one, nodes()[one.node].said())
            for one in Placement.objects.filter(case=case)
            if one.node in nodes()
        ],
        "rated": Rating.objects.filter(case=case)[:MOST_RATINGS] if at.inside else [],
    }


@login_not_required
@require_safe
@public_page
def figure(request: HttpRequest, key: str, code: str) -> HttpResponse:
    """A number with its formula, version, day, coverage, and everything it was computed from."""
    at = asked(request, key)
    formula = FORMULAS.get(code)
    if formula is None or (formula.inside and not at.inside):
        raise Http404
    opened = at.figures.opened(code)
    if request.GET.get("format") == "json":
        return JsonResponse(opened_as_plain(at.figures, opened))
    context = {
        "figures": at.figures,
        "figure": opened,
        "way": way_of(at.figures),
        "inside": at.inside,
        "today": at.today,
        **MARKS,
        "uses": [
            one for one in FORMULAS.values() if code in one.of and (at.inside or not one.inside)
        ],
    }
    return page(request, "programmes/figure.html", context)


@login_not_required
@require_safe
@public_page
def curve(request: HttpRequest, key: str, name: str, month: str) -> HttpResponse:
    """One month of one curve, opened to what stands below or to the rows of a measure."""
    at = asked(request, key)
    try:
        day = date.fromisoformat(f"{month}-01")
    except ValueError as error:
        raise Http404 from error
    found = of_curve(at.figures, name, day)
    if found is None:
        raise Http404
    return number_page(request, found, told_way(at.figures))


@login_not_required
@require_safe
def table(request: HttpRequest, key: str, kind: str) -> HttpResponse:
    """What stands below a node, figure by figure, for programs and spreadsheets."""
    at = asked(request, key)
    codes = [
        code for _title, codes in GROUPS for code in codes if at.inside or not FORMULAS[code].inside
    ]
    lines = [at.figures, *at.figures.children()]
    if kind == "json":
        return JsonResponse(as_plain(lines, codes, at.today))
    answer = HttpResponse(as_csv(lines, codes), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="programmes-{key}-{at.today}.csv"'
    return answer
