"""The three decisions of Law 433-Z, each with its document, and their delivery."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from ratusha.accounts.public import User
from ratusha.applications.models import Decision
from ratusha.applications.rules import (
    DECIDED,
    DecisionForm,
    Step,
    require_form,
    require_no_draft,
    require_stated,
)
from ratusha.cases.public import Case, Outcome, lock, take_step

from .conclude import check_paid, chosen, decide, granted, promise_of, refused
from .confirm import is_to_be_confirmed, propose


@transaction.atomic
def grant(case_id: UUID, *, by: User, now: datetime, note: str = "") -> Case:
    """Decide for the applicant: the registers change, the document is issued, the clock ends.

    Where a second official has to confirm, this is a draft for them.
    """
    case = lock(case_id)
    require_no_draft(case.status)
    result = promise_of(case_id).result
    require_stated(note, wanted=bool(result and result.stated))
    if is_to_be_confirmed(case, now):
        check_paid(case_id)
        return propose(case, Outcome.GRANTED, reasons=note, by=by, now=now)
    return granted(case_id, by=by, now=now, note=note)


@transaction.atomic
def refuse(case_id: UUID, *, ground: str, reasons: str, by: User, now: datetime) -> Case:
    """On one ground of the closed list, explained. Where a second official has to confirm, a draft for them."""
    case = lock(case_id)
    require_no_draft(case.status)
    if is_to_be_confirmed(case, now):
        chosen(promise_of(case_id).refuse, ground, reasons)
        return propose(case, Outcome.REFUSED, ground=ground, reasons=reasons, by=by, now=now)
    return refused(case_id, ground=ground, reasons=reasons, by=by, now=now)


@transaction.atomic
def refuse_to_accept(
    case_id: UUID,
    *,
    ground: str,
    reasons: str,
    by: User,
    now: datetime,
    form: DecisionForm = DecisionForm.WRITTEN,
) -> Case:
    """Written, or said across the counter to whoever came in person; recorded either way."""
    found = chosen(promise_of(case_id).refuse_to_accept, ground, reasons)
    case = take_step(case_id, Step.REFUSE_TO_ACCEPT, by=by, now=now)
    require_form(form, case.channel)
    decide(case, Outcome.NOT_ACCEPTED, by=by, now=now, ground=found, reasons=reasons, form=form)
    return case


@transaction.atomic
def deliver(case_id: UUID, *, by: User | None, now: datetime) -> Case:
    """The applicant has opened the decision, or was handed it. Doing it twice changes nothing."""
    case = lock(case_id)
    if case.status not in DECIDED:
        return case
    case = take_step(case_id, Step.DELIVER, by=by, now=now)
    Decision.objects.filter(case=case, cancelled_at=None).update(delivered_at=now)
    return case
