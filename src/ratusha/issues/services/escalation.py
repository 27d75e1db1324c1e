"""Every night: an issue whose planned or legal day has passed goes up one level; some days later one more."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from ratusha.accounts.public import User, officials_who_may
from ratusha.audit.public import record
from ratusha.cases.public import Case
from ratusha.issues.law import law
from ratusha.issues.models import Escalation, Issue, IssueQuerySet
from ratusha.issues.permissions import CARRY_OUT, DISPATCH, OVERSEE
from ratusha.issues.rules import OPEN, missed_day
from ratusha.kernel.dates import day_in_words
from ratusha.kernel.texts import in_all_languages
from ratusha.notifications.public import notify
from ratusha.parties.public import organisation

AT_ONCE = 200
Rung = Escalation.Rung
Missed = Escalation.Missed


@dataclass(frozen=True)
class Level:
    body_id: UUID
    officials: list[User]


def escalate(now: datetime) -> int:
    """In batches, each whole or not at all; run twice it tells nobody twice."""
    told = 0
    while batch := _some(now):
        told += batch
    return told


@transaction.atomic
def _some(now: datetime) -> int:
    today = timezone.localdate(now)
    waiting = list(
        _waiting(today).select_related("case", "executor")
        .select_for_update(of=("self",), skip_locked=True)[:AT_ONCE]
    )  # fmt: skip
    for issue in waiting:
        found = missed_day(issue.planned_on, issue.case.due_on, today=today)
        assert found is not None, "it was asked for with a day that has passed"  # noqa: S101
        day, planned = found
        rung = Rung.SUPERIOR if _been(issue, Rung.ORGANISATION, day) else Rung.ORGANISATION
        _tell(issue, rung, day, Missed.PLANNED if planned else Missed.TERM, now)
    return len(waiting)


def _waiting(today: date) -> IssueQuerySet:
    """Open, past a day, and not yet told on the rung whose turn it is; imported ones are another service's."""
    patience = law().days_to_next_rung
    there = Issue.objects.filter(case__status__in=OPEN, source_key="")
    by_term = Q(case__due_on__lt=today) & (
        Q(planned_on=None) | Q(case__due_on__lte=F("planned_on"))
    )
    by_plan = Q(planned_on__lt=today) & (Q(case__due_on=None) | Q(planned_on__lt=F("case__due_on")))
    return (_due(there.filter(by_term), "case__due_on", today, patience) | _due(
        there.filter(by_plan), "planned_on", today, patience
    )).order_by("pk")  # fmt: skip


def _due(there: IssueQuerySet, day: str, today: date, patience: int) -> IssueQuerySet:
    told = Escalation.objects.filter(issue=OuterRef("pk"), day=OuterRef(day))
    first = ~Exists(told)
    long_ago = timezone.make_aware(
        datetime.combine(today - timedelta(days=patience - 1), datetime.min.time())
    )
    second = Exists(told.filter(rung=Rung.ORGANISATION, at__lt=long_ago)) & ~Exists(
        told.filter(rung=Rung.SUPERIOR)
    )
    return there.filter(first | second)


def _been(issue: Issue, rung: Rung, day: date) -> bool:
    return Escalation.objects.filter(issue=issue, rung=rung, day=day).exists()


def _level(issue: Issue, rung: Rung, today: date) -> Level:
    """The organisation's own body, or the dispatcher where it has none here; then the body above the dispatcher."""
    body = issue.case.body_id
    assert body is not None, "an issue has its dispatcher"  # noqa: S101 - the report has found one
    if rung == Rung.SUPERIOR:
        above = organisation(body).parent_id or body
        return Level(above, officials_who_may(OVERSEE, above, on=today))
    if issue.executor is not None and issue.executor.body_id is not None:
        there = issue.executor.body_id
        heads = officials_who_may(OVERSEE, there, on=today)
        return Level(there, heads or officials_who_may(CARRY_OUT, there, on=today))
    return Level(body, officials_who_may(DISPATCH, body, on=today))


def _tell(issue: Issue, rung: Rung, day: date, missed: str, now: datetime) -> None:
    case: Case = issue.case
    level = _level(issue, rung, timezone.localdate(now))
    Escalation.objects.create(
        issue=issue, rung=rung, missed=missed, day=day, body_id=level.body_id, at=now
    )
    record(
        "issues.escalate", "case", case.reference,
        by=None, body=level.body_id, rung=int(rung), day=day.isoformat(),
    )  # fmt: skip

    def words() -> str:
        message = _("Issue %(number)s is not done, and its day was %(day)s. Look at your desk.")
        return message % {"number": case.reference, "day": day_in_words(day)}

    for one in level.officials:
        notify(
            party_id=one.party_id or one.pk,
            kind="issue_escalated",
            once=f"{case.reference}:escalated:{int(rung)}:{day.isoformat()}",
            subject=in_all_languages(lambda: _("An issue is late")),
            body=in_all_languages(words),
            now=now,
        )
