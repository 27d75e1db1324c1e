"""The ministry: figures of the treasury, and all papers of a year together."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ratusha.accounts.public import (
    SignedInRequest,
    require_office,
)
from ratusha.documents.public import pdf_response
from ratusha.obligations.public import Obligation
from ratusha.plans import permissions
from ratusha.plans.consolidated import Consolidated, as_pdf, as_spreadsheet, consolidate
from ratusha.plans.forms import (
    TreasuryForm,
)
from ratusha.plans.law import law
from ratusha.plans.numbers import Numbers
from ratusha.plans.rules import Kind
from ratusha.plans.services import begin as beginning
from ratusha.plans.services import treasury as sums
from ratusha.ui.acting import acted
from ratusha.ui.addresses import address_of
from ratusha.ui.numbers import number_page
from ratusha.ui.pages import page

from .papers import numbered

YEARS = range(2000, 2100)
SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_office
def treasury(request: SignedInRequest) -> HttpResponse:
    """Bring in the figures of the treasury, against which the sums of reports are compared (R04)."""
    today = timezone.localdate()
    if not request.user.may(permissions.CHECK, request.acting_body_id, on=today):
        raise Http404
    posted = request.method == "POST"
    initial = {"year": today.year - 1}
    form = TreasuryForm(
        request.POST if posted else None, request.FILES if posted else None, initial=initial
    )

    def bring_in() -> int:
        content = form.cleaned_data["table"].read()
        year = int(form.cleaned_data["year"])
        return sums.import_treasury(content, year=year, by=request.user, now=timezone.now())

    if count := acted(request, form, bring_in, in_office=True):
        messages.success(request, _("Sums brought in: %(count)s.") % {"count": count})
        return redirect("plans:plans")
    return page(request, "plans/treasury.html", {"law": law()}, form=form)


def _together(kind: str, year: str) -> Consolidated:
    if kind not in Kind.values or numbered(year) not in YEARS:
        raise Http404
    return consolidate(Kind(kind), int(year), today=timezone.localdate())


@require_office
def consolidated(request: SignedInRequest, kind: str, year: str) -> HttpResponse:
    """From accepted papers only; who is missing stands first. Everybody in government reads it."""
    return page(
        request,
        "plans/consolidated.html",
        {"all": _together(kind, year), "law": law(), "year": int(year)},
    )


@require_safe
@require_office
def number(request: SignedInRequest, figure: str, key: str) -> HttpResponse:
    """A number of a year or of one paper, opened to its papers and rows."""
    found = Numbers(request.user, request.acting_body_id, timezone.localdate()).find(figure, key)
    if found is None:
        raise Http404
    way = [
        (_("My desk"), address_of("portal:desk")),
        (_("Plans and reports"), address_of("plans:plans")),
    ]
    return number_page(request, found, way)


@require_safe
@require_office
def consolidated_pdf(_request: SignedInRequest, kind: str, year: str) -> HttpResponse:
    found = _together(kind, year)
    language = get_language() or ""
    content = as_pdf(found, body=_ministry(language), language=language, at=timezone.now())
    return pdf_response(content, f"{kind}-{year}")


def _ministry(language: str) -> str:
    """To whom plans are owed."""
    from_law = Obligation.objects.filter(room=beginning.ROOM).select_related("to").first()
    return from_law.to.title(language) if from_law else ""


@require_safe
@require_office
def consolidated_xlsx(_request: SignedInRequest, kind: str, year: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{kind}-{year}.xlsx"'}
    return HttpResponse(
        as_spreadsheet(_together(kind, year)), content_type=SPREADSHEET, headers=headers
    )
