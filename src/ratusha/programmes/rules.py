"""How programmes are followed: when a rating is stale, what alerts, what a total must say. Pure.

M01 to M05 and the alerts are our own rules; their thresholds are data of the pack.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from statistics import mean, median
from typing import TypeVar

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ratusha.kernel.errors import RuleBroken

from .law import Staleness, Thresholds

RED, AMBER, GREEN = "red", "amber", "green"
LEVELS = {
    1: gettext_lazy("low"),
    2: gettext_lazy("rather low"),
    3: gettext_lazy("medium"),
    4: gettext_lazy("rather high"),
    5: gettext_lazy("high"),
}
THREE = {
    1: RED,
    2: RED,
    3: AMBER,
    4: GREEN,
    5: GREEN,
}  # for outside; the edition of the map is "three-1"
ENOUGH_FOR_MEDIAN = 5  # M03
Key = TypeVar("Key")


def is_stale(given: Sequence[tuple[date, int]], today: date, after: Staleness) -> bool:
    """Never given, older than so many days, or the same so many times in a row. `given`: the newest first."""
    if not given:
        return True
    if (today - given[0][0]).days > after.days:
        return True
    last = given[: after.unchanged]
    return len(last) == after.unchanged and len({overall for _on, overall in last}) == 1


def adds_up(whole: Decimal | None, parts: Iterable[Decimal | None]) -> bool:
    """M01: the money of the children is the money of the parent."""
    known = [one for one in parts if one is not None]
    return (sum(known, Decimal()) if known else None) == whole


def must_say_coverage(known: int, of: int) -> bool:
    """M02: a total of less than all says of how many."""
    return known < of


def middle(values: Sequence[float]) -> tuple[float | None, float | None]:
    """M03: the median, and with five or more the mean beside it."""
    if not values:
        return None, None
    return median(values), mean(values) if len(values) >= ENOUGH_FOR_MEDIAN else None


def outliers(values: dict[Key, Decimal], share: float) -> list[Key]:
    """M04: whatever is more than this share of the total is named, if there are others beside it."""
    total = sum(values.values(), Decimal())
    if len(values) < 2 or not total:  # noqa: PLR2004 - one alone is the total
        return []
    return [key for key, value in values.items() if float(value / total) > share]


def says_level(overall: int | None) -> str:
    """M05: no colour without its word."""
    return str(LEVELS[overall]) if overall is not None else _("not rated")


@dataclass(frozen=True, kw_only=True)
class Watched:
    """What alerts ask of one measure."""

    published: Sequence[int]  # ratings, the newest first
    stale: bool | None
    gap: int | None
    needed_index: float | None
    late_by_forecast: bool
    dear_by_forecast: bool
    late_conditions: int
    unspent: float | None  # share of the plan of this year
    days_left: int  # in the year
    months_to_support: int | None  # until it works; negative after
    has_support: bool


ALERTS = {
    "red": gettext_lazy("Confidence is low"),
    "amber_twice": gettext_lazy("Confidence is medium for the second time"),
    "stale": gettext_lazy("The rating is stale"),
    "gap": gettext_lazy("The owner is surer than the assessors by two levels or more"),
    "needed_index": gettext_lazy("The rest would have to go much better than the work so far"),
    "late_by_forecast": gettext_lazy("Two of ten forecasts end after the approved day"),
    "dear_by_forecast": gettext_lazy("Two of ten forecasts cost more than was approved"),
    "unspent": gettext_lazy("Much money of the year is unspent and little of the year is left"),
    "condition_late": gettext_lazy("A condition of the Council is late"),
    "no_support": gettext_lazy("No money for support in the year after it goes live"),
}
GRAVE = ("red", "condition_late", "late_by_forecast", "dear_by_forecast", "needed_index")


def alerts(one: Watched, limits: Thresholds) -> list[str]:
    """Codes of what calls for attention, in the order of the list."""
    colours = [THREE[rating] for rating in one.published[:2]]
    found = {
        "red": colours[:1] == [RED],
        "amber_twice": colours == [AMBER, AMBER],
        "stale": bool(one.stale),
        "gap": one.gap is not None and one.gap >= limits.gap,
        "needed_index": one.needed_index is not None and one.needed_index > limits.needed_index,
        "late_by_forecast": one.late_by_forecast,
        "dear_by_forecast": one.dear_by_forecast,
        "unspent": one.unspent is not None
        and one.unspent > limits.unspent.share
        and one.days_left < limits.unspent.days,
        "condition_late": one.late_conditions > 0,
        "no_support": one.months_to_support is not None
        and one.months_to_support <= limits.support_months
        and not one.has_support,
    }
    return [code for code in ALERTS if found[code]]


def require_answers(answers: dict[str, tuple[int, str]], questions: Sequence[str]) -> None:
    """Every question has a mark and the evidence for it."""
    for code in questions:
        mark, evidence = answers.get(code, (0, ""))
        if not 1 <= mark <= len(LEVELS):
            raise RuleBroken("programme.mark_missing", _("Choose a mark from 1 to 5."), field=code)
        if not evidence.strip():
            message = _("Write what the mark rests on.")
            raise RuleBroken("programme.evidence_missing", message, field=f"{code}_evidence")
