"""Requests between bodies: sent, answered in time, each answer in the journal of the person it tells of."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.audit.public import record
from ratusha.exchange import catalogue, rules
from ratusha.exchange.models import InteragencyRequest
from ratusha.exchange.permissions import ANSWER
from ratusha.exchange.rules import Purpose, Status
from ratusha.kernel import terms
from ratusha.kernel.calendar import national_calendar
from ratusha.kernel.drawing import drawn
from ratusha.kernel.errors import NotPermitted
from ratusha.kernel.events import Event, publish
from ratusha.kernel.references import new_reference
from ratusha.kernel.texts import Text

from .journal import write_down


@dataclass(frozen=True, kw_only=True)
class RequestSent(Event):
    request_id: UUID
    reference: str
    case_reference: str
    service: str
    to_body_id: UUID
    due_on: date


@dataclass(frozen=True, kw_only=True)
class RequestAnswered(Event):
    request_id: UUID
    reference: str
    case_reference: str
    service: str
    from_body_id: UUID  # the body that asked
    nothing_held: bool


@transaction.atomic
def request_other_body(
    service: str,
    *,
    to_body: UUID,
    from_body: UUID,
    subject: UUID,
    purpose: Purpose,
    question: Text,
    by: User | None,
    now: datetime,
    case_reference: str = "",
    due_on: date | None = None,
) -> InteragencyRequest:
    """Ask another body. It has seven days unless `due_on` says otherwise; the counting is kept with the request."""
    known, rule = catalogue.service(service), catalogue.purpose(purpose.code)
    whole = Purpose(
        purpose.code,
        purpose.legal_basis,
        case_reference or purpose.case_reference,
        purpose.procedure_code,
    )
    rules.allowed_fields(rule, service, whole, None)
    today = timezone.localdate(now)
    due = terms.due(today, rules.ANSWER_TERM, calendar=national_calendar(), source=rule.basis)
    (reference,) = drawn([partial(new_reference, today)], taken=_taken)
    request = InteragencyRequest.objects.create(
        reference=reference,
        service=known.code,
        question=question,
        to_body_id=to_body,
        from_body_id=from_body,
        subject_id=subject,
        purpose=whole.code,
        legal_basis=whole.legal_basis or rule.basis,
        case_reference=whole.case_reference,
        procedure_code=whole.procedure_code,
        sent_at=now,
        sent_by=by.pk if by else None,
        due_on=due_on or due.on or today,  # without a suspension a count always ends
        due=due.to_json(),
    )
    publish(
        RequestSent(
            request_id=request.pk,
            reference=request.reference,
            case_reference=request.case_reference,
            service=service,
            to_body_id=to_body,
            due_on=request.due_on,
        )
    )
    record(
        "request.send", "interagency_request", request.reference,
        by=by.pk if by else None, body=from_body, case=request.case_reference, service=service,
    )  # fmt: skip
    return request


def _taken(references: Collection[str]) -> Iterable[str]:
    found = InteragencyRequest.objects.filter(reference__in=references)
    return found.values_list("reference", flat=True)


@transaction.atomic
def answer_request(
    request_id: UUID, *, facts: dict[str, Any], by: User, now: datetime, note: str = ""
) -> InteragencyRequest:
    """Answer once, for the body that was asked. Empty facts say that the body holds nothing."""
    request = InteragencyRequest.objects.select_for_update().get(pk=request_id)
    if not by.may(ANSWER, request.to_body_id, on=timezone.localdate(now)):
        raise NotPermitted("request.not_yours", _("You may not answer for this body."))
    rules.require_waiting(request.status)
    allowed = catalogue.purpose(request.purpose).services[request.service]
    request.facts = rules.trim(facts, allowed)
    request.note = note
    request.status, request.answered_at, request.answered_by = Status.ANSWERED, now, by.pk
    request.save(update_fields=["facts", "note", "status", "answered_at", "answered_by"])
    write_down(
        request.subject_id,
        (),
        service=request.service,
        fields=rules.given_fields(request.facts, allowed),
        purpose=Purpose(request.purpose, "", request.case_reference, request.procedure_code),
        legal_basis=request.legal_basis,
        by=request.sent_by,
        body=request.from_body_id,
        now=now,
    )
    publish(
        RequestAnswered(
            request_id=request.pk,
            reference=request.reference,
            case_reference=request.case_reference,
            service=request.service,
            from_body_id=request.from_body_id,
            nothing_held=not request.facts,
        )
    )
    record(
        "request.answer", "interagency_request", request.reference,
        by=by.pk, body=request.to_body_id, case=request.case_reference,
    )  # fmt: skip
    return request


def erase_requests(case_reference: str) -> None:
    """Called inside the act that erases the case. The journal of looks has a term of its own, and stays."""
    InteragencyRequest.objects.filter(case_reference=case_reference).delete()
