"""A term that has passed is told to the head of the work, once. It decides nothing."""

from datetime import datetime

from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone

from ratusha.audit.public import record
from ratusha.cases.events import CaseOverdue
from ratusha.cases.models import Case, StepTaken
from ratusha.kernel.events import publish
from ratusha.kernel.rows import changed, write_together

TOLD_AT_ONCE = 200


def tell_overdue(now: datetime) -> int:
    """Every open case whose term has passed, in batches; each once for each due date that passes."""
    told = 0
    while batch := _tell_some(now):
        told += batch
    return told


@transaction.atomic
def _tell_some(now: datetime) -> int:
    today = timezone.localdate(now)
    untold = Case.objects.overdue(today).filter(Q(told_late_on=None) | ~Q(told_late_on=F("due_on")))
    batch = list(
        untold.order_by("due_on").select_for_update(of=("self",), skip_locked=True)[:TOLD_AT_ONCE]
    )
    for case in batch:
        assert case.due_on is not None, "only a running clock is overdue"  # noqa: S101
        case.told_late_on = case.due_on
        write_together(
            changed(case, "told_late_on"),
            StepTaken(case=case, step="tell_overdue", status=case.status, at=now, by=None),
        )
        record("case.tell_overdue", "case", case.reference, by=None, due_on=case.due_on.isoformat())
        publish(CaseOverdue(case_id=case.pk, kind=case.kind, due_on=case.due_on, at=now))
    return len(batch)
