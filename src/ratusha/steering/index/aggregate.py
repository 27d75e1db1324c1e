"""Many values become one. The same work for one set of weights and for five thousand of them."""

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.floating[Any]]
WEIGHTED = ("mean", "geometric", "harmonic", "owa", "power")
PLAIN = ("min", "max", "median", "sum", "product", "boolshare", "weighted_sum")
METHODS = (*WEIGHTED, *PLAIN)
OTHER_NAMES = {"arith": "mean", "arithmetic": "mean", "geom": "geometric", "weighted": "mean"}


def aggregate(method: str, values: Matrix, weights: Matrix, power: float = 1.0) -> Matrix:
    """`values` units x children, `weights` the same or draws x 1 x children; the result lacks the last axis.

    A child of weight 0 counts as not there, so that a missing value with weight 0 does no harm.
    """
    with np.errstate(all="ignore"):
        found = _WORK[method](values, weights, power)
        return np.asarray(np.where(np.isfinite(found), found, np.nan), dtype=float)


def _weighed(values: Matrix, weights: Matrix) -> Any:
    """Values times weights, summed: by matrix products, which are fast where weights are shared by all units."""
    filled = np.where(np.isnan(values), 0.0, values)
    unknown = np.isnan(values)
    if weights.ndim == 3 and weights.shape[1] == 1:  # noqa: PLR2004 - draws x 1 x children
        found = weights[:, 0, :] @ filled.T
        return np.where((weights[:, 0, :] > 0) @ unknown.T, np.nan, found)
    lost = (unknown & (weights != 0)).any(axis=-1)
    return np.where(lost, np.nan, (filled * weights).sum(axis=-1))


def _present(values: Matrix, weights: Matrix) -> Matrix:
    """A child without weight is left out of methods that know no weights."""
    return np.where(weights == 0, np.nan, values)


def _geometric(values: Matrix, weights: Matrix, _power: float) -> Any:
    logs = np.log(np.where(values > 0, values, 1.0))
    found = np.exp(_weighed(np.where(np.isnan(values), np.nan, logs), weights))
    nought = _touches(values == 0, weights)
    below = _touches(values < 0, weights)
    return np.where(below, np.nan, np.where(nought & ~np.isnan(found), 0.0, found))


def _harmonic(values: Matrix, weights: Matrix, _power: float) -> Any:
    turned = 1 / np.where(values > 0, values, 1.0)
    found = 1 / _weighed(np.where(np.isnan(values), np.nan, turned), weights)
    nought = _touches(values == 0, weights)
    below = _touches(values < 0, weights)
    return np.where(below, np.nan, np.where(nought & ~np.isnan(found), 0.0, found))


def _touches(which: Any, weights: Matrix) -> Any:
    if weights.ndim == 3 and weights.shape[1] == 1:  # noqa: PLR2004 - draws x 1 x children
        return (weights[:, 0, :] > 0) @ which.T
    return (which & (weights != 0)).any(axis=-1)


def _power(values: Matrix, weights: Matrix, power: float) -> Any:
    """The generalised mean; at 0 it is the geometric one."""
    if power == 0:
        return _geometric(values, weights, power)
    return np.power(_weighed(np.power(values, power), weights), 1 / power)


def _owa(values: Matrix, weights: Matrix, _power: float) -> Any:
    """Weights belong to places: the first to the highest value."""
    unknown = np.isnan(values).any(axis=-1)
    ordered = -np.sort(-np.where(np.isnan(values), 0.0, values), axis=-1)
    return np.where(unknown, np.nan, _weighed(ordered, weights))


def _plain(work: Callable[..., Any]) -> Callable[[Matrix, Matrix, float], Any]:
    def done(values: Matrix, weights: Matrix, _power: float) -> Any:
        values, weights = np.broadcast_arrays(values, weights)
        found = work(_present(values, weights), axis=-1)
        lost = (np.isnan(values) & (weights != 0)).any(axis=-1)
        empty = (weights == 0).all(axis=-1)
        return np.where(lost | empty, np.nan, found)

    return done


def _quiet_min(values: Matrix, axis: int) -> Any:
    return np.where(np.isnan(values), np.inf, values).min(axis=axis)


def _quiet_max(values: Matrix, axis: int) -> Any:
    return np.where(np.isnan(values), -np.inf, values).max(axis=axis)


def _quiet_median(values: Matrix, axis: int) -> Any:
    ordered = np.sort(values, axis=axis)  # what is not there comes last
    number = (~np.isnan(values)).sum(axis=axis, keepdims=True)
    low = np.take_along_axis(ordered, np.maximum((number - 1) // 2, 0), axis=axis)
    high = np.take_along_axis(ordered, np.minimum(number // 2, values.shape[-1] - 1), axis=axis)
    return ((low + high) / 2)[..., 0]


_WORK: dict[str, Callable[[Matrix, Matrix, float], Any]] = {
    "mean": lambda v, w, _p: _weighed(v, w),
    "boolshare": lambda v, w, _p: _weighed(v, w),
    "weighted_sum": lambda v, w, _p: _weighed(v, w),
    "geometric": _geometric,
    "harmonic": _harmonic,
    "power": _power,
    "owa": _owa,
    "min": _plain(_quiet_min),
    "max": _plain(_quiet_max),
    "median": _plain(_quiet_median),
    "sum": _plain(np.nansum),
    "product": _plain(np.nanprod),
}


def first_component(values: Matrix) -> Matrix:
    """Weights by the first principal component: squared loadings, which sum to 1. Shown, never the default."""
    whole = values[~np.isnan(values).any(axis=1)]
    count = values.shape[1]
    if len(whole) <= count or (whole.std(axis=0) == 0).any():
        return np.full(count, 1 / count)
    _, vectors = np.linalg.eigh(np.corrcoef(whole, rowvar=False))
    return np.asarray(vectors[:, -1] ** 2, dtype=float)
