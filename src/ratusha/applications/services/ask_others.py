"""What the body asks of others itself: another body (the term may become longer), a foreign body (the clock stops)."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from ratusha.accounts.public import User
from ratusha.applications import filling
from ratusha.applications.models import Application
from ratusha.applications.rules import (
    FOREIGN_REQUEST,
    KIND,
    MOVES,
    OTHER_BODY_ASKED,
    Status,
    Step,
)
from ratusha.cases.public import Case, extend_term, resume_clock, stop_clock, take_step
from ratusha.exchange.public import RequestAnswered, request_other_body, requests_of_case
from ratusha.kernel.calendar import national_calendar
from ratusha.kernel.terms import Term, due
from ratusha.parties.public import address_of, body_serving
from ratusha.procedures.public import general_source

from .draft import INTERAGENCY, purpose_of


def send_requests(case: Case, *, by: User | None, now: datetime) -> Case:
    """Send the requests that the definition prescribes for this application, once; called inside an act."""
    application = Application.objects.with_edition().get(pk=case.pk)
    promise = application.edition.promise
    today = timezone.localdate(now)
    filled = filling.of_application(case, application, today)
    address = address_of(case.applicant_id)
    sent = False
    for request in promise.requests:
        if not filled.holds(request.when):
            continue
        to_body = body_serving(request.to_kind, address.code if address else "", today)
        if to_body is None or to_body.pk == case.body_id:
            continue
        answer_by = due(today, Term.parse(request.term), calendar=national_calendar(), source="")
        request_other_body(
            request.service,
            to_body=to_body.pk,
            from_body=case.body_id,
            subject=case.applicant_id,
            purpose=purpose_of(application.edition, INTERAGENCY, case.reference),
            case_reference=case.reference,
            question=request.question,
            due_on=answer_by.on,
            by=by,
            now=now,
        )
        sent = True
    if not sent:
        return case
    case = take_step(case.pk, Step.REQUEST, by=None, now=now)
    if promise.term and promise.term.if_requested:
        case = extend_term(
            case.pk,
            term=Term.parse(promise.term.if_requested),
            reason=OTHER_BODY_ASKED,
            source=promise.term.source.cited(case.language),
            by=None,
            now=now,
        )
    return case


def back_to_work(case: Case, *, now: datetime) -> Case:
    """What held the case is over: does something else hold it? Called inside an act."""
    owed = Application.objects.filter(pk=case.pk, owed_since__isnull=False)
    if case.status in MOVES[Step.AWAIT_PAYMENT].sources and owed.exists():
        return take_step(case.pk, Step.AWAIT_PAYMENT, by=None, now=now)
    return wait_on(case, now=now)


def wait_on(case: Case, *, now: datetime) -> Case:
    """Back to waiting where an answer of another body is still to come. Called inside an act."""
    unanswered = requests_of_case(case.reference).filter(answered_at=None)
    if case.status == Status.IN_WORK and unanswered.exists():
        return take_step(case.pk, Step.WAIT, by=None, now=now)
    return case


@transaction.atomic
def receive_answers(case_id: UUID, *, now: datetime) -> Case | None:
    """Called when an answer has come: the case goes on when none is awaited. May be called twice."""
    case = Case.objects.select_for_update(of=("self",)).get(pk=case_id)
    waiting = requests_of_case(case.reference).filter(answered_at=None)
    if case.status != Status.WAITING or waiting.exists():
        return None
    return back_to_work(take_step(case.pk, Step.RECEIVE, by=None, now=now), now=now)


def hear_answer(event: RequestAnswered) -> None:
    """The exchange says that an answer to a case has come."""
    case = Case.objects.filter(reference=event.case_reference, kind=KIND).first()
    if case:
        receive_answers(case.pk, now=timezone.now())


@transaction.atomic
def suspend(case_id: UUID, *, by: User, now: datetime, note: str) -> Case:
    """A request to a competent body of a foreign state stops the clock until the answer is received."""
    case = take_step(case_id, Step.SUSPEND, by=by, now=now, note=note)
    source = _law_of_suspension(case)
    return stop_clock(case_id, reason=FOREIGN_REQUEST, source=source, by=by, now=now)


@transaction.atomic
def resume(case_id: UUID, *, by: User, now: datetime, note: str = "") -> Case:
    case = take_step(case_id, Step.RESUME, by=by, now=now, note=note)
    source = _law_of_suspension(case)
    case = resume_clock(case_id, reason=FOREIGN_REQUEST, source=source, by=by, now=now)
    return back_to_work(case, now=now)


def _law_of_suspension(case: Case) -> str:
    return general_source("suspension").cited(case.language)
