"""What a complaint that is upheld does to the case: the decision is cancelled, and the case considered anew or not."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from ratusha.accounts.public import User
from ratusha.applications.models import Application, Decision
from ratusha.applications.rules import REOPENED, Status, Step, require_reason
from ratusha.cases.public import Case, lock, restart_clock, take_step
from ratusha.documents.public import revoke
from ratusha.kernel.terms import Term

from .ask_others import back_to_work, send_requests


@transaction.atomic
def reopen(
    case_id: UUID,
    *,
    reason: str,
    by: User | None,
    now: datetime,
    term: Term | None = None,
    source: str = "",
) -> Case:
    """Cancel the decision and consider the application anew, with its whole term, by an official yet to be found.

    `term` with its `source`: another term than that of the procedure, where only what is decided already is written.
    Whether `by` may cancel decisions of this body is asked by who calls: it is the higher body that does.
    """
    never_accepted = lock(case_id).status == Status.NOT_ACCEPTED
    case = _cancel(case_id, Step.REOPEN, reason=reason, by=by, now=now)
    application = Application.objects.with_edition().get(pk=case_id)
    own = application.edition.promise.term
    assert own is not None, "the pack check lets no e3 procedure be without a term"  # noqa: S101
    case = restart_clock(
        case_id,
        term=term or Term.parse(own.base),
        reason=REOPENED,
        source=source or own.source.cited(case.language),
        by=by,
        now=now,
    )
    if never_accepted:
        case = send_requests(case, by=None, now=now)
    return back_to_work(case, now=now)


@transaction.atomic
def annul(case_id: UUID, *, reason: str, by: User | None, now: datetime) -> Case:
    """Cancel the decision and leave it at that: nothing is decided in its place."""
    return _cancel(case_id, Step.ANNUL, reason=reason, by=by, now=now)


def _cancel(case_id: UUID, step: Step, *, reason: str, by: User | None, now: datetime) -> Case:
    reason = require_reason(reason)
    case = take_step(case_id, step, by=None, caused_by=by, now=now, note=reason)
    decision = Decision.objects.get(case=case, cancelled_at=None)
    decision.cancelled_at, decision.cancelled_because = now, reason
    decision.save(update_fields=["cancelled_at", "cancelled_because"])
    if decision.document_id:
        actor = by.pk if by else None
        revoke(decision.document_id, reason={case.language: reason}, by=actor, now=now)
    return case
