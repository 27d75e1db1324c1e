"""Legal holds: a case is kept whatever its term, until who may lifts the hold."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.audit.public import record
from ratusha.cases.public import lock
from ratusha.records.disposal import permissions, rules
from ratusha.records.models import Hold


@transaction.atomic
def hold(case_id: UUID, *, reason: str, legal_source: str, by: User, now: datetime) -> Hold:
    case = lock(case_id)
    permissions.require(by, case.body_id, timezone.localdate(now))
    rules.require_not_held(held=Hold.objects.filter(case=case, lifted_at=None).exists())
    made = Hold.objects.create(
        case=case,
        reason=rules.require_reason(reason, missing=_("Say why the case must be kept.")),
        legal_source=rules.require_reason(
            legal_source, missing=_("Name the norm that asks to keep it."), field="legal_source"
        ),
        set_at=now,
        set_by=by,
    )
    record("records.hold", "case", case.reference, by=by.pk, body=case.body_id)
    return made


@transaction.atomic
def lift(hold_id: int, *, reason: str, by: User, now: datetime) -> Hold:
    """Lifted twice, the first time counts."""
    found = Hold.objects.select_related("case").select_for_update(of=("self",)).get(pk=hold_id)
    permissions.require(by, found.case.body_id, timezone.localdate(now))
    if found.lifted_at is None:
        missing = _("Say why the hold is no longer needed.")
        found.lifted_because = rules.require_reason(reason, missing=missing)
        found.lifted_at, found.lifted_by = now, by
        found.save(update_fields=["lifted_at", "lifted_by", "lifted_because"])
        record("records.lift_hold", "case", found.case.reference, by=by.pk, body=found.case.body_id)
    return found
