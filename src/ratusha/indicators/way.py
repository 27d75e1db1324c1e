"""The way of an indicator to its targets: what is needed each month, and how fast it went so far. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from .rules import Direction

DAYS_OF_MONTH = Decimal("30.4375")
SHORTEST = 28  # days over which a pace can be told
Point = tuple[date, Decimal]


@dataclass(frozen=True)
class Way:
    """`line`: straight from the latest value through the targets that are still ahead, each in its turn."""

    line: list[Point]
    reached: bool  # the next target, already today
    a_month: Decimal | None  # needed until the next target
    pace: Decimal | None  # of a month, from the first value to the latest


def last_day(year: int) -> date:
    """A target of a year is to be reached by its end."""
    return date(year, 12, 31)


def months(first: date, last: date) -> Decimal:
    return Decimal((last - first).days) / DAYS_OF_MONTH


def way(series: Sequence[Point], targets: Sequence[Point], direction: str) -> Way | None:
    """None without a value or without a target ahead. What is reached needs nothing more than to be kept."""
    if not series:
        return None
    on, value = series[-1]
    ahead = sorted(one for one in targets if one[0] > on)
    if not ahead:
        return None
    day, aim = ahead[0]
    reached = value <= aim if direction == Direction.LESS else value >= aim
    return Way(
        line=[(on, value), *ahead],
        reached=reached,
        a_month=None if reached else (aim - value) / months(on, day),
        pace=_pace(series),
    )


def _pace(series: Sequence[Point]) -> Decimal | None:
    (first, before), (last, after) = series[0], series[-1]
    if (last - first).days < SHORTEST:
        return None
    return (after - before) / months(first, last)
