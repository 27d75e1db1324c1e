"""Public pages of what is published."""

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_safe

from ratusha.ui.pages import page
from ratusha.ui.public_pages import public_page

from . import presentation
from .forms import WeightsForm
from .index import data, output
from .index.compute import compute, with_weights
from .models import PublishedIndex


@login_not_required
@require_safe
@public_page
def indices(request: HttpRequest) -> HttpResponse:
    """Of each index the newest publication."""
    newest_ = PublishedIndex.objects.order_by("code", "-published_at").distinct("code")
    found = newest_.defer("specification", "table", "result")
    return page(request, "steering/indices.html", {"indices": found})


@login_not_required
@require_safe
def newest(_request: HttpRequest, code: str) -> HttpResponse:
    found = PublishedIndex.objects.filter(code=code).only("edition").first()
    if found is None:
        raise Http404
    return redirect("steering:index", code, found.edition)


@login_not_required
@require_safe
@public_page
def index(request: HttpRequest, code: str, edition: str) -> HttpResponse:
    found = _published(code, edition)
    others = PublishedIndex.objects.filter(code=code).exclude(pk=found.pk)
    context = {
        "index": found,
        "spec": presentation.spec_of(found),
        "rows": presentation.rows(found),
        "weights": presentation.weights(found),
        "others": others.only("code", "edition", "version", "published_at"),
    }
    return page(request, "steering/index.html", context)


@login_not_required
@require_safe
@public_page
def unit(request: HttpRequest, code: str, edition: str, key: str) -> HttpResponse:
    """One unit, from its value down to the figures as they were given."""
    found = _published(code, edition)
    row = next((one for one in found.rows() if one["unit"] == key), None)
    if row is None:
        raise Http404
    whole = presentation.tree(found, row)
    shown = next(one for one in presentation.rows(found) if one.key == key)
    context = {
        "index": found,
        "spec": presentation.spec_of(found),
        "row": shown,
        "notes": row["notes"],
        "whole": whole,
        "parts": list(presentation.flat(whole)),
    }
    return page(request, "steering/unit.html", context)


@login_not_required
@require_safe
def what_if(request: HttpRequest, code: str, edition: str) -> HttpResponse:
    """The same figures under other weights; the address holds the question, so that it can be sent."""
    found = _published(code, edition)
    if len(presentation.weights(found)) < 2:  # noqa: PLR2004 - nothing to weigh
        raise Http404
    form = WeightsForm(found, request.GET or None)
    tried = _tried(found, form.cleaned_data) if form.is_valid() else []
    context = {"index": found, "spec": presentation.spec_of(found), "tried": tried}
    return page(request, "steering/what_if.html", context, form=form)


def _tried(found: PublishedIndex, weights: dict[str, Any]) -> list[dict[str, Any]]:
    """Each unit with its rank and value as published and under these weights, in the new order."""
    spec = presentation.spec_of(found)
    asked = {name: float(weight or 0) for name, weight in weights.items()}
    changed = compute(
        with_weights(spec, asked), data.read(found.table), presentation.specs_of(found)
    )
    told = {
        row["unit"]: row for row in output.lines(changed) if row.get("period", "") == found.period
    }
    lines = [{"before": one, "after": told[one.key]} for one in presentation.rows(found)]
    return sorted(
        lines, key=lambda line: (line["after"]["rank"] is None, line["after"]["rank"] or 0)
    )


@login_not_required
@require_safe
def values(_request: HttpRequest, code: str, edition: str) -> HttpResponse:
    found = _published(code, edition)
    rows = [
        {k: v for k, v in row.items() if k not in {"tree", "names", "indices"}}
        for row in found.rows()
    ]
    return _file(output.as_csv(rows), f"{found.code}-{found.edition}.csv", "text/csv")


@login_not_required
@require_safe
def table(_request: HttpRequest, code: str, edition: str) -> HttpResponse:
    """The figures as they were given."""
    found = _published(code, edition)
    return _file(found.table, f"{found.code}-{found.edition}-figures.csv", "text/csv")


@login_not_required
@require_safe
def specification(_request: HttpRequest, code: str, edition: str) -> HttpResponse:
    found = _published(code, edition)
    return _file(found.specification, f"{found.code}-{found.version or 1}.yaml", "text/yaml")


def _file(content: str, name: str, kind: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=f"{kind}; charset=utf-8", headers=headers)


def _published(code: str, edition: str) -> PublishedIndex:
    return get_object_or_404(PublishedIndex, code=code, edition=edition)
