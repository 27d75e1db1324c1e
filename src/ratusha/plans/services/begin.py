"""A paper begins already filled in: a plan from the year before, a report from its plan."""

from datetime import datetime
from decimal import Decimal
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.audit.public import record
from ratusha.kernel.errors import RuleBroken
from ratusha.obligations.public import Obligation
from ratusha.plans import beside, permissions
from ratusha.plans.law import law
from ratusha.plans.models import Paper, Result, Row
from ratusha.plans.queries import indicators_of, last_fact, last_plan, rows_in_force
from ratusha.plans.rules import About, Direction, Kind

ROOM = "plans"
WHOLE = Decimal(100)  # a measure is done
LAST_QUARTER = 4


def open_due(now: datetime) -> int:
    """Timed: papers whose duty is open begin, filled in, so that nobody starts from nothing; how many."""
    today = timezone.localdate(now)
    begun = Paper.objects.values("obligation")
    due = Obligation.objects.to_do().filter(room=ROOM, opens_on__lte=today).exclude(pk__in=begun)
    keys = list(due.order_by("pk").values_list("pk", flat=True))
    for key in keys:
        begin(key, by=None, now=now)
    return len(keys)


@transaction.atomic
def begin(obligation_id: UUID, *, by: User | None, now: datetime) -> Paper:
    """Begun again, it is the same paper."""
    obligation = Obligation.objects.select_for_update(of=("self",)).get(pk=obligation_id)
    if obligation.room != ROOM:
        raise LookupError("not a duty of plans and reports")
    body, year = obligation.subject_id, int(obligation.period)
    if by is not None:
        on = timezone.localdate(now)
        permissions.require(allowed=by.may(permissions.PREPARE, body, on=on))
        _require_open(obligation, now)
    there = Paper.objects.filter(obligation=obligation).first()
    if there:
        return there
    kind = Kind(obligation.rule)
    paper = Paper.objects.create(
        kind=kind, body_id=body, year=year, obligation=obligation, begun_at=now
    )
    (_fill_plan if kind is Kind.PLAN else _fill_report)(paper)
    record(
        "plans.begin",
        "paper",
        paper.pk,
        by=by.pk if by else None,
        body=body,
        kind=kind.value,
        year=year,
    )
    return paper


def _require_open(obligation: Obligation, now: datetime) -> None:
    if timezone.localdate(now) < obligation.opens_on:
        message = _("It opens on %(day)s, filled in from what is known.")
        raise RuleBroken("plans.not_open", message % {"day": f"{obligation.opens_on:%d.%m.%Y}"})


def _fill_plan(paper: Paper) -> None:
    """What the last plan had, with what was reached since; then what the body must have, and its running measures."""
    before = last_plan(paper.body_id, paper.year - 1)
    rows = [_again(row, paper) for row in rows_in_force(before)] if before else []
    there = {row.code for row in rows}
    rows += [_of_indicator(code, paper) for code in indicators_of(paper.body) if code not in there]
    rows += [
        _of_measure(reference, name, paper)
        for reference, name in beside.measures_of(paper.body_id).items()
        if reference not in there
    ]
    for number, row in enumerate(rows, 1):
        row.number = number
    Row.objects.bulk_create(rows)
    if before:
        paper.training, paper.trained = before.training, before.trained
        paper.save(update_fields=["training", "trained"])


def _again(row: Row, paper: Paper) -> Row:
    base = last_fact(paper.body_id, row.code, paper.year) if row.code else None
    copied = {
        name: getattr(row, name)
        for name in (
            "about",
            "code",
            "title",
            "task",
            "owner",
            "quarter",
            "unit",
            "direction",
            "source",
        )
    }
    base = base if base is not None else row.base
    target = row.target if base is None else _not_worse(row.target, base, row.direction)
    return Row(paper=paper, base=base, target=target, money=row.money, risk="", **copied)


def _not_worse(target: Decimal, base: Decimal, direction: str) -> Decimal:
    return max(target, base) if direction == Direction.MORE else min(target, base)


def _of_indicator(code: str, paper: Paper) -> Row:
    indicator = law().indicator(code)
    if indicator is None:
        raise LookupError(code)
    base = last_fact(paper.body_id, code, paper.year)
    known = beside.value_of(paper.body_id, code, paper.year - 1) if base is None else None
    base = known.value if known else base
    return Row(
        paper=paper,
        about=About.INDICATOR,
        code=code,
        title=indicator.said(),
        unit=indicator.unit_said(),
        direction=indicator.direction,
        base=base,
        target=base if base is not None else Decimal(0),
        quarter=LAST_QUARTER,
    )


def _of_measure(reference: str, name: str, paper: Paper) -> Row:
    return Row(
        paper=paper,
        about=About.MEASURE,
        code=reference,
        title=name[:300],
        unit="%",
        direction=Direction.MORE,
        target=WHOLE,
        quarter=LAST_QUARTER,
    )


def _fill_report(paper: Paper) -> None:
    """A line for each row of the plan that is in force; what a campaign of indicators knows stands beside it."""
    plan = last_plan(paper.body_id, paper.year)
    if plan is None:
        return
    results = []
    for row in rows_in_force(plan):
        known = beside.value_of(paper.body_id, row.code, paper.year) if row.code else None
        results.append(
            Result(
                report=paper,
                row=row,
                known=known.value if known else None,
                known_from=known.source if known else "",
            )
        )
    Result.objects.bulk_create(results)
    paper.trained = plan.trained
    paper.save(update_fields=["trained"])
