"""One weight for each kind of evidence: a conditional logit over the organisations that anything speaks for. Pure.

Common groups of issues have weights of their own, added to those of all. Small enough to be read, fitted in a second,
and its shares mean what they say (`judge` prints the calibration).
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

STEPS = 30  # of Newton's method, each halved until it helps: it converges in six or seven
RIDGE = 1e-2
KINDS = 7  # so many of the commonest kinds have weights of their own beside the common ones

Floats = np.ndarray[tuple[int, ...], np.dtype[np.float64]]


@dataclass(frozen=True)
class Example:
    """One decided issue: numbers for each organisation that was possible, and which one it was (None: none of them)."""

    numbers: list[list[float]]
    right: int | None
    kind: str = ""


@dataclass(frozen=True)
class Model:
    weights: list[float]
    means: list[float]
    spreads: list[float]
    own: dict[str, list[float]] = field(default_factory=dict)  # by kind: added to the weights

    def shares(self, numbers: Sequence[Sequence[float]], kind: str = "") -> list[float]:
        """How likely each is; together one."""
        if not numbers:
            return []
        weights = np.asarray(self.weights) + np.asarray(self.own.get(kind, 0.0))
        told = (np.asarray(numbers) - self.means) / self.spreads @ weights
        raised = np.exp(told - told.max())
        return [float(one) for one in raised / raised.sum()]


def fit(examples: Sequence[Example]) -> Model:
    usable = [one for one in examples if one.right is not None and len(one.numbers) > 1]
    if not usable:
        raise ValueError("there is nothing to learn from")
    sizes = [len(one.numbers) for one in usable]
    rows = np.concatenate([np.asarray(one.numbers) for one in usable])
    means, spreads = rows.mean(0), rows.std(0) + 1e-9
    scaled = (rows - means) / spreads
    kinds = [kind for kind, _count in Counter(one.kind for one in usable).most_common(KINDS)]
    of = np.repeat([one.kind for one in usable], sizes)
    wide = np.concatenate([scaled, *(scaled * (of == kind)[:, None] for kind in kinds)], axis=1)
    right = np.concatenate([np.arange(len(one.numbers)) == one.right for one in usable])
    whose = np.repeat(np.arange(len(usable)), sizes)
    weights = _Climb(wide, whose, right.astype(float), len(usable)).top()
    common, *own = weights.reshape(len(kinds) + 1, -1).tolist()
    return Model(common, means.tolist(), spreads.tolist(), dict(zip(kinds, own, strict=True)))


@dataclass(frozen=True)
class _Climb:
    """Newton's method up the likelihood, with a ridge that draws what is not proven to nothing."""

    rows: Floats
    whose: np.ndarray[tuple[int, ...], np.dtype[np.int64]]
    right: Floats
    count: int

    def top(self) -> Floats:
        weights: Floats = np.zeros(self.rows.shape[1])
        height = self._height(weights)
        for _step in range(STEPS):
            step, long = self._step(weights), 1.0
            while self._height(weights + long * step) < height and long > RIDGE:
                long /= 2
            weights = weights + long * step
            before, height = height, self._height(weights)
            if height - before < 1e-7 * self.count:
                break
        return weights

    def _shares(self, weights: Floats) -> Floats:
        told = self.rows @ weights
        highest = np.full(self.count, -np.inf)
        np.maximum.at(highest, self.whose, told)
        raised = np.exp(told - highest[self.whose])
        shares: Floats = raised / np.bincount(self.whose, raised)[self.whose]
        return shares

    def _height(self, weights: Floats) -> float:
        said = np.log(np.maximum(self._shares(weights)[self.right > 0], 1e-300)).sum()
        return float(said - RIDGE * self.count * (weights @ weights) / 2)

    def _step(self, weights: Floats) -> Floats:
        rows, shares = self.rows, self._shares(weights)
        slope = rows.T @ (self.right - shares) - RIDGE * self.count * weights
        means = np.stack([np.bincount(self.whose, shares * column) for column in rows.T], 1)
        bend = (rows * shares[:, None]).T @ rows - means.T @ means
        bend += RIDGE * self.count * np.eye(len(weights))
        found: Floats = np.linalg.solve(bend, slope).astype(np.float64)
        return found


def threshold_for(shares: Sequence[float], right: Sequence[bool], wanted: float) -> float:
    """The lowest certainty from which on at least `wanted` of the decisions are right; 1 where none is."""
    order = np.argsort(-np.asarray(shares))
    hits = np.cumsum(np.asarray(right, float)[order]) / np.arange(1, len(order) + 1)
    enough = np.flatnonzero(hits >= wanted)
    return float(np.asarray(shares)[order][enough[-1]]) if len(enough) else 1.0
