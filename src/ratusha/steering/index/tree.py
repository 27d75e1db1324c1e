"""The tree of an index, worked out: each branch with its value, the weights that counted, and what it contributes."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .aggregate import WEIGHTED, aggregate, first_component
from .expressions import Budget, evaluate
from .functions import Column, Rows
from .spec import Input, Missing, Node, Spec
from .steps import applied

Matrix = NDArray[np.floating[Any]]
ADDITIVE = ("mean", "boolshare", "sum", "weighted_sum")


@dataclass
class Branch:
    node: Node
    joined: Column  # put together from the parts, before the branch's own steps
    value: Column
    weights: Matrix | None = None  # units x parts: as they counted, after what was missing
    children: list["Branch"] = field(default_factory=list)

    @property
    def matrix(self) -> Matrix:
        return np.stack([child.value for child in self.children], axis=-1)

    def contributions(self) -> Matrix | None:
        """What each part adds to the joined value: exact for sums, shares of the logarithm for geometric means.

        None where parts cannot be told apart: minimum, median, harmonic means and expressions.
        """
        if self.weights is None or not self.children:
            return None
        values = np.where(np.isnan(self.matrix), 0.0, self.matrix)
        if self.node.method in ADDITIVE:
            return values * self.weights
        if self.node.method == "geometric":
            with np.errstate(all="ignore"):
                logs = np.where(values > 0, np.log(values), 0.0) * self.weights
                found = logs / logs.sum(axis=1, keepdims=True) * self.joined[:, None]
            return np.asarray(np.where(np.isfinite(found), found, 0.0), dtype=float)
        return None

    def notes(self, at: int) -> list[str]:
        return list(self._notes(at))

    def _notes(self, at: int) -> Iterator[str]:
        for child in self.children:
            yield from child._notes(at)  # noqa: SLF001 - the same class
        if not self.children:
            return
        values = self.matrix[at]
        name = self.node.name
        lost = int(np.isnan(values).sum())
        if lost and np.isnan(self.joined[at]):
            yield f"{name}: not rated, {lost} of {len(values)} parts are missing"
        elif lost:
            yield f"{name}: without {lost} of {len(values)} parts"
        if self.node.method in {"geometric", "harmonic"}:
            if (values == 0).any():
                yield f"{name}: a part is 0, and so is the {self.node.method} mean"
            elif (values < 0).any():
                yield f"{name}: a part is below 0, which has no {self.node.method} mean"

    def to_dict(self, at: int) -> dict[str, Any]:
        """Down to the inputs, for one unit."""
        found: dict[str, Any] = {"name": self.node.name, "value": number(self.value[at])}
        if self.node.formula:
            found["formula"] = self.node.formula
        if not self.children:
            return found
        parts = self.contributions()
        found["method"] = self.node.method
        if self.node.steps:
            found["joined"] = number(self.joined[at])
        found["parts"] = [
            child.to_dict(at)
            | ({"weight": number(self.weights[at, place])} if self.weights is not None else {})
            | ({"contribution": number(parts[at, place])} if parts is not None else {})
            for place, child in enumerate(self.children)
        ]
        return found


def number(value: Any) -> float | None:
    return None if np.isnan(value) else float(value)


def grown(spec: Spec, node: Node, rows: Rows, budget: Budget) -> Branch:
    budget.spend()
    if node.expression is not None:
        joined = evaluate(node.expression, rows, budget)
        return Branch(node, joined, _stepped(node, joined, rows, budget))
    if not node.children:
        joined = rows.column(node.name)
        return Branch(node, joined, _stepped(node, joined, rows, budget))
    children = [grown(spec, child, rows, budget) for child in node.children]
    matrix = np.stack([child.value for child in children], axis=-1)
    weights = counted(node, node.missing or spec.missing, matrix)
    joined = aggregate(node.method, matrix, weights, node.power)
    value = _stepped(node, joined, rows, budget)
    return Branch(node, joined, value, weights, children)


def _stepped(node: Node, column: Column, rows: Rows, budget: Budget) -> Column:
    for step in node.steps:
        column = applied(step, column, Input(node.name), rows, budget, less=False)
    return column


def base_weights(node: Node, matrix: Matrix) -> Matrix:
    """As they are written; equal where nothing is written, and 1 each for sums."""
    count = len(node.children)
    if node.weights == "pca":
        return first_component(matrix)
    given = [child.weight for child in node.children]
    if any(weight is not None for weight in given):
        return np.array([weight or 0.0 for weight in given])
    equal = node.method in WEIGHTED or node.method == "boolshare"
    return np.full(count, 1 / count if equal else 1.0)


def counted(node: Node, missing: Missing, matrix: Matrix) -> Matrix:
    """The weights of each unit: where enough parts are there, theirs are stretched to the same sum."""
    weights = np.broadcast_to(base_weights(node, matrix), matrix.shape).copy()
    known = ~np.isnan(matrix)
    lenient = missing.policy in {"renormalise", "not_rated", "impute"} and missing.min_share < 1
    if not lenient and node.method != "boolshare":
        return weights
    least = missing.min_share if lenient else 0.0
    share = known.mean(axis=1)
    enough = (np.round(share, 2) >= np.round(least, 2)) & known.any(axis=1)
    present = np.where(known, weights, 0.0)
    if node.method in {"sum", "product", "min", "max", "median", "weighted_sum"}:
        stretched = present
    else:
        with np.errstate(all="ignore"):
            stretched = (
                present * weights.sum(axis=1, keepdims=True) / present.sum(axis=1, keepdims=True)
            )
    return np.where(enough[:, None], np.nan_to_num(stretched), weights)
