"""One weight for each kind of evidence: a conditional logit over the organisations that anything speaks for. Pure.

Small enough to be read, fitted in a second, and its shares mean what they say (`judge` prints the calibration).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

STEPS = 12  # of Newton's method: it converges in six or seven
RIDGE = 1e-3


@dataclass(frozen=True)
class Example:
    """One decided issue: numbers for each organisation that was possible, and which one it was (None: none of them)."""

    numbers: list[list[float]]
    right: int | None


@dataclass(frozen=True)
class Model:
    weights: list[float]
    means: list[float]
    spreads: list[float]

    def shares(self, numbers: Sequence[Sequence[float]]) -> list[float]:
        """How likely each is; together one."""
        if not numbers:
            return []
        told = (np.asarray(numbers) - self.means) / self.spreads @ np.asarray(self.weights)
        raised = np.exp(told - told.max())
        return [float(one) for one in raised / raised.sum()]


def fit(examples: Sequence[Example]) -> Model:
    usable = [one for one in examples if one.right is not None and len(one.numbers) > 1]
    if not usable:
        raise ValueError("there is nothing to learn from")
    rows = np.concatenate([np.asarray(one.numbers) for one in usable])
    whose = np.repeat(np.arange(len(usable)), [len(one.numbers) for one in usable])
    right = np.concatenate([np.arange(len(one.numbers)) == one.right for one in usable]).astype(
        float
    )
    means, spreads = rows.mean(0), rows.std(0) + 1e-9
    scaled = (rows - means) / spreads
    weights = np.zeros(scaled.shape[1])
    for _step in range(STEPS):
        weights = weights + _step_of(scaled, whose, right, weights, len(usable))
    return Model(weights.tolist(), means.tolist(), spreads.tolist())


def _step_of(
    rows: "np.ndarray[tuple[int, ...], np.dtype[np.float64]]",
    whose: "np.ndarray[tuple[int, ...], np.dtype[np.int64]]",
    right: "np.ndarray[tuple[int, ...], np.dtype[np.float64]]",
    weights: "np.ndarray[tuple[int, ...], np.dtype[np.float64]]",
    count: int,
) -> "np.ndarray[tuple[int, ...], np.dtype[np.float64]]":
    told = rows @ weights
    highest = np.full(count, -np.inf)
    np.maximum.at(highest, whose, told)
    raised = np.exp(told - highest[whose])
    shares = raised / np.bincount(whose, raised)[whose]
    slope = rows.T @ (right - shares) - RIDGE * count * weights
    means = np.stack([np.bincount(whose, shares * column) for column in rows.T], 1)
    bend = (rows * shares[:, None]).T @ rows - means.T @ means
    bend += RIDGE * count * np.eye(len(weights))
    found: np.ndarray[tuple[int, ...], np.dtype[np.float64]] = np.linalg.solve(bend, slope)
    return found


def threshold_for(shares: Sequence[float], right: Sequence[bool], wanted: float) -> float:
    """The lowest certainty from which on at least `wanted` of the decisions are right; 1 where none is."""
    order = np.argsort(-np.asarray(shares))
    hits = np.cumsum(np.asarray(right, float)[order]) / np.arange(1, len(order) + 1)
    enough = np.flatnonzero(hits >= wanted)
    return float(np.asarray(shares)[order][enough[-1]]) if len(enough) else 1.0
