"""Tying cases of one matter together, and taking them apart again."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.audit.public import record
from ratusha.cases.matter import MATTER, matter_of, stands_behind, works_on
from ratusha.cases.models import Case, CaseLink
from ratusha.kernel import words
from ratusha.kernel.errors import Conflict, NotPermitted, RuleBroken

from .links import end
from .traces import lock

LONGEST_REASON = 500  # characters


@transaction.atomic
def tie(
    case_id: UUID, *, number: str, by: User | None, now: datetime, code: str = "", here: str = ""
) -> CaseLink:
    """A person says: this is about my number so and so. They must stand behind both, by account or by a code.

    `code` belongs to the other case, `here` to this one. A number of somebody else is answered like a wrong one.
    """
    today = timezone.localdate(now)
    case = lock(case_id)
    if not stands_behind(by, case, today, code=here):
        raise NotPermitted("matter.not_yours", _("You may do this in a case of your own."))
    about = Case.objects.numbered(number).first()
    if about is None or not stands_behind(by, about, today, code=code):
        message = _(
            "We find no case of yours with this number. Check it; for a report without signing in write its code too."
        )
        raise RuleBroken("matter.unknown", message, field="matter")
    return _tie(case, about, reason="", by=by, now=now)


@transaction.atomic
def tie_at_desk(case_id: UUID, *, number: str, reason: str, by: User, now: datetime) -> CaseLink:
    """An official ties two cases of one applicant, or two that they work on themselves."""
    today = timezone.localdate(now)
    case = lock(case_id)
    reason = _require_reason(reason)
    if not works_on(by, case, today):
        raise NotPermitted("matter.not_at_desk", _("This case is not at your desk."))
    about = Case.objects.numbered(number).first()
    if about is None or not (about.applicant_id == case.applicant_id or works_on(by, about, today)):
        message = _("There is no case of this applicant and none at your desk with this number.")
        raise RuleBroken("matter.unknown", message, field="number")
    return _tie(case, about, reason=reason, by=by, now=now)


@transaction.atomic
def untie(link_id: int, *, reason: str, by: User, now: datetime) -> CaseLink:
    """It was another matter: said with a reason, and kept in the history."""
    link = CaseLink.objects.select_for_update().get(pk=link_id)
    reason = _require_reason(reason)
    today = timezone.localdate(now)
    if not any(works_on(by, end, today) for end in (link.case, link.about)):
        raise NotPermitted("matter.not_at_desk", _("This case is not at your desk."))
    if link.kind != MATTER or link.ended_at is not None:
        message = _("This tie follows from the law, or has been ended already.")
        raise Conflict("matter.stands", message)
    end(link, reason=reason, by=by, now=now)
    record("case.untie", "case", link.case.reference, by=by.pk, about=link.about.reference)
    return link


def _tie(case: Case, about: Case, *, reason: str, by: User | None, now: datetime) -> CaseLink:
    if any(one.pk == about.pk for one in matter_of(case).cases):
        message = _("Both stand under one number already.")
        raise Conflict("matter.one_already", message, field="matter")
    link = CaseLink.objects.create(
        case=case, about=about, kind=MATTER, reason=reason, by=by, at=now
    )
    record("case.tie", "case", case.reference, by=by.pk if by else None, about=about.reference)
    return link


def _require_reason(text: str) -> str:
    return words.require_words(
        text, code="matter.reason", field="reason", missing=_("Write why."), longest=LONGEST_REASON
    )
