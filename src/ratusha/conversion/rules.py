"""Which procedure comes next, how far the goal is, when one falls back. Pure.

Weights and thresholds are parameters of the pack, marked as samples where no act names them.
"""

import itertools
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from ratusha.steering.public import needed_rate

FACTORS = ("demand", "held", "trouble", "feasible", "social")
DAYS_IN_MONTH = 30.44
LIKELY = 1.2816  # eight times of ten a normal quantity is within so many deviations
RED_PERIODS = 2
QUARTER_AT_MOST = (
    95  # so many days after its first day it is the next quarter, and not the one after
)
FEWEST = 5  # nothing is told of fewer people


def is_few(number: int) -> bool:
    return 0 < number < FEWEST


def folded(counts: Mapping[str, int]) -> tuple[dict[str, int], int]:
    """Counts of fewer than five go together, and the smallest others with them until these hold five.

    The second is how many were put together, so that nobody can subtract; a whole of fewer than five has no rows.
    """
    kept = sorted((number, code) for code, number in counts.items() if number >= FEWEST)
    rest = sum(number for number in counts.values() if is_few(number))
    while is_few(rest) and kept:
        rest += kept.pop(0)[0]
    shown = {code: number for number, code in sorted(kept, key=lambda one: (-one[0], one[1]))}
    return shown, 0 if is_few(rest) else rest


@dataclass(frozen=True)
class Factors:
    """Each from 0 to 1; None where nothing is known, and then it adds nothing and is told."""

    demand: float | None = None
    held: float | None = None
    trouble: float | None = None
    feasible: float | None = None
    social: float | None = None

    @property
    def known(self) -> int:
        return sum(getattr(self, name) is not None for name in FACTORS)


def demand(cases: int, most: int) -> float | None:
    """ln(1+n) / ln(1+most): the hundredth application weighs less than the first."""
    return math.log1p(cases) / math.log1p(most) if most else None


def percentiles(values: Mapping[str, float]) -> dict[str, float]:
    """The share of the others that are lower; the lowest has 0, equals have the same."""
    ordered = sorted(values.values())
    others = max(len(ordered) - 1, 1)
    return {
        code: sum(one < value for one in ordered) / others for code, value in values.items()
    }  # fmt: skip


def priority(factors: Factors, weights: Mapping[str, float]) -> float:
    """The weighted sum; weights are made to sum to 1, so that their scale means nothing."""
    whole = sum(weights[name] for name in FACTORS)
    return sum(weights[name] / whole * (getattr(factors, name) or 0.0) for name in FACTORS)


def in_order(scores: Mapping[str, float]) -> list[str]:
    """The greatest first; equals by code."""
    return sorted(scores, key=lambda code: (-scores[code], code))


@dataclass(frozen=True)
class Rate:
    """How many a month the goal needs from here."""

    needed: int
    done: int
    months_left: float
    a_month: float | None


def rate(percent: float, whole: int, done: int, *, on: date, by: date) -> Rate:
    months = (by - on).days / DAYS_IN_MONTH
    return Rate(
        math.ceil(percent / 100 * whole), done, months, needed_rate(percent / 100, whole, done, months)
    )  # fmt: skip


@dataclass(frozen=True)
class Month:
    """One month of the burn-up: how many are in force, how many are done."""

    on: date
    scope: int
    done: int


@dataclass(frozen=True)
class Cone:
    """Where the pace of the past leads by the day of the goal, eight times of ten."""

    low: float
    middle: float
    high: float
    months_behind: int


LEAST_MONTHS = 6


def paces(months: Sequence[Month]) -> list[int]:
    """How many more were done each month."""
    return [b.done - a.done for a, b in itertools.pairwise(months)]


def cone(months: Sequence[Month], ahead: float) -> Cone | None:
    """None while there are too few months to know a pace; never above what is in force."""
    steps = paces(months)
    if len(steps) < LEAST_MONTHS:
        return None
    mean = sum(steps) / len(steps)
    spread = math.sqrt(sum((one - mean) ** 2 for one in steps) / (len(steps) - 1))
    now, most = months[-1].done, months[-1].scope
    middle, wide = now + mean * ahead, LIKELY * spread * math.sqrt(max(ahead, 0))

    def within(value: float) -> float:
        return max(0.0, min(float(most), value))

    return Cone(within(middle - wide), within(middle), within(middle + wide), len(steps))


def month_ends(until: date, number: int) -> list[date]:
    """The last days of months before, and the day itself."""
    found, first = [until], until.replace(day=1)
    for _month in range(number):
        last = first - timedelta(days=1)
        found.append(last)
        first = last.replace(day=1)
    return found[::-1]


def quarter_of(day: date) -> date:
    """The first day of the quarter that this day is in."""
    return date(day.year, (day.month - 1) // 3 * 3 + 1, 1)


def quarters_before(today: date, number: int) -> list[date]:
    """The first days of so many whole quarters before this one, the oldest first."""
    found, first = [], quarter_of(today)
    for _quarter in range(number):
        first = quarter_of(first - timedelta(days=1))
        found.append(first)
    return found[::-1]


def falls_back(periods: Sequence[str]) -> bool:
    """Red in the last two periods: it goes back to the queue."""
    return len(periods) >= RED_PERIODS and all(one == "red" for one in periods[-RED_PERIODS:])


@dataclass(frozen=True)
class Quality:
    """Thresholds of one period: marks on the scale of ratings, shares of those who began at the portal."""

    least_ratings: int
    red_below: float
    least_begun: int = 20
    red_left_above: float = 0.5
    red_answered_below: float = 0.95

    def colour(self, ratings: int, mean: float | None) -> str:
        if mean is None or ratings < self.least_ratings:
            return "unknown"
        return "red" if mean < self.red_below else "fine"

    def colour_of_left(self, begun: int, share: float | None) -> str:
        if share is None or begun < self.least_begun:
            return "unknown"
        return "red" if share > self.red_left_above else "fine"

    def colour_of_silence(self, begun: int, answered: float | None) -> str:
        if answered is None or begun < self.least_begun:
            return "unknown"
        return "red" if answered < self.red_answered_below else "fine"
