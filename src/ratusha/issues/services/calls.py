"""At the telephone: an operator writes down what a caller says. The caller gets the number and the code, aloud."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.audit.public import record
from ratusha.cases.public import Case
from ratusha.issues.models import Telephone
from ratusha.issues.permissions import TAKE_CALLS
from ratusha.issues.survey.rules import require_agreed
from ratusha.kernel.errors import NotPermitted

from .flow import count_one
from .follow import reporter_by_code
from .report import Lodged, Trouble, join, report

CALL = "call"  # the channel of a report that somebody has telephoned


@dataclass(frozen=True, kw_only=True)
class Caller:
    """What the caller leaves of themselves: nothing, or a telephone with the word that we may call."""

    telephone: str = ""
    agreed: bool = False
    language: str


@transaction.atomic
def report_for_caller(
    trouble: Trouble, caller: Caller, *, body_id: UUID, by: User, now: datetime
) -> Lodged:
    """The report is the caller's, who is known by the code alone; the journal names who wrote it down."""
    _check(caller, body_id, by, now)
    lodged = report(trouble, by=None, now=now)
    _keep(lodged, caller, now)
    record("issue.enter_call", "case", lodged.case.reference, by=by.pk, body=body_id)
    return lodged


@transaction.atomic
def join_for_caller(
    case_id: UUID, caller: Caller, *, body_id: UUID, by: User, now: datetime
) -> Lodged:
    """The caller means a trouble that others have reported."""
    _check(caller, body_id, by, now)
    code = join(case_id, by=None, language=caller.language, now=now)
    lodged = Lodged(Case.objects.get(pk=case_id), code)
    _keep(lodged, caller, now)
    record("issue.join_caller", "case", lodged.case.reference, by=by.pk, body=body_id)
    return lodged


def count_call(operator: User, now: datetime) -> None:
    """An account of an operator that somebody misuses is no way round the limits."""
    count_one("call", source=f"operator:{operator.pk}", now=now)


def _check(caller: Caller, body_id: UUID, by: User, now: datetime) -> None:
    if not by.may(TAKE_CALLS, body_id, on=timezone.localdate(now)):
        message = _("Only an operator of the service writes down what callers say.")
        raise NotPermitted("issue.not_operator", message)
    require_agreed(caller.telephone, agreed=caller.agreed)


def _keep(lodged: Lodged, caller: Caller, now: datetime) -> None:
    reporter = reporter_by_code(lodged.code)
    assert reporter is not None  # noqa: S101 - the code is of this moment
    if caller.telephone:
        Telephone.objects.create(
            reporter=reporter, sealed=Telephone.sealed_number(caller.telephone), agreed_at=now
        )
