"""Finding papers, what is wrong in them, and how disciplined a body was. Writes nothing."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.db.models import Max, Q, QuerySet

from ratusha.accounts.public import User
from ratusha.obligations.public import Obligation
from ratusha.parties.public import Organisation

from . import beside, permissions, rules
from .law import law
from .models import Filing, Paper, Result, Review, Row, TreasurySum
from .rules import Finding, Kind, Stage


def reached_from(user: User, body_id: UUID | None, on: date) -> QuerySet[Paper]:
    """Papers of the body one prepares or signs for, and those that are owed to the body one checks for."""
    mine = Q(pk__in=[])
    if user.may(permissions.PREPARE, body_id, on=on) or user.may(permissions.SIGN, body_id, on=on):
        mine |= Q(body_id=body_id)
    if user.may(permissions.CHECK, body_id, on=on):
        mine |= Q(obligation__to_id=body_id, pk__in=Filing.objects.values("paper"))
    return Paper.objects.filter(mine).select_related("body", "obligation", "prepared_by")


def last_plan(body_id: UUID, year: int) -> Paper | None:
    return Paper.objects.filter(kind=Kind.PLAN, body_id=body_id, year=year).first()


def rows_in_force(plan: Paper) -> QuerySet[Row]:
    return plan.rows.in_force().order_by("number", "id")


def indicators_of(body: Organisation) -> dict[str, str]:
    """Those that the plan of a body of this kind must have."""
    return {one.code: one.said() for one in law().indicators if body.kind in one.owners}


def findings_of(paper: Paper) -> list[Finding]:
    if paper.kind == Kind.PLAN:
        return rules.check_plan(
            [row.as_planned() for row in rows_in_force(paper)],
            training=paper.training,
            indicators=indicators_of(paper.body),
            measures=beside.measures_of(paper.body_id),
        )
    results = paper.results.select_related("row")
    return rules.check_report(
        [one.as_reported() for one in results],
        training=paper.training,
        treasury=treasury_of(paper.body_id, paper.year),
    )


def treasury_of(body_id: UUID, year: int) -> Mapping[str, Decimal] | None:
    """Of the newest import that names the body; None where there is none."""
    sums = TreasurySum.objects.filter(body_id=body_id, year=year)
    newest = sums.aggregate(at=Max("imported_at"))["at"]
    if newest is None:
        return None
    return dict(sums.filter(imported_at=newest).values_list("source", "amount"))


def last_fact(body_id: UUID, code: str, before: int) -> Decimal | None:
    """What was reached the last time by an accepted report."""
    found = Result.objects.filter(
        report__stage=Stage.ACCEPTED,
        report__body_id=body_id,
        report__year__lt=before,
        row__code=code,
    )
    newest = found.exclude(fact=None).order_by("-report__year", "-id").first()
    return newest.fact if newest else None


def times_returned(paper: Paper) -> int:
    return Review.objects.filter(filing__paper=paper, outcome=Review.Outcome.RETURNED).count()


def discipline_of(paper: Paper) -> int:
    return disciplines([paper], {paper.obligation_id: paper.obligation})[paper.pk]


def disciplines(papers: Sequence[Paper], duties: Mapping[UUID, Obligation]) -> dict[UUID, int]:
    """Points by paper, for all of them in one query."""
    returned = Review.objects.filter(filing__paper__in=papers, outcome=Review.Outcome.RETURNED)
    times = Counter(returned.values_list("filing__paper", flat=True))
    return {
        one.pk: rules.discipline(
            there=one.stage in {Stage.SUBMITTED, Stage.ACCEPTED, Stage.RETURNED},
            late=duties[one.obligation_id].late_since is not None,
            returned=times[one.pk],
            weights=law().discipline.weights,
        )
        for one in papers
    }
