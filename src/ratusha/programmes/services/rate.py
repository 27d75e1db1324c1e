"""Rating how surely a measure delivers: nine marks with evidence, by the owner or by who has no part in it."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.audit.public import record
from ratusha.cases.public import lock
from ratusha.kernel.errors import NotPermitted, RuleBroken
from ratusha.programmes.law import law
from ratusha.programmes.models import Rating, View
from ratusha.programmes.permissions import rates, reports
from ratusha.programmes.rules import require_answers
from ratusha.steering.public import confidence

VERSION = "confidence-1"


@transaction.atomic
def rate(
    case_id: UUID,
    *,
    view: str,
    answers: Mapping[str, tuple[int, str]],
    body_id: UUID,
    by: User,
    now: datetime,
) -> Rating:
    """The whole is computed, never typed: the median, no higher than the lowest for owner, money and security."""
    case = lock(case_id)
    today = timezone.localdate(now)
    if case.closed_on:
        raise RuleBroken("programme.over", _("The measure is over: there is nothing to rate."))
    allowed = (
        body_id == case.applicant_id and reports(by, case.applicant_id, today)
        if view == View.OWN
        else rates(by, body_id, case.applicant_id, today)
    )
    if not allowed:
        raise NotPermitted(
            "programme.not_rater", _("You may not rate this measure from this side.")
        )
    codes = [one.code for one in law().confidence.questions]
    given = {code: answers[code] for code in codes if code in answers}
    require_answers(given, codes)
    if Rating.objects.filter(case=case, view=view, on=today).exists():
        raise RuleBroken(
            "programme.rated_today", _("This measure has been rated from this side today.")
        )
    overall = confidence.overall(
        {code: mark for code, (mark, _words) in given.items()}, law().confidence.caps
    )
    assert overall is not None, "every mark is there"  # noqa: S101 - the rule above has seen to it
    record("programmes.rate", "case", case.reference, by=by.pk, view=view, overall=overall)
    return Rating.objects.create(
        case=case,
        view=view,
        on=today,
        body_id=body_id,
        answers={code: [mark, evidence.strip()] for code, (mark, evidence) in given.items()},
        overall=overall,
        version=VERSION,
        by=by,
        at=now,
    )
