"""Handing in, accepting, giving back, waiving; and the day that passes."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from ratusha.accounts.public import User
from ratusha.audit.public import record
from ratusha.kernel.calendar import national_calendar
from ratusha.kernel.events import publish
from ratusha.obligations import permissions, rules
from ratusha.obligations.events import ObligationMoved
from ratusha.obligations.law import law
from ratusha.obligations.models import Obligation, Step
from ratusha.obligations.rules import Act, Standing


def lock(obligation_id: UUID) -> Obligation:
    found = Obligation.objects.select_for_update(of=("self",)).select_related("subject", "to")
    return found.get(pk=obligation_id)


@transaction.atomic
def submit(
    obligation_id: UUID, *, evidence: str, by: User, now: datetime, room: str = ""
) -> Obligation:
    """Hand it in. `room` is the module that carries the duty out and has checked the person by its own rules."""
    obligation, today = lock(obligation_id), timezone.localdate(now)
    if not _is_of_room(obligation, room):
        permissions.require(allowed=permissions.may_fulfil(by, obligation, today))
    rules.require_open(obligation.opens_on, today)
    words = rules.require_evidence(evidence)
    _note_if_missed(obligation, today, now)
    obligation.standing = rules.require_move(Standing(obligation.standing), Act.SUBMIT)
    obligation.mend_by, obligation.handed_in_on, obligation.handed_in_by = None, today, by
    return _done(obligation, Act.SUBMIT, by=by, now=now, words=words)


@transaction.atomic
def accept(
    obligation_id: UUID, *, by: User, now: datetime, note: str = "", room: str = ""
) -> Obligation:
    obligation = _to_judge(obligation_id, by, now, room)
    obligation.standing = rules.require_move(Standing(obligation.standing), Act.ACCEPT)
    return _done(obligation, Act.ACCEPT, by=by, now=now, words=note.strip())


@transaction.atomic
def give_back(
    obligation_id: UUID, *, reason: str, by: User, now: datetime, room: str = ""
) -> Obligation:
    """To be mended within so many working days; until then the body is not late, or no later than it was."""
    obligation = _to_judge(obligation_id, by, now, room)
    words = rules.require_reason(reason)
    obligation.standing = rules.require_move(Standing(obligation.standing), Act.RETURN)
    days = law().judging.mend_working_days
    mended = rules.mended_by(timezone.localdate(now), days, national_calendar())
    obligation.mend_by = max(mended, obligation.due_on)  # never less time than the act gives
    return _done(obligation, Act.RETURN, by=by, now=now, words=words, mend_by=obligation.mend_by)


@transaction.atomic
def waive(obligation_id: UUID, *, act: str, by: User, now: datetime, room: str = "") -> Obligation:
    """Only by an act, which stands in the history; what was late until then stays late.

    Who waits for it may always waive it; else the module that owns it, after its own rules.
    """
    obligation, today = lock(obligation_id), timezone.localdate(now)
    if room:
        permissions.require(allowed=obligation.room == room)
    else:
        permissions.require(allowed=permissions.may_judge(by, obligation, today))
    words = rules.require_act(act)
    _note_if_missed(obligation, today, now)
    obligation.standing = rules.require_move(Standing(obligation.standing), Act.WAIVE)
    obligation.mend_by = None
    return _done(obligation, Act.WAIVE, by=by, now=now, words=words)


@transaction.atomic
def note_missed(now: datetime) -> int:
    """Timed: those whose last day has passed are late from the day after it, for ever."""
    today = timezone.localdate(now)
    passed = Obligation.objects.passed(today).filter(late_since=None)
    found = list(passed.select_for_update(of=("self",)).order_by("pk"))
    for obligation in found:
        _note_if_missed(obligation, today, now)
        obligation.save(update_fields=["late_since"])
    return len(found)


def _note_if_missed(obligation: Obligation, today: date, now: datetime) -> None:
    standing, deadline = Standing(obligation.standing), obligation.deadline
    if obligation.late_since or not rules.is_missed(standing, deadline=deadline, today=today):
        return
    obligation.late_since = rules.first_day_late(deadline)
    _trace(obligation, Act.MISS, by=None, now=now)


def _to_judge(obligation_id: UUID, by: User, now: datetime, room: str) -> Obligation:
    obligation = lock(obligation_id)
    if not _is_of_room(obligation, room):
        allowed = permissions.may_judge(by, obligation, timezone.localdate(now))
        permissions.require(allowed=allowed)
    rules.require_another(handed_in_by=obligation.handed_in_by_id, judging=by.pk)
    return obligation


def _is_of_room(obligation: Obligation, room: str) -> bool:
    """Whether the module that owns the duty acts; nobody else may act in its stead."""
    permissions.require(allowed=obligation.room == room)
    return bool(room)


def _done(
    obligation: Obligation,
    act: Act,
    *,
    by: User,
    now: datetime,
    words: str,
    mend_by: date | None = None,
) -> Obligation:
    obligation.save()
    _trace(obligation, act, by=by, now=now, words=words, mend_by=mend_by)
    return obligation


def _trace(
    obligation: Obligation,
    act: Act,
    *,
    by: User | None,
    now: datetime,
    words: str = "",
    mend_by: date | None = None,
) -> None:
    on = timezone.localdate(now)
    Step.objects.create(
        obligation=obligation, act=act, at=now, on=on, by=by, words=words, mend_by=mend_by
    )
    record(
        f"obligations.{act.value}", "obligation", obligation.pk, by=by.pk if by else None,
        body=obligation.subject_id, rule=obligation.rule, period=obligation.period,
    )  # fmt: skip
    publish(
        ObligationMoved(
            obligation_id=obligation.pk,
            rule=obligation.rule,
            subject_id=obligation.subject_id,
            period=obligation.period,
            act=act.value,
            late_since=obligation.late_since,
            at=now,
        )
    )
