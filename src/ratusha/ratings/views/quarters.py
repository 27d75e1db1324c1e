"""Documents of quarters, for everybody: the list, a quarter of all, one organisation; on paper and as a table."""

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from ratusha.documents.public import pdf_response
from ratusha.ratings.drawing import drawn
from ratusha.ratings.law import law
from ratusha.ratings.models import Analysis
from ratusha.ratings.reading import (
    corrections_of,
    facts_of,
    lines_of,
    moved_of,
    themes_of,
    title_of,
)
from ratusha.ratings.rules import quarter_before, quarter_words
from ratusha.ratings.sheets import as_csv, as_pdf, made_words
from ratusha.ui.pages import page
from ratusha.ui.public_pages import public_page

ON_A_PAGE = 25


@login_not_required
@require_safe
@public_page
def quarters(request: HttpRequest) -> HttpResponse:
    whole = Analysis.objects.filter(organisation=None)
    context = {"quarters": [(one, quarter_words(one.quarter)) for one in whole], "law": law()}
    return page(request, "ratings/quarters.html", context)


def _of(quarter: str) -> QuerySet[Analysis]:
    found = Analysis.objects.filter(quarter=quarter).select_related("organisation")
    return found.order_by("organisation__code")


def _one(quarter: str, code: str = "") -> Analysis:
    found = Analysis.objects.select_related("organisation")
    if code:
        return get_object_or_404(found, quarter=quarter, organisation__code=code)
    return get_object_or_404(found, quarter=quarter, organisation=None)


@login_not_required
@require_safe
@public_page
def quarter(request: HttpRequest, name: str) -> HttpResponse:
    """All organisations of a quarter; those with enough ratings by their name, for the document ranks nobody."""
    whole = _one(name)
    told = _of(name).exclude(organisation=None).exclude(figures__ratings=None)
    shown = Paginator(told, ON_A_PAGE).get_page(request.GET.get("page"))
    before = quarter_before(name)
    context = _told(whole) | {
        "shown": shown,
        "rows": [(one, lines_of(one)[0], moved_of(one.figures["change"], before)) for one in shown],
    }
    return page(request, "ratings/quarter.html", context)


@login_not_required
@require_safe
@public_page
def analysis(request: HttpRequest, code: str, name: str) -> HttpResponse:
    return page(request, "ratings/analysis.html", _told(_one(name, code)))


def _told(found: Analysis) -> dict[str, object]:
    return {
        "analysis": found,
        "heading": title_of(found),
        "words": quarter_words(found.quarter),
        "facts": facts_of(found),
        "lines": [(one, drawn(one.belief)) for one in lines_of(found)],
        "themes": themes_of(found),
        "corrections": corrections_of(found),
        "made": made_words(found),
        "law": law(),
    }


@login_not_required
@require_safe
@public_page
def quarter_pdf(_request: HttpRequest, name: str) -> HttpResponse:
    return _paper(_one(name))


@login_not_required
@require_safe
@public_page
def analysis_pdf(_request: HttpRequest, code: str, name: str) -> HttpResponse:
    return _paper(_one(name, code))


def _paper(found: Analysis) -> HttpResponse:
    return pdf_response(as_pdf(found, language=get_language() or ""), f"ratings-{found.quarter}")


@login_not_required
@require_safe
@public_page
def quarter_csv(_request: HttpRequest, name: str) -> HttpResponse:
    found = list(_of(name))
    if not found:
        raise Http404
    headers = {"Content-Disposition": f'attachment; filename="ratings-{name}.csv"'}
    return HttpResponse(as_csv(found), content_type="text/csv; charset=utf-8", headers=headers)
