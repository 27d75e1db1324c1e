"""The acts of disposal: prepared by the system, proposed by one official, confirmed by another, given back."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.audit.public import record
from ratusha.cases.public import Case
from ratusha.kernel.references import new_reference
from ratusha.records.disposal import permissions, rules
from ratusha.records.disposal.due import (
    MOST_IN_AN_ACT,
    bodies_with_due_cases,
    due_lines,
    hanging_on,
)
from ratusha.records.disposal.rules import Line, State
from ratusha.records.models import Disposal, DisposalItem


def prepare_all(now: datetime) -> int:
    """Timed: a list for every body that has cases whose term is over. It proposes and erases nothing."""
    bodies = bodies_with_due_cases(timezone.localdate(now))
    return sum(prepare(body, now=now) is not None for body in sorted(bodies))


@transaction.atomic
def prepare(body_id: UUID, *, now: datetime) -> Disposal | None:
    """The list that nobody has proposed yet, brought up to date; nothing where an act runs or no case is due."""
    running = _running_of(body_id)
    if running and running.state != State.PREPARED:
        return None
    lines = due_lines(body_id, timezone.localdate(now))
    if running is None:
        if not lines:
            return None
        running = Disposal.objects.create(
            reference=new_reference(timezone.localdate(now)), body_id=body_id, prepared_at=now
        )
        _trace("prepare", running, None, cases=len(lines))
    _enter(running, lines)
    return running


def _running_of(body_id: UUID) -> Disposal | None:
    running = Disposal.objects.filter(body_id=body_id, finished_at=None, dropped_at=None)
    return running.select_for_update().first()


def _enter(disposal: Disposal, lines: list[Line]) -> None:
    there = set(disposal.items.values_list("case_id", flat=True))
    new = [one for one in lines if one.case_id not in there][: MOST_IN_AN_ACT - len(there)]
    DisposalItem.objects.bulk_create(
        DisposalItem(disposal=disposal, **{name: getattr(one, name) for name in LINE})
        for one in new
    )


LINE = ("case_id", "reference", "kind", "closed_on", "kept_until", "basis")


@transaction.atomic
def propose(disposal_id: int, *, by: User, now: datetime) -> Disposal:
    """Sign the list. What has come to hang on something since it was prepared is left out of it."""
    disposal = _lock(disposal_id, by, now)
    rules.require_state(disposal.state, State.PREPARED)
    cases = _cases_of(disposal)
    rules.require_disinterested(own=_is_of(by, cases))
    hanging = hanging_on(cases, timezone.localdate(now))
    disposal.items.filter(case_id__in=hanging).delete()
    lines = [item.line for item in disposal.items.all()]
    rules.require_something(lines)
    disposal.proposed_at, disposal.proposed_by = now, by
    disposal.digest = rules.digest_of(lines)
    disposal.save(update_fields=["proposed_at", "proposed_by", "digest"])
    _trace("propose", disposal, by, cases=len(lines), digest=disposal.digest)
    return disposal


@transaction.atomic
def confirm(disposal_id: int, *, by: User, now: datetime) -> Disposal:
    """The second official: from here on the cases of this very list are erased, one by one."""
    disposal = _lock(disposal_id, by, now)
    rules.require_state(disposal.state, State.PROPOSED)
    rules.require_second(proposed_by=disposal.proposed_by_id, confirming=by.pk)
    rules.require_disinterested(own=_is_of(by, _cases_of(disposal)))
    rules.require_same(disposal.digest, [item.line for item in disposal.items.all()])
    disposal.confirmed_at, disposal.confirmed_by = now, by
    disposal.save(update_fields=["confirmed_at", "confirmed_by"])
    _trace("confirm", disposal, by, digest=disposal.digest)
    return disposal


@transaction.atomic
def give_back(disposal_id: int, *, reason: str, by: User, now: datetime) -> Disposal:
    """Not confirmed: nothing of it is erased. The act stays as it was proposed, with the reason."""
    disposal = _lock(disposal_id, by, now)
    rules.require_state(disposal.state, State.PROPOSED)
    missing = _("Say why the act is given back.")
    disposal.dropped_because = rules.require_reason(reason, missing=missing)
    disposal.dropped_at, disposal.dropped_by = now, by
    disposal.save(update_fields=["dropped_at", "dropped_by", "dropped_because"])
    _trace("give_back", disposal, by)
    return disposal


def _lock(disposal_id: int, by: User, now: datetime) -> Disposal:
    disposal = Disposal.objects.select_for_update(of=("self",)).get(pk=disposal_id)
    permissions.require(by, disposal.body_id, timezone.localdate(now))
    return disposal


def _cases_of(disposal: Disposal) -> list[Case]:
    return list(Case.objects.filter(pk__in=disposal.items.values("case_id")))


def _is_of(user: User, cases: list[Case]) -> bool:
    return user.party_id is not None and any(one.applicant_id == user.party_id for one in cases)


def _trace(act: str, disposal: Disposal, by: User | None, **details: object) -> None:
    who = by.pk if by else None
    record(
        f"records.disposal_{act}", "disposal", disposal.reference, by=who, body=disposal.body_id, **details
    )  # fmt: skip
