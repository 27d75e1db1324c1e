"""The desk of the body that handles the data: what a person asks, what the system knows of it, and the reply."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from ratusha.accounts.public import (
    SignedInRequest,
    nothing_typed_is_lost,
    require_office,
    typed_now,
)
from ratusha.cases.public import (
    Case,
    MessageForm,
    due_of,
    related_to,
    send_message,
    steps_open_to,
)
from ratusha.kernel.calendar import national_calendar
from ratusha.kernel.errors import DomainError, NotPermitted
from ratusha.parties.public import party_name
from ratusha.records.models import DataRequest, Reply
from ratusha.records.services.data_requests import look_into, reply, take_up
from ratusha.ui.acting import acted
from ratusha.ui.pages import page

from .forms import ReplyForm
from .known import drafted, look_of, paper_code
from .law import rule_of
from .rules import KIND, Step


def _find(request: SignedInRequest, reference: str) -> Case:
    today, body = timezone.localdate(), request.acting_body_id
    there = Case.objects.at_desk_of(request.user, today, body=body).filter(kind=KIND)
    return get_object_or_404(there.select_related("handler"), reference=reference)


@nothing_typed_is_lost
@require_office
def case(request: SignedInRequest, reference: str) -> HttpResponse:
    """The request beside the look it is about; on POST a message to the person. Opening it is a look."""
    found, now = _find(request, reference), timezone.now()
    form = MessageForm(typed_now(request))
    if request.method == "POST" and form.is_valid():
        send_message(found.pk, text=form.cleaned_data["text"], by=request.user, now=now)
        messages.success(request, _("The message is sent."))
        return redirect(found.desk_address)
    today, language = timezone.localdate(now), get_language() or ""
    asked = look_into(found, by=request.user, now=now)
    given = Reply.objects.filter(pk=found.pk).first()
    context = {
        "case": found,
        "asked": asked,
        "look": look_of(found.applicant_id, asked.look, language, user=request.user.pk)
        if asked.look
        else None,
        "reply": given,
        "paper": paper_code(given),
        "related": related_to(found, user=request.user, at_desk=True, on=today),
        "person": party_name(found.applicant_id, language),
        "rule": rule_of(asked.asks),
        "due": due_of(list(found.clock.all()), national_calendar()),
        "steps": steps_open_to(request.user, found, today),
        "today": today,
    }
    return page(request, "records/desk_data_request.html", context, form=form)


@require_POST
@require_office
def take(request: SignedInRequest, reference: str) -> HttpResponse:
    found = _find(request, reference)
    try:
        take_up(found.pk, by=request.user, now=timezone.now())
    except NotPermitted as error:
        raise PermissionDenied(error.message) from error
    except DomainError as error:
        messages.warning(request, error.message)
    return redirect(found.desk_address)


@nothing_typed_is_lost
@require_office
def answer(request: SignedInRequest, reference: str) -> HttpResponse:
    return _reply(request, reference, Step.ANSWER)


@nothing_typed_is_lost
@require_office
def refuse(request: SignedInRequest, reference: str) -> HttpResponse:
    return _reply(request, reference, Step.REFUSE)


def _reply(request: SignedInRequest, reference: str, step: Step) -> HttpResponse:
    """The answer is drafted from the journal of access; a refusal is written by hand."""
    found = _find(request, reference)
    asked = DataRequest.objects.get(pk=found.pk)
    source = rule_of(asked.asks).source
    draft = drafted(found, asked, user=request.user.pk) if step == Step.ANSWER else ""
    norm = source.cited(found.language) if step == Step.ANSWER else ""
    form = ReplyForm(typed_now(request), initial={"text": draft, "legal_source": norm})

    def send() -> Case:
        return reply(found.pk, step, by=request.user, now=timezone.now(), **form.cleaned_data)

    if acted(request, form, send, in_office=True):
        messages.success(request, _("The answer has been sent."))
        return redirect(found.desk_address)
    context = {"case": found, "asked": asked, "label": step.label, "refusing": step == Step.REFUSE}
    return page(request, "records/desk_reply.html", context, form=form)
