"""How people have rated each procedure, quarter by quarter: what makes one fall back to the queue."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, F, Max, Sum
from django.db.models.functions import TruncQuarter
from django.utils import timezone

from ratusha.cases.public import Rating

from .law import law
from .models import Card, Stage
from .rules import RED_PERIODS, falls_back, quarter_of, quarters_before

QUARTERS_SHOWN = 4
CRITERIA = 4


@dataclass(frozen=True)
class Quarter:
    """One whole quarter of one procedure."""

    first: date
    ratings: int
    mean: float | None
    colour: str  # red, fine, unknown: too few ratings to say


def quarters(on: date, procedure: str = "") -> dict[str, list[Quarter]]:
    """By procedure, the last whole quarters, the oldest first; where nobody rated, a quarter says so."""
    days = quarters_before(on, QUARTERS_SHOWN)
    rated = Rating.objects.counted().filter(at__date__gte=days[0], at__date__lt=quarter_of(on))
    if procedure:
        rated = rated.filter(case__subject_code=procedure)
    counted = (
        rated.annotate(quarter=TruncQuarter("at"))
        .order_by()
        .values_list("case__subject_code", "quarter")
        .annotate(
            number=Count("pk"),
            marks=Sum(F("simplicity") + F("information") + F("term") + F("politeness")),
        )
    )
    found: dict[str, dict[date, tuple[int, float]]] = {procedure: {}} if procedure else {}
    for code, quarter, number, marks in counted:
        found.setdefault(code, {})[timezone.localdate(quarter)] = (
            number,
            marks / number / CRITERIA,
        )
    return {
        code: [_quarter(day, *known.get(day, (0, None))) for day in days]
        for code, known in found.items()
    }


def _quarter(first: date, ratings: int, mean: float | None) -> Quarter:
    return Quarter(first, ratings, mean, law().thresholds.colour(ratings, mean))


def fallen_back(on: date) -> dict[str, list[Quarter]]:
    """Procedures red in the last two whole quarters; ratings from before a new way say nothing of it."""
    began = _switched_on()
    found = {}
    for code, known in quarters(on).items():
        last = known[-RED_PERIODS:]
        if code in began:
            last = [one for one in last if one.first > began[code]]
        if falls_back([one.colour for one in last]):
            found[code] = last
    return found


def _switched_on() -> dict[str, date]:
    newest = (
        Card.objects.filter(stage=Stage.SWITCHED_ON)
        .order_by()
        .values_list("procedure")
        .annotate(Max("switched_on_at"))
    )
    return {code: timezone.localdate(at) for code, at in newest}
