"""A person's own complaint: where it is, until when, how it ended, what one can do."""

from uuid import UUID

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ratusha.accounts.public import (
    AccessMode,
    SignedInRequest,
    nothing_typed_is_lost,
    require_access,
    typed_now,
)
from ratusha.cases.public import (
    Case,
    MessageForm,
    Rating,
    ask_to_add_document,
    ask_to_withdraw,
    attached_file,
    related_to,
    send_message,
    steps_open_to,
)
from ratusha.complaints.contested import complained_about
from ratusha.complaints.law import law
from ratusha.complaints.models import Complaint, Obligation, Ruling
from ratusha.complaints.permissions import KIND
from ratusha.complaints.presentation import due, paper_code, rail
from ratusha.complaints.rules import Standing
from ratusha.complaints.services.examine import withdraw
from ratusha.parties.public import party_name
from ratusha.ui.forms import Form
from ratusha.ui.pages import page as answer


def complaints_of(request: SignedInRequest) -> QuerySet[Case]:
    return Case.objects.mine(request.user, timezone.localdate()).filter(kind=KIND)


def find_complaint(request: SignedInRequest, reference: str) -> Case:
    return get_object_or_404(complaints_of(request), reference=reference)


@nothing_typed_is_lost
@require_access(AccessMode.PASSWORD)
def case(request: SignedInRequest, reference: str) -> HttpResponse:
    """The complaint, and on POST a message to the official who considers it."""
    mine = complaints_of(request).prefetch_related("history", "clock", "messages", "attachments")
    found = get_object_or_404(mine, reference=reference)
    form = MessageForm(typed_now(request))
    if request.method == "POST" and form.is_valid():
        text = form.cleaned_data["text"]
        send_message(found.pk, text=text, by=request.user, now=timezone.now())
        messages.success(request, _("Your message is sent."))
        return redirect(found.address)
    return _page(request, found, form)


def _page(request: SignedInRequest, found: Case, form: Form) -> HttpResponse:
    today, language = timezone.localdate(), get_language() or ""
    complaint = Complaint.objects.get(pk=found.pk)
    own = complaint.standing == Standing.APPLICANT
    ruling = Ruling.objects.filter(pk=found.pk).first()
    context = {
        "case": found,
        "complaint": complaint,
        "about": complained_about(found) if own else None,
        "explanations": complaint.explanations.exclude(answered_at=None) if own else [],
        "body": party_name(found.body_id, language),
        "first_body": party_name(complaint.first_body_id, language),
        "stages": rail(found),
        "due": due(found),
        "ruling": ruling,
        "owed": Obligation.objects.filter(pk=found.pk).first(),
        "paper": paper_code(ruling),
        "rating": Rating.objects.filter(case=found).first(),
        "steps": steps_open_to(request.user, found, today),
        "law": law(),
        "today": today,
        "related": related_to(found, user=request.user, at_desk=False, on=today),
    }
    return answer(request, "complaints/case.html", context, form=form)


@require_access(AccessMode.PASSWORD)
def add_document(request: SignedInRequest, reference: str) -> HttpResponse:
    return ask_to_add_document(
        request,
        find_complaint(request, reference),
        button=_("Add to the complaint"),
        done=_("The document is added to the complaint."),
    )


@require_safe
@require_access(AccessMode.PASSWORD)
def file(request: SignedInRequest, reference: str, file: UUID) -> HttpResponse:
    """A document of one's own complaint."""
    return attached_file(find_complaint(request, reference), file)


@nothing_typed_is_lost
@require_access(AccessMode.PASSWORD)
def withdraw_complaint(request: SignedInRequest, reference: str) -> HttpResponse:
    return ask_to_withdraw(
        request,
        find_complaint(request, reference),
        withdraw,
        done=_("The complaint is withdrawn."),
        template="complaints/withdraw.html",
        law=law(),
    )
