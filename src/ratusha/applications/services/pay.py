"""What the payments tell a case: that a charge is owed, and that it is paid. The term keeps running."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from ratusha.applications.models import Application
from ratusha.applications.rules import MOVES, Step
from ratusha.cases.public import Case, lock, take_step

from .ask_others import back_to_work


@transaction.atomic
def await_payment(case_id: UUID, *, now: datetime, until: date | None = None) -> Case:
    """A charge is owed: nothing is granted until it is paid. May be called twice, and again after a storno.

    Where other things hold the case at the moment, it turns to the applicant when they are over.
    """
    case = lock(case_id)
    if case.closed_on:
        return case
    application = Application.objects.get(pk=case_id)
    application.owed_since = application.owed_since or now
    application.pay_until = until
    application.save(update_fields=["owed_since", "pay_until"])
    if case.status not in MOVES[Step.AWAIT_PAYMENT].sources:
        return case
    return take_step(case_id, Step.AWAIT_PAYMENT, by=None, now=now)


@transaction.atomic
def payment_received(case_id: UUID, *, now: datetime) -> Case:
    """The charge is paid, or no longer owed. May be called twice."""
    case = lock(case_id)
    Application.objects.filter(pk=case_id).update(owed_since=None, pay_until=None)
    if case.status not in MOVES[Step.RECEIVE_PAYMENT].sources:
        return case
    return back_to_work(take_step(case_id, Step.RECEIVE_PAYMENT, by=None, now=now), now=now)
