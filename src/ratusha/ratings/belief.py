"""What may be said of an organisation by its ratings: a Bayesian mean with its interval. Pure.

A rating is the mean x of its four marks. Before we have read any rating of an organisation we take it to be like
all organisations together: as if C ratings had come with the mean and the spread of all. With n of its own

    mean = (C · m + Σx) / (C + n)

and the shares of the marks follow a Dirichlet distribution (prior: C times the shares of all), by which the mean
has the variance (E[x²] - E[x]²) / (C + n + 1). The interval is that of the beta distribution on 1 to 5 with this mean
and variance.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist
from typing import Self

import numpy as np

VERSION = "rating-1"
LOWEST, HIGHEST = 1.0, 5.0
STEPS = 2000  # of the curve that the interval is cut from
MARKS = 4  # in one rating
NOTHING = 1e-12  # a spread that is only the dust of floating numbers


@dataclass(frozen=True)
class Tally:
    """So many ratings, the sum of their means and of the squares of these."""

    count: int = 0
    total: float = 0.0
    squares: float = 0.0

    @classmethod
    def of_sums(cls, sums: Mapping[int, int]) -> Self:
        """From how often each sum of the four marks was given."""
        return cls(
            sum(sums.values()),
            sum(often * one / MARKS for one, often in sums.items()),
            sum(often * (one / MARKS) ** 2 for one, often in sums.items()),
        )

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.count + other.count, self.total + other.total, self.squares + other.squares
        )


@dataclass(frozen=True)
class Belief:
    """The mean, and between what it is with the certainty that was asked for."""

    mean: float
    low: float
    high: float
    count: int


def believe(own: Tally, everybody: Tally, *, weight: int, certainty: float) -> Belief:
    """`everybody` holds the ratings of all organisations, this one among them; it may not be empty."""
    mean, variance = _posterior(own, everybody, weight)
    low, high = _interval(mean, variance, certainty)
    return Belief(mean, min(low, mean), max(high, mean), own.count)


def _posterior(own: Tally, everybody: Tally, weight: int) -> tuple[float, float]:
    """Mean and variance of what is believed."""
    number = weight + own.count
    mean = (weight * everybody.total / everybody.count + own.total) / number
    square = (weight * everybody.squares / everybody.count + own.squares) / number
    return mean, max(square - mean**2, 0.0) / (number + 1)


@dataclass(frozen=True)
class Difference:
    """By how much a mean has moved, and between what that lies."""

    mean: float
    low: float
    high: float


def difference(
    now: Tally, before: Tally, *, both: Tally, weight: int, certainty: float
) -> Difference:
    """Both are believed with the same imagined ratings (`both`), so that what we imagined moves nothing.

    The two variances are added and the interval is that of the normal distribution: each is of at least C + n ratings.
    """
    mean, variance = _posterior(now, both, weight)
    mean_before, variance_before = _posterior(before, both, weight)
    moved = mean - mean_before
    width = NormalDist().inv_cdf((1 + certainty) / 2) * sqrt(variance + variance_before)
    return Difference(moved, moved - width, moved + width)


def _interval(mean: float, variance: float, certainty: float) -> tuple[float, float]:
    width = HIGHEST - LOWEST
    middle, spread = (mean - LOWEST) / width, variance / width**2
    if spread < NOTHING or not 0 < middle < 1:  # everybody gave the same mark
        return mean, mean
    strength = middle * (1 - middle) / spread - 1
    a, b = middle * strength, (1 - middle) * strength
    at = (np.arange(STEPS) + 0.5) / STEPS
    height = (a - 1) * np.log(at) + (b - 1) * np.log1p(-at)
    share = np.cumsum(np.exp(height - height.max()))
    share /= share[-1]
    rest = (1 - certainty) / 2
    low, high = np.searchsorted(share, [rest, 1 - rest])
    return LOWEST + width * float(at[low]), LOWEST + width * float(at[min(high, STEPS - 1)])


@dataclass(frozen=True)
class Span:
    """The places that an organisation may have: from the best to the worst that the intervals allow."""

    best: int
    worst: int

    @property
    def is_certain(self) -> bool:
        return self.best == self.worst


def spans(beliefs: Sequence[Belief]) -> list[Span]:
    """Only who lies wholly above is before; where intervals overlap nothing is claimed."""
    lows = np.sort([one.low for one in beliefs])
    highs = np.sort([one.high for one in beliefs])
    return [
        Span(
            1 + len(beliefs) - int(np.searchsorted(lows, one.high, side="right")),
            len(beliefs) - int(np.searchsorted(highs, one.low, side="left")),
        )
        for one in beliefs
    ]
