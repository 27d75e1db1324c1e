"""The clock of a case: its term extended or begun anew, its days stopped and resumed. The ledger is only added to."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.cases.clock import Tick, due_of
from ratusha.cases.events import TermChanged
from ratusha.cases.models import Case, ClockEntry
from ratusha.kernel.calendar import national_calendar
from ratusha.kernel.errors import RuleBroken
from ratusha.kernel.events import publish
from ratusha.kernel.terms import Term

from .traces import lock, trace


@transaction.atomic
def extend_term(
    case_id: UUID, *, term: Term, reason: str, source: str, by: User | None, now: datetime
) -> Case:
    """Set a longer term, counted from the same start. The ledger keeps the one before."""
    case = lock(case_id)
    on = timezone.localdate(now)
    return _tick(
        case, Tick.EXTEND, on=on, term=str(term), reason=reason, source=source, by=by, now=now
    )


@transaction.atomic
def restart_clock(
    case_id: UUID, *, term: Term, reason: str, source: str, by: User | None, now: datetime
) -> Case:
    """A reopened case has its whole term again, counted from the day it was reopened."""
    case = lock(case_id)
    on = timezone.localdate(now)
    return _tick(
        case, Tick.RESTART, on=on, term=str(term), reason=reason, source=source, by=by, now=now
    )


@transaction.atomic
def stop_clock(case_id: UUID, *, reason: str, source: str, by: User | None, now: datetime) -> Case:
    case = lock(case_id)
    if _is_stopped(case):
        raise RuleBroken("case.clock_stands", _("The clock of this case already stands."))
    on = timezone.localdate(now)
    return _tick(case, Tick.STOP, on=on, reason=reason, source=source, by=by, now=now)


@transaction.atomic
def resume_clock(
    case_id: UUID, *, reason: str, source: str, by: User | None, now: datetime
) -> Case:
    case = lock(case_id)
    if not _is_stopped(case):
        raise RuleBroken("case.clock_runs", _("The clock of this case is running."))
    on = timezone.localdate(now)
    return _tick(case, Tick.RESUME, on=on, reason=reason, source=source, by=by, now=now)


def _is_stopped(case: Case) -> bool:
    """By the ledger: a term stopped after its end stays late, with `stopped_on` empty, and is resumed all the same."""
    last = case.clock.filter(tick__in=[Tick.STOP, Tick.RESUME, Tick.RESTART]).last()
    return last is not None and last.tick == Tick.STOP


def _tick(
    case: Case,
    tick: Tick,
    *,
    on: date,
    source: str,
    by: User | None,
    now: datetime,
    term: str = "",
    reason: str = "",
) -> Case:
    entry = ClockEntry(
        case=case, tick=tick, on=on, term=term, reason=reason, source=source, at=now, by=by
    )
    entry.save(force_insert=True)
    due = due_of(list(case.clock.all()), national_calendar())
    case.due_on = due.on
    case.stopped_on = (case.stopped_on or on) if due.on is None else None
    case.save(update_fields=["due_on", "stopped_on"])
    trace(case, f"clock_{tick}", by, due_on=due.on and due.on.isoformat(), reason=reason)
    publish(TermChanged(case_id=case.pk, kind=case.kind, tick=tick, at=now))
    return case
