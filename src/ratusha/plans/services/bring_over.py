"""Plans and reports that were accepted on paper before the platform began, with the numbers of their letters."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from ratusha.accounts.public import User
from ratusha.audit.public import record
from ratusha.obligations.public import Obligation, Past
from ratusha.obligations.public import bring_over as bring_duties_over
from ratusha.plans.models import Paper, Result, Row
from ratusha.plans.rules import Kind, Stage


@dataclass(frozen=True, kw_only=True)
class PastRow:
    """A row of a plan as it was on paper, with what came of it where there was a report."""

    values: dict[str, object]
    result: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class PastYear:
    """A body in one year: its plan, and its report where that was accepted too."""

    body_id: UUID
    year: int
    plan_on: date
    plan_letter: str
    rows: Sequence[PastRow]
    training: str
    trained: int
    report_on: date | None = None
    report_letter: str = ""


@transaction.atomic
def bring_over(years: Sequence[PastYear], *, by: User | None, now: datetime) -> int:
    """All of them in a few statements, or none; what is there already stays as it is. How many papers came."""
    duties = {
        (one.rule, one.subject_id, int(one.period)): one
        for one in bring_duties_over([past for year in years for past in _duties(year)], now=now)
    }
    plans = _papers(Kind.PLAN, years, duties, now)
    rows = {
        (year.body_id, year.year): [
            Row(paper=plans[year.body_id, year.year], number=number, **row.values)
            for number, row in enumerate(year.rows, 1)
        ]
        for year in years
        if (year.body_id, year.year) in plans
    }
    Row.objects.bulk_create([row for group in rows.values() for row in group])
    reports = _papers(Kind.REPORT, [one for one in years if one.report_on], duties, now)
    Result.objects.bulk_create(
        Result(report=reports[key], row=row, **past.result)
        for year in years
        if (key := (year.body_id, year.year)) in reports and key in rows
        for row, past in zip(rows[key], year.rows, strict=True)
    )
    brought = [*plans.values(), *reports.values()]
    Paper.objects.filter(pk__in=[one.pk for one in brought]).update(stage=Stage.ACCEPTED)
    record("plans.bring_over", "papers", str(len(brought)), by=by.pk if by else None)
    return len(brought)


def _duties(year: PastYear) -> list[Past]:
    plan = Past("plan", year.body_id, str(year.year), year.plan_on, year.plan_letter)
    if year.report_on is None:
        return [plan]
    return [plan, Past("report", year.body_id, str(year.year), year.report_on, year.report_letter)]


def _papers(
    kind: Kind,
    years: Sequence[PastYear],
    duties: dict[tuple[str, UUID, int], Obligation],
    now: datetime,
) -> dict[tuple[UUID, int], Paper]:
    """One for each duty that came over with it, still open to rows."""
    papers = {}
    for year in years:
        duty = duties.get((kind.value, year.body_id, year.year))
        if duty is None:
            continue
        papers[year.body_id, year.year] = Paper(
            kind=kind,
            body_id=year.body_id,
            year=year.year,
            obligation=duty,
            training=year.training,
            trained=year.trained,
            letter=year.plan_letter if kind is Kind.PLAN else year.report_letter,
            begun_at=now,
        )
    Paper.objects.bulk_create(papers.values())
    return papers
