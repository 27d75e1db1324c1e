"""Public pages of what is published."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ratusha.ui.addresses import address_of
from ratusha.ui.numbers import Words, number_page
from ratusha.ui.pages import page
from ratusha.ui.public_pages import public_page

from . import presentation, ranking
from .index import output
from .models import PublishedIndex
from .numbers import find_number


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
    found = published(code, edition)
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
def ranks(request: HttpRequest, code: str, edition: str) -> HttpResponse:
    """The ranking with the ranges it would have under other weights, and ranks over time."""
    found = published(code, edition)
    dots = ranking.dots(found)
    context = {
        "index": found,
        "dots": dots,
        "rows": {row.key: row for row in presentation.rows(found)},
        "moved": {dot.key: ranking.moved_in(found, dot.key) for dot in dots},
        "courses": ranking.courses(found),
        "periods": ranking.periods_of(found),
        "width": ranking.WIDTH,
        "height": ranking.LINE * len(dots),
        "left": ranking.LEFT,
        "spec": presentation.spec_of(found),
    }
    return page(request, "steering/ranks.html", context)


@login_not_required
@require_safe
@public_page
def unit(request: HttpRequest, code: str, edition: str, key: str) -> HttpResponse:
    """One unit, from its value down to the figures as they were given."""
    found = published(code, edition)
    row = next((one for one in found.rows() if one["unit"] == key), None)
    if row is None:
        raise Http404
    whole = presentation.tree(found, row)
    pair = ranking.before_and_after(found, key)
    shown = next(one for one in presentation.rows(found) if one.key == key)
    context = {
        "index": found,
        "spec": presentation.spec_of(found),
        "row": shown,
        "notes": row["notes"],
        "whole": whole,
        "parts": list(presentation.flat(whole)),
        "change": ranking.change(found, *pair) if pair else None,
        "moved": ranking.moved_in(found, key),
    }
    return page(request, "steering/unit.html", context)


@login_not_required
@require_safe
@public_page
def number(
    request: HttpRequest, code: str, edition: str, *, figure: str, key: str = "", period: str = ""
) -> HttpResponse:
    """A number of one unit or of the index, opened to what it was computed from."""
    index_ = published(code, edition)
    found = find_number(index_, figure, key, period)
    if found is None:
        raise Http404
    way: list[tuple[Words, str]] = [
        (_("Digital development"), address_of("portal:steering")),
        (_("Indices of digital development"), address_of("steering:indices")),
        (
            presentation.said(index_.title, index_.code),
            address_of("steering:index", index_.code, index_.edition),
        ),
    ]
    return number_page(request, found, way)


@login_not_required
@require_safe
def values(_request: HttpRequest, code: str, edition: str) -> HttpResponse:
    found = published(code, edition)
    rows = [
        {k: v for k, v in row.items() if k not in {"tree", "names", "indices"}}
        for row in found.rows()
    ]
    return _file(output.as_csv(rows), f"{found.code}-{found.edition}.csv", "text/csv")


@login_not_required
@require_safe
def table(_request: HttpRequest, code: str, edition: str) -> HttpResponse:
    """The figures as they were given."""
    found = published(code, edition)
    return _file(found.table, f"{found.code}-{found.edition}-figures.csv", "text/csv")


@login_not_required
@require_safe
def specification(_request: HttpRequest, code: str, edition: str) -> HttpResponse:
    found = published(code, edition)
    return _file(found.specification, f"{found.code}-{found.version or 1}.yaml", "text/yaml")


def _file(content: str, name: str, kind: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=f"{kind}; charset=utf-8", headers=headers)


def published(code: str, edition: str) -> PublishedIndex:
    return get_object_or_404(PublishedIndex, code=code, edition=edition)
