"""The acceptance check, taking up, withdrawing."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from ratusha.accounts.public import User
from ratusha.applications.models import Application, DraftDecision, Supplement
from ratusha.applications.rules import Step
from ratusha.cases.public import Case, hand_to, may_take_up, require_no_kinship, take_step

from .ask_others import back_to_work, send_requests
from .charging import charge_fee


@transaction.atomic
def accept(case_id: UUID, *, by: User, now: datetime) -> Case:
    """Accept; who may decide takes the case up at once, and what must be asked of others is asked."""
    today = timezone.localdate(now)
    case = take_step(case_id, Step.ACCEPT, by=by, now=now)
    if may_take_up(by, case, today):
        hand_to(case_id, by, by=by, now=now)  # asks for kinship
        case = take_step(case_id, Step.TAKE_UP, by=by, now=now)
    else:
        require_no_kinship(by, case, today, asked_by=by)
    case = send_requests(case, by=by, now=now)
    promise = Application.objects.with_edition().get(pk=case_id).edition.promise
    return back_to_work(charge_fee(case, promise, "acceptance", by=by, now=now), now=now)


@transaction.atomic
def take_up(case_id: UUID, *, by: User, now: datetime) -> Case:
    """The step first: it is open while nobody holds the case."""
    take_step(case_id, Step.TAKE_UP, by=by, now=now)
    return hand_to(case_id, by, by=by, now=now)


@transaction.atomic
def withdraw(case_id: UUID, *, by: User, now: datetime, note: str = "") -> Case:
    """The applicant may withdraw any time before the end (Law 433-Z, art. 10); what was under way ends with it."""
    case = take_step(case_id, Step.WITHDRAW, by=by, now=now, note=note)
    for open_matter in (Supplement, DraftDecision):
        open_matter.objects.filter(case=case, ended_at=None).update(ended_at=now)
    return case
