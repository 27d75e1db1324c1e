"""How much the weights and the method matter: thousands of random weightings, other methods, each part left out."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ratusha.kernel.marked import Finding

from . import fields
from .aggregate import WEIGHTED, aggregate
from .compute import Result, compute
from .data import Table
from .mistakes import Mistake, Mistaken
from .spec import Node, Spec
from .steps import KINDS

Matrix = NDArray[np.floating[Any]]
AT_ONCE = 4_000_000  # numbers worked on at a time, so that memory stays small


@dataclass
class Sensitivity:
    result: Result
    units: list[int]  # places in the result: of one period, rated
    draws: int
    seed: int
    interval: float
    low: NDArray[np.int64]
    high: NDArray[np.int64]
    middle: Matrix
    same: Matrix  # share of weightings that give the very same rank
    others: dict[str, Matrix]  # ranks by another method, aggregation, or without a part

    def lines(self) -> list[dict[str, Any]]:
        result = self.result
        return [
            {
                "unit": result.rows.keys[at],
                "period": result.rows.periods[at],
                "value": float(result.shown[at]),
                "rank": int(result.rank[at]),
                "low": int(self.low[place]),
                "high": int(self.high[place]),
                "median": float(self.middle[place]),
                "same_share": round(float(self.same[place]), 4),
                **{name: int(column[place]) if column[place] > 0 else None for name, column in self.others.items()},
            }
            for place, at in enumerate(self.units)
        ]  # fmt: skip

    def to_json(self) -> dict[str, Any]:
        base = np.array([self.result.rank[at] for at in self.units])
        return {
            "index": self.result.spec.code,
            "version": self.result.spec.version,
            "draws": self.draws,
            "seed": self.seed,
            "interval": self.interval,
            "mean_shift": {
                name: round(float(np.abs(column - base)[column > 0].mean()), 3)
                for name, column in self.others.items()
            },
            "rows": self.lines(),
        }

    def ties(self) -> dict[int, tuple[int, int]]:
        """For each unit the ranks that cannot be told apart from its own: those of overlapping ranges."""
        found = {}
        for place, at in enumerate(self.units):
            meets = (self.low <= self.high[place]) & (self.high >= self.low[place])
            within = [int(self.result.rank[self.units[one]]) for one in np.flatnonzero(meets)]
            found[at] = (min(within), max(within))
        return found


def examine(
    spec: Spec,
    table: Table,
    others: Sequence[Spec] = (),
    *,
    period: str = "",
    draws: int | None = None,
    seed: int | None = None,
) -> Sensitivity:
    """Of one period, the last one when none is named. The same seed gives the same figures."""
    how = spec.sensitivity
    how = replace(how, draws=draws or how.draws, seed=how.seed if seed is None else seed)
    result = compute(spec, table, others)
    periods = sorted(set(result.rows.periods))
    period = period or periods[-1]
    units = _rated(result, period)
    if not units or not result.tree.children or len(result.tree.children) < 2:  # noqa: PLR2004 - nothing to weigh
        message = (
            "There is nothing to weigh."
            if units
            else f"Nothing is rated in {period or 'the table'}."
        )
        mend = "The index needs at least two parts, and units that are rated."
        raise Mistaken([Finding(table.name, 1, 1, "sensitivity.nothing", message, mend)])
    drawn = _drawn_ranks(result, units, how.concentration, how.draws, how.seed)
    aside = (1 - how.interval) / 2 * 100
    low, high = np.percentile(drawn, [aside, 100 - aside], axis=0, method="nearest")
    base = np.array([result.rank[at] for at in units])
    return Sensitivity(
        result, units, how.draws, how.seed, how.interval,
        low.astype(np.int64), high.astype(np.int64), np.median(drawn, axis=0),
        (drawn == base).mean(axis=0), _other_ways(spec, table, others, result, units),
    )  # fmt: skip


def drawn_times(
    spec: Spec, table: Table, others: Sequence[Spec] = (), *, period: str = ""
) -> dict[str, dict[int, int]]:
    """How often each unit took each rank in the random weightings that `examine` draws by the same seed."""
    how, result = spec.sensitivity, compute(spec, table, others)
    units = _rated(result, period)
    drawn = _drawn_ranks(result, units, how.concentration, how.draws, how.seed)
    found = {}
    for place, at in enumerate(units):
        ranks, times = np.unique(drawn[:, place], return_counts=True)
        found[result.rows.keys[at]] = dict(zip(ranks.tolist(), times.tolist(), strict=True))
    return found


def _rated(result: Result, period: str) -> list[int]:
    """Places in the result: of this period, rated."""
    return [
        at
        for at in range(result.number)
        if result.rows.periods[at] == period and not np.isnan(result.value[at])
    ]


def _drawn_ranks(
    result: Result, units: list[int], concentration: float, draws: int, seed: int
) -> NDArray[np.int32]:
    """Draws x units. Steps after the aggregation keep the order, so they are left out."""
    matrix = result.tree.matrix[units]
    random = np.random.default_rng(seed)
    weights = random.dirichlet(np.full(matrix.shape[1], concentration), draws)
    method = result.tree.node.method
    method = method if method in WEIGHTED else "mean"
    sign = -1.0 if result.spec.ranking.descending else 1.0
    found = np.empty((draws, len(units)), dtype=np.int32)
    step = max(1, AT_ONCE // max(matrix.size, 1))
    for start in range(0, draws, step):
        part = weights[start : start + step]
        scores = sign * _scored(method, matrix, part, result.tree.node.power)
        found[start : start + step] = _ranked(scores)
    return found


def _scored(method: str, matrix: Matrix, weights: Matrix, power: float) -> Matrix:
    """Draws x units; a unit without some part is scored by the others, as the method that rated it does."""
    known = ~np.isnan(matrix)
    if known.all():
        return aggregate(method, matrix, weights[:, None, :], power)
    each = weights[:, None, :] * known[None, :, :]
    each /= np.maximum(each.sum(axis=2, keepdims=True), 1e-300)
    return aggregate(method, matrix[None, :, :], each, power)


def _ranked(scores: Matrix) -> NDArray[np.int32]:
    """Competition ranks in each row, 1 for the smallest; what is alike to 12 digits is alike."""
    scores = np.round(scores, 12)
    order = np.argsort(scores, axis=1)
    ordered = np.take_along_axis(scores, order, axis=1)
    place = np.arange(scores.shape[1], dtype=np.int32)
    new = np.ones(scores.shape, dtype=bool)
    new[:, 1:] = ordered[:, 1:] != ordered[:, :-1]
    first = np.maximum.accumulate(np.where(new, place, 0), axis=1)
    found = np.empty(scores.shape, dtype=np.int32)
    np.put_along_axis(found, order, (first + 1).astype(np.int32), axis=1)
    return found


def _other_ways(
    spec: Spec, table: Table, others: Sequence[Spec], result: Result, units: list[int]
) -> dict[str, Matrix]:
    how, ways = spec.sensitivity, {}
    for name in how.methods:
        ways[f"by_{name}"] = with_method(spec, name)
    for name in how.aggregations:
        ways[f"agg_{name}"] = replace(spec, root=replace(spec.root, method=name))
    for child in spec.root.children if how.drop_one else ():
        ways[f"without_{child.name}"] = without(spec, child.name)
    keys = [(result.rows.keys[at], result.rows.periods[at]) for at in units]
    found = {}
    for name, changed in ways.items():
        other = compute(changed, table, others)
        pairs = zip(other.rows.keys, other.rows.periods, strict=True)
        known = dict(zip(pairs, other.rank, strict=True))
        found[name] = np.nan_to_num(np.array([known.get(key, np.nan) for key in keys]))
    return found


def with_method(spec: Spec, name: str) -> Spec:
    """The index normalised in another way: in the place where it is normalised now."""
    step = fields.step(name)
    if spec.normalise is not None:
        return replace(spec, normalise=step, overrides={})
    for at, one in enumerate(spec.before):
        if KINDS[one.name].directed:
            return replace(spec, before=(*spec.before[:at], step, *spec.before[at + 1 :]))
    return replace(spec, before=(*spec.before, step))


def without(spec: Spec, name: str) -> Spec:
    """The index without one part; the weights of the others keep their proportions."""
    rest = [child for child in spec.root.children if child.name != name]
    given = [child.weight for child in rest if child.weight is not None]
    total = sum(given)
    if given and total <= 0:
        raise Mistake("weight.sum", f"Without {name} nothing has a weight.", "Drop another part.")
    children = tuple(
        replace(child, weight=child.weight / total) if child.weight is not None and total else child
        for child in rest
    )
    root: Node = replace(spec.root, children=children)
    return replace(spec, root=root)
