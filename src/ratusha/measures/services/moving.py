"""A step of a measure, and the term of where it leads: each status has its own, counted anew."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.audit.public import record
from ratusha.cases.public import Case, Tick, lock, restart_clock, stop_clock, take_step
from ratusha.kernel.errors import NotPermitted, RuleBroken
from ratusha.kernel.terms import Term
from ratusha.measures.law import law
from ratusha.measures.models import ActRecorded, Suspension
from ratusha.measures.permissions import is_initiator
from ratusha.measures.rules import require_act, require_words

ENDS = "terminate"  # what is suspended can still be ended


def require_not_suspended(case_id: UUID) -> None:
    if Suspension.objects.filter(case_id=case_id, ended_at=None).exists():
        message = _("It is suspended by an act: first another act lets it go on.")
        raise RuleBroken("measure.suspended", message)


def for_initiator(case_id: UUID, by: User, now: datetime) -> Case:
    """The locked case of a measure that goes on, for an act of the body that proposes it."""
    case = lock(case_id)
    if not is_initiator(by, case, timezone.localdate(now)):
        message = _("You may not act for the body of this measure.")
        raise NotPermitted("measure.not_your_body", message)
    require_not_suspended(case_id)
    return case


@transaction.atomic
def move(
    case_id: UUID,
    step: str,
    *,
    by: User | None,
    now: datetime,
    note: str = "",
    caused_by: User | None = None,
) -> Case:
    if step != ENDS:
        require_not_suspended(case_id)
    case = take_step(case_id, step, by=by, now=now, note=note, caused_by=caused_by)
    if case.closed_on:
        return case
    source = law().terms_source.cited(case.language)
    term = law().terms.get(case.status)
    if term:
        return restart_clock(
            case.pk, term=Term.parse(term), reason=case.status, source=source, by=by, now=now
        )
    last = case.clock.last()
    if last is None or last.tick != Tick.STOP:
        return stop_clock(case.pk, reason="by_law", source=source, by=by, now=now)
    return case


@transaction.atomic
def move_by_act(
    case_id: UUID,
    step: str,
    *,
    act: str,
    reasons: str,
    skips: bool,
    by: User,
    now: datetime,
    missing: str = "",
) -> Case:
    """A step that an act allows; the act stands in the history and is listed."""
    act = require_act(act)
    if missing:
        reasons = require_words(reasons, field="reasons", missing=missing)
    case = move(case_id, step, by=by, now=now, note=act)
    ActRecorded.objects.create(
        case=case, step=step, act=act, reasons=reasons, skips=skips, at=now, by=by
    )
    record("measure.act", "case", case.reference, by=by.pk, step=step, act=act)
    return case
