"""Who works on a case instead of whom: standing aside for a conflict of interest, and deputies."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.audit.public import record
from ratusha.cases import permissions
from ratusha.cases.models import Case, Recusal, StepTaken, Substitution
from ratusha.cases.rules import require_days, require_reason_to_stand_aside
from ratusha.kernel.errors import NotPermitted, RuleBroken

from .traces import lock


@transaction.atomic
def stand_aside(case_id: UUID, *, reason: str, by: User, now: datetime) -> Case:
    """Declare a conflict of interest: another takes the case up, and it never comes back to this official."""
    case = lock(case_id)
    today = timezone.localdate(now)
    if not permissions.may_see_at_desk(by, case, today):
        raise NotPermitted("case.not_yours", _("You have nothing to do with this case."))
    if case.closed_on:
        raise RuleBroken("case.closed", _("The case is finished."))
    Recusal.objects.create(
        case=case, official=by, reason=require_reason_to_stand_aside(reason), at=now
    )
    if case.handler_id == by.pk:
        case.handler = None
        case.save(update_fields=["handler"])
    StepTaken(case=case, step="stand_aside", status=case.status, at=now, by=by).save(
        force_insert=True
    )
    record("case.stand_aside", "case", case.reference, by=by.pk, body=case.body_id)
    return case


@transaction.atomic
def name_deputy(
    body_id: UUID,
    *,
    principal: User,
    deputy: User,
    since: date,
    until: date,
    by: User,
    now: datetime,
) -> Substitution:
    """From the first day to the last, both included. An official names their own deputy, the head anybody's."""
    today = timezone.localdate(now)
    _require_may_name(by, principal, body_id, today)
    require_days(since, until, today=today)
    for official in (principal, deputy):
        if not official.may("cases.decide", body_id, on=since):
            message = _("This official decides no cases of this body on that day.")
            raise RuleBroken("case.deputy_unfit", message, field="deputy")
    if principal == deputy:
        raise RuleBroken("case.own_deputy", _("Choose another official."), field="deputy")
    named = Substitution.objects.create(
        body_id=body_id,
        principal=principal,
        deputy=deputy,
        since=since,
        until=until,
        named_by=by,
        named_at=now,
    )
    _trace("name_deputy", named, by)
    return named


@transaction.atomic
def end_substitution(substitution_id: UUID, *, by: User, now: datetime) -> None:
    """The principal is back. Ending twice changes nothing."""
    named = Substitution.objects.select_for_update(of=("self",)).get(pk=substitution_id)
    _require_may_name(by, named.principal, named.body_id, timezone.localdate(now))
    if named.ended_at is None:
        named.ended_at = now
        named.save(update_fields=["ended_at"])
        _trace("end_substitution", named, by)


def _require_may_name(by: User, principal: User, body_id: UUID, on: date) -> None:
    own = by == principal and by.may("cases.decide", body_id, on=on)
    if not own and not by.may("cases.assign", body_id, on=on):
        message = _("You may name a deputy for yourself; for others the head of the work does.")
        raise NotPermitted("case.deputy_not_yours", message)


def _trace(act: str, named: Substitution, by: User) -> None:
    record(
        f"case.{act}",
        "substitution",
        str(named.pk),
        by=by.pk,
        body=named.body_id,
        principal=str(named.principal_id),
        deputy=str(named.deputy_id),
        since=named.since.isoformat(),
        until=named.until.isoformat(),
    )
