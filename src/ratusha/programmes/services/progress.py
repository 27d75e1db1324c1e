"""Progress of a stage: said by who carries it out, counted once somebody else has accepted the evidence."""

from datetime import datetime
from decimal import Decimal
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.audit.public import record
from ratusha.cases.public import lock
from ratusha.kernel.errors import NotPermitted, RuleBroken
from ratusha.programmes.models import Baseline, Progress
from ratusha.programmes.permissions import reports
from ratusha.steering.public import Earning

from .place import require_keeper


@transaction.atomic
def report_progress(
    case_id: UUID, *, stage: int, share: Decimal, evidence: str, by: User, now: datetime
) -> Progress:
    case = lock(case_id)
    today = timezone.localdate(now)
    if not reports(by, case.applicant_id, today):
        raise NotPermitted(
            "programme.not_yours", _("You may not report for the body of this measure.")
        )
    last = Baseline.objects.filter(case=case).order_by("number").last()
    promised = last.stages.filter(number=stage).first() if last else None
    if promised is None:
        raise RuleBroken("programme.no_stage", _("There is no such stage."), field="stage")
    if promised.rule == Earning.AT_THE_END:
        message = _("This stage is earned only when it is accepted as a whole.")
        raise RuleBroken("programme.earned_at_the_end", message, field="stage")
    if not 0 < share <= 1:
        raise RuleBroken("programme.share", _("Write a share from 1 to 100 %."), field="share")
    if not evidence.strip():
        message = _("Name the evidence: what was shown, and where it is kept.")
        raise RuleBroken("programme.evidence_missing", message, field="evidence")
    record("programmes.report_progress", "case", case.reference, by=by.pk, stage=stage)
    return Progress.objects.create(
        case=case, stage=stage, share=share, evidence=evidence.strip(), on=today, by=by, at=now
    )


@transaction.atomic
def accept_progress(progress_id: UUID, *, by: User, now: datetime) -> Progress:
    """By another person than the one who reported it, who keeps programmes: only then is it earned."""
    found = Progress.objects.select_for_update(of=("self",)).get(pk=progress_id)
    case = lock(found.case_id)
    require_keeper(by, case.body_id, now)
    if found.accepted_on:
        raise RuleBroken("programme.accepted", _("This evidence has been accepted already."))
    if found.by_id == by.pk:
        message = _("Nobody accepts evidence that they reported themselves.")
        raise NotPermitted("programme.own_evidence", message)
    found.accepted_on, found.accepted_by = timezone.localdate(now), by
    found.save(update_fields=["accepted_on", "accepted_by"])
    record("programmes.accept_progress", "case", case.reference, by=by.pk, stage=found.stage)
    return found
