"""What could go wrong first: of the cases whose term ends first, those where a delay is likeliest and gravest."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from ratusha.cases.public import (
    BY_TERM,
    Case,
    CaseQuerySet,
    ClockEntry,
    Risk,
    RiskFacts,
    Tick,
    risk_of,
    statute_of,
    stretch,
)
from ratusha.statistics.public import usual_days

WEIGHED = 200  # cases whose term ends first: one that has longer is not in danger yet
WEIGHED_BY = ("kind", "subject_code", "lodged_at", "lodged_on", "due_on")


def riskiest(
    lists: Sequence[CaseQuerySet], body_id: UUID | None, today: date, *, most: int
) -> list[tuple[Case, Risk]]:
    """With equal risk the nearer term comes first."""
    light = [one.only(*WEIGHED_BY) for one in lists]
    cases = stretch(light, BY_TERM, WEIGHED).cases
    anew = set(
        ClockEntry.objects.filter(
            case__in=[case.pk for case in cases], tick=Tick.RESTART
        ).values_list("case_id", flat=True)
    )
    usual = usual_days(body_id)
    weighed = [
        (
            case,
            risk_of(
                RiskFacts(
                    lodged_on=case.lodged_on,
                    due_on=case.due_on,
                    usual_days=usual.get(case.subject_code),
                    weight=statute_of(case.kind).weight,
                    anew=case.pk in anew,
                ),
                today,
            ),
        )
        for case in cases
    ]
    first = sorted(weighed, key=lambda pair: -pair[1].score)[:most]
    shown = Case.objects.select_related("handler").in_bulk([case.pk for case, _risk in first])
    return [(shown[case.pk], risk) for case, risk in first]
