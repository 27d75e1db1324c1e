"""Baselines: what was promised, kept for ever."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.audit.public import record
from ratusha.cases.public import lock
from ratusha.kernel.errors import RuleBroken
from ratusha.measures.public import schedule_of
from ratusha.programmes.models import Baseline, BaselineStage
from ratusha.programmes.workdays import working_days
from ratusha.steering.public import Earning

from .place import require_keeper

SHORTER, LONGER = (
    Decimal("0.9"),
    Decimal("1.4"),
)  # of the likeliest, where nobody has said otherwise


@dataclass(frozen=True, kw_only=True)
class PromisedStage:
    number: int
    title: str
    starts_on: date
    ends_on: date
    amount: Decimal
    rule: str = Earning.AT_THE_END
    after: tuple[int, ...] = ()
    spread: tuple[Decimal, Decimal] | None = None


@transaction.atomic
def take_baseline(
    case_id: UUID, *, reason: str, by: User, now: datetime, rules: Mapping[int, str] | None = None
) -> Baseline:
    """From the contract and the schedule of the passport as they stand. After the first one a reason is needed."""
    case = lock(case_id)
    require_keeper(by, case.body_id, now)
    scheduled = schedule_of(case_id)
    if not scheduled:
        message = _("There is no contract yet, so there is nothing to promise.")
        raise RuleBroken("programme.no_contract", message)
    last = Baseline.objects.filter(case=case).order_by("number").last()
    reason = reason.strip()
    if last and not reason:
        message = _("Write why there is a new baseline.")
        raise RuleBroken("programme.reason_missing", message, field="reason")
    stages = [
        PromisedStage(
            number=one.number, title=one.result, starts_on=one.starts_on, ends_on=one.ends_on, amount=one.amount,
            after=one.after, spread=one.spread, rule=(rules or {}).get(one.number, Earning.AT_THE_END),
        )
        for one in scheduled
    ]  # fmt: skip
    made = Baseline.objects.create(
        case=case,
        number=last.number + 1 if last else 1,
        taken_on=timezone.localdate(now),
        reason=reason,
        by=by,
        at=now,
    )
    BaselineStage.objects.bulk_create(stage_of(made, one) for one in stages)
    record("programmes.take_baseline", "case", case.reference, by=by.pk, number=made.number)
    return made


def stage_of(baseline: Baseline, one: PromisedStage) -> BaselineStage:
    shortest, likeliest, longest = three_points(one.starts_on, one.ends_on, one.spread)
    return BaselineStage(
        baseline=baseline, number=one.number, title=one.title[:300], starts_on=one.starts_on, ends_on=one.ends_on,
        amount=one.amount, rule=one.rule, after=list(one.after), shortest=shortest, likeliest=likeliest,
        longest=longest,
    )  # fmt: skip


def three_points(
    starts: date, ends: date, spread: tuple[Decimal, Decimal] | None = None
) -> tuple[int, int, int]:
    """Working days of a stage: as contracted, and the fewest and the most as the passport spreads them.

    Where it says nothing: a tenth less, two fifths more.
    """
    likeliest = max(1, working_days(starts, ends))
    shorter, longer = spread or (SHORTER, LONGER)
    shortest, longest = int(likeliest * shorter), round(likeliest * longer)
    return min(max(1, shortest), likeliest), likeliest, max(likeliest, longest)
