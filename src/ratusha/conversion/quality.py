"""How each procedure goes by quarter: ratings, who leaves half-way, silent registers. Red twice, it falls back."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, F, Max, Sum
from django.db.models.functions import TruncQuarter
from django.utils import timezone

from ratusha.cases.public import Rating

from .dropping import Going, going
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
    going: Going
    colours: Mapping[str, str]  # by signal: red, fine, unknown (too few to say)

    @property
    def colour(self) -> str:
        """Red where one signal is."""
        told = set(self.colours.values())
        return next((one for one in ("red", "fine") if one in told), "unknown")

    @property
    def red(self) -> list[str]:
        return [signal for signal, colour in self.colours.items() if colour == "red"]


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
    went = going(days[0], quarter_of(on), procedure)
    found: dict[str, dict[date, tuple[int, float]]] = {code: {} for code in went}
    if procedure:
        found.setdefault(procedure, {})
    for code, quarter, number, marks in counted:
        found.setdefault(code, {})[timezone.localdate(quarter)] = (
            number,
            marks / number / CRITERIA,
        )
    return {
        code: [
            _quarter(day, went.get(code, {}).get(day, Going()), *known.get(day, (0, None)))
            for day in days
        ]
        for code, known in found.items()
    }


def _quarter(first: date, went: Going, ratings: int, mean: float | None) -> Quarter:
    limits = law().thresholds
    colours = {
        "marks": limits.colour(ratings, mean),
        "left": limits.colour_of_left(went.begun, went.left_share),
        "silence": limits.colour_of_silence(went.begun, went.answered_share),
    }
    return Quarter(first, ratings, mean, went, colours)


def fallen_back(on: date) -> dict[str, list[Quarter]]:
    """Procedures red in the last two whole quarters; what was before a new way says nothing of it."""
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
