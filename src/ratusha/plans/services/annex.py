"""An accepted plan changes only by an annex: one prepares it with reasons, another signs it."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.audit.public import record
from ratusha.kernel.errors import Conflict, RuleBroken
from ratusha.plans import permissions, rules
from ratusha.plans.models import Annex, Paper, Row
from ratusha.plans.queries import rows_in_force
from ratusha.plans.rules import Kind, Stage

from .write import lock, write_row


@transaction.atomic
def propose_annex(
    paper_id: UUID,
    *,
    reasons: str,
    row: int | None,
    subject: str,
    title: str,
    by: User,
    now: datetime,
    **given: Any,
) -> Annex:
    """One row that replaces row No. `row`, or a new one; it is in force when the head has signed."""
    paper = _accepted_plan(paper_id)
    permissions.require(allowed=permissions.may_prepare(by, paper, timezone.localdate(now)))
    if paper.annexes.filter(signed_at=None).exists():
        raise Conflict("plans.annex_waits", _("An annex waits for its signature already."))
    missing = _("Write why the plan changes.")
    annex = Annex.objects.create(
        plan=paper,
        number=paper.annexes.count() + 1,
        reasons=rules.require_text(reasons, field="reasons", missing=missing),
        prepared_at=now,
        prepared_by=by,
    )
    there = rows_in_force(paper)
    replaced = there.get(number=row) if row is not None else None
    number = replaced.number if replaced else max((one.number for one in there), default=0) + 1
    changed = Row(paper=paper, annex=annex, replaces=replaced, number=number)
    if replaced:
        changed.base, changed.unit, changed.direction = (
            replaced.base,
            replaced.unit,
            replaced.direction,
        )
    write_row(changed, subject=subject, title=title, **given)
    changed.save()
    record(
        "plans.propose_annex", "paper", paper.pk, by=by.pk, body=paper.body_id, annex=annex.number
    )
    return annex


@transaction.atomic
def sign_annex(paper_id: UUID, *, number: int, by: User, now: datetime) -> Annex:
    paper = _accepted_plan(paper_id)
    permissions.require(allowed=permissions.may_sign(by, paper, timezone.localdate(now)))
    annex = paper.annexes.get(number=number)
    if annex.signed_at:
        raise Conflict("plans.annex_signed", _("This annex is signed already."))
    rules.require_second(prepared_by=annex.prepared_by_id, signing=by.pk)
    annex.signed_at, annex.signed_by = now, by
    annex.save(update_fields=["signed_at", "signed_by"])
    record("plans.sign_annex", "paper", paper.pk, by=by.pk, body=paper.body_id, annex=number)
    return annex


def _accepted_plan(paper_id: UUID) -> Paper:
    paper = lock(paper_id)
    if paper.kind != Kind.PLAN or paper.stage != Stage.ACCEPTED:
        raise RuleBroken("plans.no_annex", _("Only an accepted plan has annexes."))
    return paper
