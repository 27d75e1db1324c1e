"""The acts on one case: opened, linked, moved, given to an official or a body."""

from collections.abc import Callable, Iterable
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.cases import permissions, rules
from ratusha.cases.clock import Tick, due_of
from ratusha.cases.events import CaseMoved, CaseOpened
from ratusha.cases.kinship import require_no_kinship
from ratusha.cases.models import Case, ClockEntry, StepTaken
from ratusha.kernel.calendar import national_calendar
from ratusha.kernel.errors import NotPermitted, RuleBroken
from ratusha.kernel.events import published
from ratusha.kernel.rows import Part, changed, write_together
from ratusha.kernel.terms import Term
from ratusha.kernel.texts import Text
from ratusha.parties.public import Act

from .numbering import references_for
from .traces import acted_for, entry, lock, trace


def open_case(
    *,
    kind: str,
    status: str,
    applicant_id: UUID,
    by: User | None,
    body_id: UUID,
    subject_code: str,
    title: Text,
    language: str,
    term: Term,
    term_source: str,
    now: datetime,
    channel: str = "portal",
    with_it: Callable[[Case], Iterable[Part]] = lambda _case: (),
) -> Case:
    """Give the number, start the clock, write the event: an application is registered the day it is lodged.

    `by=None` is somebody who is not signed in, or the system: the kind of case says who that may be.
    `with_it`: what this kind of case writes beside it, in the same statement. A part of the act of lodging, whatever is
    lodged: it refuses to work outside that act's transaction.
    """
    today = timezone.localdate(now)
    (reference,) = references_for([today])
    start = ClockEntry(tick=Tick.START, on=today, term=str(term), source=term_source, at=now, by=by)
    case = Case(
        reference=reference,
        kind=kind,
        status=status,
        applicant_id=applicant_id,
        lodged_by=by,
        body_id=body_id,
        subject_code=subject_code,
        title=title,
        language=language,
        channel=channel,
        lodged_at=now,
        lodged_on=today,
        due_on=due_of([start], national_calendar()).on,
    )
    start.case = case
    mandate = permissions.mandate_for(by, case, today, Act.LODGE)
    write_together(
        case,
        start,
        StepTaken(case=case, step="lodge", status=status, at=now, by=by, mandate=mandate),
        entry(case, "lodge", by),
        *published(CaseOpened(case_id=case.pk, kind=kind, at=now)),
        *with_it(case),
    )
    acted_for(case, "lodge", mandate, now)
    return case


@transaction.atomic
def take_step(
    case_id: UUID,
    step: str,
    *,
    by: User | None,
    now: datetime,
    note: str = "",
    caused_by: User | None = None,
    with_it: Callable[[Case], Iterable[Part]] = lambda _case: (),
) -> Case:
    """Lock, check the rule and the person, change, leave a trace, announce. `by=None` is the system.

    `caused_by` is who made the system take this step, in another case or another module; the history names them.
    `with_it`: what this kind of case writes beside it, in the same statement, after everything was checked.
    """
    case = lock(case_id)
    today = timezone.localdate(now)
    statute = rules.statute_of(case.kind)
    move = statute.next_status(case.status, step)
    permissions.check(by, step, case, today)
    principal = case.handler_id if permissions.stands_in(by, case, today) else None
    case.status = move.target
    if move.outcome:
        case.outcome, case.closed_on = move.outcome, today
    elif move.reopens:
        case.outcome, case.closed_on, case.handler = "", None, None
    named = by or caused_by
    mandate = permissions.mandate_for(by, case, today, permissions.act_of_step(step))
    at_desk = by is not None and not permissions.is_applicant(by, case, today)
    moved = CaseMoved(
        case_id=case.pk,
        kind=case.kind,
        step=step,
        status=move.target,
        outcome=move.outcome,
        at=now,
    )
    taken = StepTaken(
        case=case, step=step, status=move.target, at=now, by=named, note=note, mandate=mandate,
        acting_for_id=principal,
    )  # fmt: skip
    said = {"acting_for": str(principal)} if principal else {}
    write_together(
        changed(case, "status", "outcome", "closed_on", "handler"),
        taken,
        entry(case, step, named, body=case.body_id if at_desk else None, **said),
        *published(moved),
        *with_it(case),
    )
    acted_for(case, step, mandate, now)
    return case


@transaction.atomic
def hand_to(case_id: UUID, handler: User | None, *, by: User, now: datetime) -> Case:
    """Give the case to an official of the body (`by` heads the work, or takes it up), or put it back."""
    case = lock(case_id)
    today = timezone.localdate(now)
    taking_up = handler == by and permissions.may_take_up(by, case, today)
    if not (taking_up or permissions.may_assign(by, case, today) or case.handler_id == by.pk):
        raise NotPermitted("case.assign_not_yours", _("You may not assign this case."))
    if case.closed_on:
        raise RuleBroken("case.closed", _("The case is finished."))
    if handler and not permissions.may_at_body(handler, case, today, "cases.decide"):
        message = _("This official may not decide this case.")
        raise RuleBroken("case.handler_unfit", message, field="handler")
    if handler:
        require_no_kinship(handler, case, today, asked_by=by)
    case.handler = handler
    given = str(handler.pk) if handler else None
    write_together(
        changed(case, "handler"),
        StepTaken(case=case, step="hand_to", status=case.status, at=now, by=by),
        entry(case, "hand_to", by, body=case.body_id, handler=given),
    )
    return case


@transaction.atomic
def pass_to_body(case_id: UUID, body_id: UUID, *, by: User, now: datetime) -> Case:
    """Another body is competent: the case goes there under its number, and is nobody's there yet.

    A part of the act of a kind, which has taken its step and so checked the person; the ledger is the kind's too.
    """
    case = lock(case_id)
    came_from, case.body_id, case.handler = case.body_id, body_id, None
    case.save(update_fields=["body_id", "handler"])
    trace(case, "pass_to_body", by, body=came_from, to=str(body_id), at=now.isoformat())
    return case


@transaction.atomic
def note_in_history(case: Case, step: str, *, at: datetime, note: str) -> None:
    """What happened elsewhere and belongs to the story of the case. Told twice, it stands there once."""
    if not StepTaken.objects.filter(case=case, step=step, at=at).exists():
        StepTaken(case=case, step=step, status=case.status, at=at, note=note).save(
            force_insert=True
        )
