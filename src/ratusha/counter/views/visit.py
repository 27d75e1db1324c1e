"""The window: who is it, what do they need, the paper, the receipt, good-bye."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from ratusha.accounts.public import SignedInRequest, require_office
from ratusha.applications.public import Application, filled_in
from ratusha.counter import printing
from ratusha.counter.forms import IdentityForm, ServiceForm, SignedForm
from ratusha.counter.models import SignedPaper, Visit
from ratusha.counter.services.papers import lodge_signed, print_for_signature, record_signed
from ratusha.counter.services.queue import did_not_come
from ratusha.counter.services.visit import (
    begin_application,
    check_identity,
    drafts_at,
    finish,
)
from ratusha.documents.public import pdf_response
from ratusha.kernel.errors import DomainError
from ratusha.parties.public import party_name
from ratusha.ui.forms import Form, add_domain_error
from ratusha.ui.pages import page

from .queue import counter_of


def find_visit(request: SignedInRequest, visit_id: UUID) -> Visit:
    open_here = Visit.objects.open_of(request.user.pk, counter_of(request))
    return get_object_or_404(open_here.select_related("ticket", "official"), pk=visit_id)


@require_office
def visit(request: SignedInRequest, visit_id: UUID) -> HttpResponse:
    """Before the check only the question who it is; after it, what is being done."""
    found = find_visit(request, visit_id)
    if found.person_id is None:
        return _identity(request, found)
    form = ServiceForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            draft = begin_application(
                found.pk,
                form.cleaned_data["service"],
                by=request.user,
                language=get_language() or "",
                now=timezone.now(),
            )
        except DomainError as error:
            form.add_error("service", error.message)
        else:
            return redirect("applications:check", draft.pk)
    return _page(request, found, form)


def _identity(request: SignedInRequest, found: Visit) -> HttpResponse:
    form = IdentityForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            check_identity(found.pk, by=request.user, now=timezone.now(), **form.cleaned_data)
        except DomainError as error:
            add_domain_error(form, error)
            if not Visit.objects.filter(pk=found.pk, ended_at=None).exists():
                messages.warning(request, error.message)
                return redirect("counter:queue")
        else:
            return redirect("counter:visit", found.pk)
    return page(request, "counter/identity.html", {"visit": found}, form=form)


def _page(
    request: SignedInRequest, found: Visit, form: Form, error: str = "", status: int | None = None
) -> HttpResponse:
    today, language = timezone.localdate(), get_language() or ""
    assert found.person_id is not None  # noqa: S101 - the caller has looked
    papers = {one.pk: one for one in found.papers.select_related("case")}
    context: dict[str, Any] = {
        "visit": found,
        "name": party_name(found.person_id, language),
        "drafts": [
            (
                draft,
                filled_in(draft, on=today, language=language).complete,
                papers.get(draft.pk),
                SignedForm(auto_id=f"id_{draft.pk}_%s"),
            )
            for draft in drafts_at(found)
        ],
        "lodged": [one.case for one in papers.values() if one.case],
        "error": error,
    }
    return page(request, "counter/visit.html", context, form=form, status=status)


@require_POST
@require_office
def print_draft(request: SignedInRequest, visit_id: UUID, draft_id: UUID) -> HttpResponse:
    found = find_visit(request, visit_id)
    try:
        sheet = print_for_signature(found.pk, draft_id, by=request.user, now=timezone.now())
    except DomainError as error:
        return _page(request, found, ServiceForm(), error.message, 422)
    return pdf_response(sheet, _("Application"))


@require_POST
@require_office
def signed(request: SignedInRequest, visit_id: UUID, draft_id: UUID) -> HttpResponse:
    found = find_visit(request, visit_id)
    form = SignedForm(request.POST, request.FILES)
    if not form.is_valid():
        message = next(iter(form.errors.values()))[0]
        return _page(request, found, ServiceForm(), str(message), 422)
    try:
        record_signed(
            found.pk,
            draft_id,
            scan=form.cleaned_data["scan"] or None,
            by=request.user,
            now=timezone.now(),
        )
    except DomainError as error:
        return _page(request, found, ServiceForm(), error.message, 422)
    messages.success(request, _("It is written down that the person has signed."))
    return redirect("counter:visit", found.pk)


@require_POST
@require_office
def lodge(request: SignedInRequest, visit_id: UUID, draft_id: UUID) -> HttpResponse:
    found = find_visit(request, visit_id)
    try:
        case = lodge_signed(found.pk, draft_id, by=request.user, now=timezone.now())
    except DomainError as error:
        return _page(request, found, ServiceForm(), error.message, 422)
    words = {"reference": case.reference}
    messages.success(request, _("The application is lodged. Its number is %(reference)s.") % words)
    return redirect("counter:visit", found.pk)


@require_safe
@require_office
def receipt(request: SignedInRequest, visit_id: UUID, reference: str) -> HttpResponse:
    """While the person is at the window."""
    found = find_visit(request, visit_id)
    lodged = SignedPaper.objects.filter(visit=found, case__reference=reference)
    paper = lodged.select_related("case").first()
    if paper is None or paper.case is None:
        raise Http404
    edition = Application.objects.with_edition().get(pk=paper.case.pk).edition
    sheet = printing.receipt(found, paper.case, sample=edition.sample, now=timezone.now())
    return pdf_response(sheet, f"{_('Receipt')} {reference}")


@require_POST
@require_office
def end(request: SignedInRequest, visit_id: UUID) -> HttpResponse:
    found = find_visit(request, visit_id)
    if found.person_id is None:
        did_not_come(found.pk, by=request.user, now=timezone.now())
    else:
        finish(found.pk, by=request.user, now=timezone.now())
    messages.success(request, _("The visit is finished."))
    return redirect("counter:queue")
