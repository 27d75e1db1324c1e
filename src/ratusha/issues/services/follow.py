"""What those who reported an issue do afterwards: open it again, confirm, take it back. And the nightly closing."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.cases.public import Case, lock, restart_clock, take_step
from ratusha.issues.codes import fingerprint_of
from ratusha.issues.law import law
from ratusha.issues.models import Issue, Reporter
from ratusha.issues.permissions import ISSUE
from ratusha.issues.rules import Status, Step, require_may_reopen, require_words
from ratusha.kernel.errors import NotPermitted
from ratusha.kernel.terms import Term

CLOSED_AT_ONCE = 500


def reporter_by_code(code: str) -> Reporter | None:
    return Reporter.objects.filter(code_fingerprint=fingerprint_of(code)).first() if code else None


def reporter_of(user: User, case_id: UUID) -> Reporter | None:
    return Reporter.objects.filter(issue_id=case_id, party_id=user.party_id or user.pk).first()


def is_voice(user: User | None, code: str, case: Case) -> bool:
    """Whether somebody is among those who reported this: by the account, or by a code that only a reporter has."""
    if case.kind != ISSUE:
        return False
    if user is not None and reporter_of(user, case.pk):
        return True
    found = reporter_by_code(code)
    return found is not None and found.issue_id == case.pk


def _check(case: Case, *, reporter: Reporter | None) -> None:
    if reporter is None or reporter.issue_id != case.pk:
        message = _("Only those who reported this issue may do this.")
        raise NotPermitted("issue.not_yours", message)


@transaction.atomic
def reopen(
    case_id: UUID, *, reporter: Reporter | None, reasons: str, by: User | None, now: datetime
) -> Case:
    """Any of those who reported it may say within N days that it is not done; the whole term begins anew."""
    case = lock(case_id)
    _check(case, reporter=reporter)
    require_may_reopen(case.closed_on, law().days_to_reopen, today=timezone.localdate(now))
    reasons = require_words(reasons, field="reasons", missing=_("Write what is not done."))
    take_step(case_id, Step.REOPEN, by=None, caused_by=by, now=now, note=reasons)
    Issue.objects.filter(pk=case_id).update(planned_on=None)
    category = Issue.objects.get(pk=case_id).kind
    return restart_clock(
        case_id,
        term=Term.parse(category.term),
        reason=Step.REOPEN,
        source=category.source.cited(case.language),
        by=by,
        now=now,
    )


@transaction.atomic
def confirm(case_id: UUID, *, reporter: Reporter | None, by: User | None, now: datetime) -> Case:
    """It is mended: nothing more has to be waited for."""
    _check(lock(case_id), reporter=reporter)
    return take_step(case_id, Step.CLOSE, by=None, caused_by=by, now=now)


@transaction.atomic
def withdraw(case_id: UUID, *, reporter: Reporter | None, by: User | None, now: datetime) -> Case:
    """The only one who reported it takes it back; where there are others, only they themselves leave."""
    case = lock(case_id)
    _check(case, reporter=reporter)
    if Reporter.objects.filter(issue_id=case_id).count() > 1:
        message = _("Others have reported this as well: it stays until it is mended.")
        raise NotPermitted("issue.others_wait", message)
    return take_step(case_id, Step.WITHDRAW, by=None, caused_by=by, now=now)


def close_quiet(now: datetime) -> int:
    """Every night: what was reported done and nobody has opened again within the days is closed."""
    until = timezone.localdate(now) - timedelta(days=law().days_to_reopen)
    quiet = Case.objects.filter(kind=ISSUE, status=Status.DONE, closed_on__lt=until)
    keys = list(quiet.values_list("pk", flat=True)[:CLOSED_AT_ONCE])
    for key in keys:
        take_step(key, Step.CLOSE, by=None, now=now)
    return len(keys)
