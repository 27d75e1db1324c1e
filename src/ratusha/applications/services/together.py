"""Granting several certificates with one press: as many acts, each whole or not at all."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from ratusha.accounts.public import User
from ratusha.applications.rules import require_no_draft
from ratusha.applications.together import require_simple, require_together
from ratusha.cases.public import Case
from ratusha.kernel.errors import DomainError

from .conclude import promise_of
from .decide import grant


@dataclass(frozen=True)
class Tried:
    """What came of one case: its new status, or why nothing was done."""

    case: Case
    error: str = ""


def grant_together(case_ids: list[UUID], *, by: User, now: datetime) -> list[Tried]:
    """No transaction around them: a case that cannot be granted leaves the others granted."""
    cases = Case.objects.filter(pk__in=case_ids).order_by("due_on", "lodged_at")
    require_together([case.subject_code for case in cases])
    return [_tried(case, by, now) for case in cases]


def _tried(case: Case, by: User, now: datetime) -> Tried:
    try:
        require_no_draft(case.status)
        require_simple(promise_of(case.pk))
        return Tried(grant(case.pk, by=by, now=now))
    except DomainError as error:
        return Tried(case, error.message)
