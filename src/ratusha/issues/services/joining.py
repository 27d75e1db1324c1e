"""One trouble reported twice is made one issue, and taken apart again where it was another trouble after all."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.cases.public import Case, end_link, link_cases, lock, take_step
from ratusha.issues.models import Issue, Lot, Reporter
from ratusha.issues.permissions import ISSUE, may_dispatch
from ratusha.issues.rules import OPEN, Status, Step, require_may_join, require_words
from ratusha.kernel.errors import RuleBroken

from .dispatch import assign
from .report import count_reporters

SAME = "same_issue"  # the kind of link between an issue and the one it was joined with


@transaction.atomic
def merge(case_id: UUID, *, into: str, by: User, now: datetime) -> Case:
    """Whoever reported this one is told of the end of the earlier one, which keeps its term.

    Where the earlier one waits for an organisation and this one has it already, the organisation goes along.
    """
    target = Case.objects.numbered(into).filter(kind=ISSUE).first()
    if target is None:
        message = _("There is no issue with this number.")
        raise RuleBroken("issue.into_unknown", message, field="into")
    for key in sorted((case_id, target.pk)):  # in one order: two at once do not wait for ever
        lock(key)
    case, target = Case.objects.get(pk=case_id), Case.objects.get(pk=target.pk)
    require_may_join(
        case.pk,
        target.pk,
        into_open=target.status in OPEN,
        into_earlier=(target.lodged_at, target.pk) < (case.lodged_at, case.pk),
        into_mine=may_dispatch(by, target, timezone.localdate(now)),
    )
    case = take_step(case_id, Step.MERGE, by=by, now=now, note=target.reference)
    link_cases(case, about=target, kind=SAME, by=by, now=now)
    Issue.objects.filter(pk=case_id).update(merged_into=target.pk)
    _move(Reporter.objects.filter(issue=case_id), to=target.pk)
    count_reporters(target.pk)
    organisation = Issue.objects.get(pk=case_id).executor_id
    if target.status == Status.REPORTED and organisation:
        assign(target.pk, executor=organisation, by=by, now=now)
    return case


@transaction.atomic
def separate(case_id: UUID, *, reasons: str, by: User, now: datetime) -> Case:
    """It was another trouble: it waits for the dispatcher again, with its own reporters and the term it always had."""
    reasons = require_words(
        reasons, field="reasons", missing=_("Write how you know that it is another trouble.")
    )
    above = _above(case_id)
    for key in sorted((case_id, *above)):
        lock(key)
    case = take_step(case_id, Step.SEPARATE, by=by, now=now, note=reasons)
    end_link(case, about=above[0], kind=SAME, reason=reasons, by=by, now=now)
    Issue.objects.filter(pk=case_id).update(
        merged_into=None, executor=None, planned_on=None, routing={}
    )
    family = joined_into(case_id)
    own = Reporter.objects.filter(came_as__in=family)
    _move(own.exclude(issue__in=family), to=case_id)
    for one in (case_id, above[-1]):
        count_reporters(one)
    return case


def _above(issue_id: UUID) -> list[UUID]:
    """What it was joined with, what that was joined with, and so on; the last one is not joined with any."""
    found: list[UUID] = []
    into = Issue.objects.values_list("merged_into", flat=True)
    while (one := into.get(pk=found[-1] if found else issue_id)) is not None:
        found.append(one)
    return found


def joined_into(issue_id: UUID) -> set[UUID]:
    """This issue, those that were joined with it, and those that were joined with them."""
    found, ahead = {issue_id}, [issue_id]
    while ahead:
        ahead = list(Issue.objects.filter(merged_into__in=ahead).values_list("pk", flat=True))
        found.update(ahead)
    return found


def _move(reporters: QuerySet[Reporter], *, to: UUID) -> None:
    """A person who is there already stays behind: nobody reports one issue twice."""
    known = Reporter.objects.filter(issue=to).exclude(party_id=None)
    moving = list(
        reporters.exclude(party_id__in=known.values("party_id")).values_list("pk", flat=True)
    )
    Reporter.objects.filter(pk__in=moving).update(issue=to)
    Lot.objects.filter(reporter__in=moving).update(issue=to)
