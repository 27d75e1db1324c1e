"""Where an indicator goes if the future is like its past: three ways, each with its band and how such bands kept."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from ratusha.steering.public import TRENDS, TrendStep, trend_calibration

from .models import Snapshot
from .rules import Unit

AHEAD = 8  # weeks
MOST_WEEKS = 104
VERSION = "outlook-1"
SHOWN = "damped"  # of the drawing: the most cautious
NAMES = {
    "linear": _("Straight line"),
    "damped": _("Trend that dies away"),
    "logistic": _("Curve that saturates"),
}


@dataclass(frozen=True)
class Way:
    name: str
    last: TrendStep
    kept: int
    judged: int


@dataclass(frozen=True)
class Outlook:
    """`weeks` values of one a week; `until` is the last day that is foreseen."""

    version = VERSION

    weeks: int
    until: date
    ways: list[Way]
    past: list[tuple[date, Decimal]]
    ahead: list[tuple[date, float, float, float]]  # day, middle, low, high


def by_weeks(series: Sequence[Snapshot]) -> list[tuple[date, Decimal]]:
    """The last value of each week, back to the first week that has none: a gap is not bridged."""
    weeks: dict[date, tuple[date, Decimal]] = {}
    for one in series:
        if one.value is not None:
            weeks[one.on - timedelta(days=one.on.weekday())] = (one.on, one.value)
    found: list[tuple[date, Decimal]] = []
    for monday in sorted(weeks, reverse=True)[:MOST_WEEKS]:
        if found and monday + timedelta(weeks=1) not in weeks:
            break
        found.insert(0, weeks[monday])
    return found


def outlook(series: Sequence[Snapshot], unit: str) -> Outlook | None:
    """None where there are too few weeks to say anything."""
    weeks = by_weeks(series)
    values = [float(value) for _day, value in weeks]
    ways, drawn = [], []
    for code, method in TRENDS.items():
        if code == "logistic" and unit != Unit.SHARE:
            continue
        steps = method(values, AHEAD)
        if steps is not None:
            ways.append(Way(str(NAMES[code]), steps[-1], *trend_calibration(values, method)))
            if code == SHOWN:
                drawn = [
                    (weeks[-1][0] + timedelta(weeks=at), one.middle, one.low, one.high)
                    for at, one in enumerate(steps, 1)
                ]
    if not ways:
        return None
    until = weeks[-1][0] + timedelta(weeks=AHEAD)
    return Outlook(len(values), until, ways, weeks, drawn)
