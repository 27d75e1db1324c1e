"""From the check of a complaint to the table of who considers it; and its withdrawal."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.cases.public import Case, hand_to, may_take_up, take_step
from ratusha.complaints.contested import complained_about, is_there
from ratusha.complaints.models import Complaint
from ratusha.complaints.permissions import has_no_conflict
from ratusha.complaints.rules import Step, require_ready, require_words
from ratusha.kernel.errors import RuleBroken


def is_late(complaint: Complaint) -> bool:
    """Lodged after the last day; unknown, and so not said, while the decision is not found."""
    until = complaint.may_complain_until
    return until is not None and complaint.case.lodged_on > until


@transaction.atomic
def restore_term(case_id: UUID, *, reasons: str, by: User, now: datetime) -> Case:
    """The reason why the complaint is late is valid (Law 433-Z, art. 31)."""
    missing = _("Write why the reason is valid.")
    reasons = require_words(reasons, field="reasons", missing=missing)
    case = take_step(case_id, Step.RESTORE, by=by, now=now, note=reasons)
    complaint = Complaint.objects.get(pk=case_id)
    complaint.restored_because = reasons
    complaint.save(update_fields=["restored_because"])
    return case


@transaction.atomic
def accept(case_id: UUID, *, by: User, now: datetime) -> Case:
    """Accept for consideration; who may consider takes the complaint up at once."""
    case = take_step(case_id, Step.ACCEPT, by=by, now=now)
    complaint = Complaint.objects.select_related("case").get(pk=case_id)
    about = complained_about(case)
    require_ready(
        found=about is not None and is_there(about, complaint.subject, case.lodged_on),
        late=is_late(complaint),
        restored=bool(complaint.restored_because),
    )
    if may_take_up(by, case, timezone.localdate(now)):
        return hand_to(case_id, by, by=by, now=now)
    return case


@transaction.atomic
def take_up(case_id: UUID, *, by: User, now: datetime) -> Case:
    take_step(case_id, Step.TAKE_UP, by=by, now=now)
    return hand_to(case_id, by, by=by, now=now)


@transaction.atomic
def give(case_id: UUID, handler: User, *, by: User, now: datetime) -> Case:
    """The head of the work gives the complaint to an official who has had no hand in what it is about."""
    case = hand_to(case_id, handler, by=by, now=now)
    if not has_no_conflict(handler, case, timezone.localdate(now)):
        message = _("This official had a hand in what is complained about: choose another.")
        raise RuleBroken("complaint.conflict", message, field="handler")
    return case


@transaction.atomic
def withdraw(case_id: UUID, *, by: User, now: datetime, note: str = "") -> Case:
    """Any time before the end (Law 433-Z, art. 10)."""
    return take_step(case_id, Step.WITHDRAW, by=by, now=now, note=note)
