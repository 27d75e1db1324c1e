"""Two officials for one decision: one writes it, another confirms it or gives it back. Nothing is issued in between."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.applications.models import DraftDecision, SecondOfficial
from ratusha.applications.rules import STATUTE, Status, Step, require_note
from ratusha.audit.public import record
from ratusha.cases.public import Case, Outcome, lock, take_step, took_last
from ratusha.cases.public import stand_aside as stand_aside_from
from ratusha.kernel.errors import NotPermitted

from .ask_others import back_to_work
from .conclude import granted, promise_of, refused


def is_to_be_confirmed(case: Case, now: datetime) -> bool:
    """The procedure asks for it, or the body does: for all its decisions or for those of this procedure."""
    return promise_of(case.pk).second_official or is_second_official_asked_for(
        case.body_id, case.subject_code, timezone.localdate(now)
    )


def is_second_official_asked_for(body_id: UUID, subject_code: str, on: date) -> bool:
    rules = SecondOfficial.objects.filter(Q(until=None) | Q(until__gt=on), since__lte=on)
    return rules.filter(body_id=body_id, subject_code__in=["", subject_code]).exists()


def propose(
    case: Case, outcome: Outcome, *, reasons: str, by: User, now: datetime, ground: str = ""
) -> Case:
    """Called inside an act."""
    case = take_step(case.pk, Step.PROPOSE, by=by, now=now)
    DraftDecision.objects.create(
        case=case, outcome=outcome, ground_code=ground, reasons=reasons.strip(), by=by, at=now
    )
    return case


@transaction.atomic
def confirm(case_id: UUID, *, by: User, now: datetime) -> Case:
    """Issue the decision as it was written. Another official than its writer signs it."""
    case = lock(case_id)
    STATUTE.next_status(case.status, Step.GIVE_BACK)  # else there is no draft to confirm
    draft = DraftDecision.objects.select_related("by").get(case=case, ended_at=None)
    _end(draft, by=by, now=now)
    if draft.outcome == Outcome.GRANTED:
        return granted(case_id, by=by, now=now, note=draft.reasons, drafted_by=draft.by)
    return refused(
        case_id,
        ground=draft.ground_code,
        reasons=draft.reasons,
        by=by,
        now=now,
        drafted_by=draft.by,
    )


@transaction.atomic
def give_back(case_id: UUID, *, note: str, by: User, now: datetime) -> Case:
    """With what has to be changed; the writer may take it back and say why."""
    note = require_note(note)
    case = take_step(case_id, Step.GIVE_BACK, by=by, now=now, note=note)
    _end(DraftDecision.objects.get(case=case, ended_at=None), by=by, now=now, note=note)
    return back_to_work(case, now=now)


def _end(draft: DraftDecision, *, by: User, now: datetime, note: str = "") -> None:
    draft.ended_at, draft.ended_by, draft.note = now, by, note
    draft.save(update_fields=["ended_at", "ended_by", "note"])


@transaction.atomic
def stand_aside(case_id: UUID, *, reason: str, by: User, now: datetime) -> Case:
    """Declare a conflict of interest. A draft of this official is taken back first: nobody confirms it any more."""
    case = lock(case_id)
    if case.status == Status.TO_CONFIRM and took_last(case, Step.PROPOSE) == by:
        give_back(case_id, note=reason, by=by, now=now)
    return stand_aside_from(case_id, reason=reason, by=by, now=now)


@transaction.atomic
def ask_for_second_official(
    body_id: UUID, *, subject_code: str = "", asked: bool, by: User, now: datetime
) -> None:
    """Who heads the work decides whether the body's decisions are confirmed; asking twice changes nothing."""
    today = timezone.localdate(now)
    if not by.may("cases.assign", body_id, on=today):
        raise NotPermitted(
            "application.order_not_yours", _("Only the head of the work decides this.")
        )
    in_force = SecondOfficial.objects.filter(body_id=body_id, subject_code=subject_code, until=None)
    if asked and not in_force.exists():
        SecondOfficial.objects.create(
            body_id=body_id, subject_code=subject_code, since=today, set_by=by
        )
    elif not asked:
        in_force.update(until=today)
    record("application.second_official", "body", str(body_id), by=by.pk, body=body_id, asked=asked)
