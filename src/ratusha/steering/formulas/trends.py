"""Where a series goes: a line, a trend that dies away, a curve that saturates; with bands that hold in 8 of 10.

Values are those of equal steps of time, the oldest first. None: the series is too short to say anything.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import product
from math import exp, log, sqrt

import numpy as np

SHARE = 0.8  # of what will come lies within the band, if the future is like the past
FEWEST = 4
DAMPING = 0.9  # of the trend with each step
LATELY = 12  # values of one's own past on which bands are judged
# Student's t that 10 % lie above, by degrees of freedom from 1; beyond 30 that of the normal distribution.
ABOVE_A_TENTH = (
    3.078, 1.886, 1.638, 1.533, 1.476, 1.440, 1.415, 1.397, 1.383, 1.372, 1.363, 1.356, 1.350, 1.345, 1.341,
    1.337, 1.333, 1.330, 1.328, 1.325, 1.323, 1.321, 1.319, 1.318, 1.316, 1.315, 1.314, 1.313, 1.311, 1.310,
)  # fmt: skip
NORMAL = 1.2816


@dataclass(frozen=True)
class Step:
    """`ahead` steps after the last value."""

    ahead: int
    middle: float
    low: float
    high: float


Forecast = tuple[Step, ...]
Method = Callable[[Sequence[float], int], Forecast | None]


def _t(freedom: int) -> float:
    return ABOVE_A_TENTH[freedom - 1] if freedom <= len(ABOVE_A_TENTH) else NORMAL


def linear(values: Sequence[float], steps: int) -> Forecast | None:
    """Least squares; the band is that of one new value, so it widens away from the middle of the series."""
    number = len(values)
    if number < FEWEST:
        return None
    at = np.arange(number)
    slope, start = np.polyfit(at, np.asarray(values, float), 1)
    rest = np.asarray(values, float) - (start + slope * at)
    spread = sqrt(float((rest**2).sum()) / (number - 2))
    around = float(((at - at.mean()) ** 2).sum())
    found = []
    for ahead in range(1, steps + 1):
        place = number - 1 + ahead
        middle = float(start + slope * place)
        width = sqrt(1 + 1 / number + (place - float(at.mean())) ** 2 / around)
        found.append(_step(ahead, middle, _t(number - 2) * spread * width))
    return tuple(found)


def _step(ahead: int, middle: float, half: float) -> Step:
    return Step(ahead, middle, middle - half, middle + half)


def damped(values: Sequence[float], steps: int) -> Forecast | None:
    """Holt's method with a trend that dies away by a tenth each step; its two weights are those that erred least."""
    number = len(values)
    if number < FEWEST:
        return None
    tried = product(np.linspace(0.1, 0.9, 9), np.linspace(0.0, 0.9, 10))
    level_weight, trend_weight = min(tried, key=lambda pair: _holt(values, *pair)[2])
    level, trend, squares = _holt(values, level_weight, trend_weight)
    spread = sqrt(squares / (number - 2))
    found, reach, variance = [], 0.0, 1.0
    for ahead in range(1, steps + 1):
        reach += DAMPING**ahead
        half = _t(number - 2) * spread * sqrt(variance)
        found.append(_step(ahead, level + reach * trend, half))
        variance += (level_weight * (1 + trend_weight * reach)) ** 2
    return tuple(found)


def _holt(
    values: Sequence[float], level_weight: float, trend_weight: float
) -> tuple[float, float, float]:
    """(level, trend, sum of squared errors) after the last value."""
    level, trend, squares = float(values[0]), float(values[1] - values[0]), 0.0
    for value in values[1:]:
        expected = level + DAMPING * trend
        error = value - expected
        squares += error**2
        level = expected + level_weight * error
        trend = DAMPING * trend + level_weight * trend_weight * error
    return level, trend, squares


def logistic(values: Sequence[float], steps: int) -> Forecast | None:
    """For shares: a straight line in logits, so that neither the curve nor its band leaves 0 to 1."""
    if any(not 0 < value < 1 for value in values):
        return None
    found = linear([log(value / (1 - value)) for value in values], steps)
    if found is None:
        return None
    return tuple(
        Step(one.ahead, _share(one.middle), _share(one.low), _share(one.high)) for one in found
    )


def _share(logit: float) -> float:
    return 1 / (1 + exp(-logit))


METHODS: dict[str, Method] = {"linear": linear, "damped": damped, "logistic": logistic}


def calibration(values: Sequence[float], method: Method) -> tuple[int, int]:
    """(kept, judged): how often the next value lay in the band drawn before it was known; 8 of 10 is promised."""
    kept = judged = 0
    for known in range(max(FEWEST, len(values) - LATELY), len(values)):
        forecast = method(values[:known], 1)
        if forecast is not None:
            judged += 1
            kept += forecast[0].low <= values[known] <= forecast[0].high
    return kept, judged
