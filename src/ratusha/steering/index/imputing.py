"""Values put in where there is none, only if the method says so; each is marked as put in."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from .functions import Column, Rows, over_units
from .spec import Missing, Spec


def imputed(
    spec: Spec, leaves: Sequence[str], columns: dict[str, Column], rows: Rows
) -> tuple[dict[str, Column], dict[str, Column]]:
    """The columns with the values put in, and for each column where that was done."""
    how = spec.missing
    if how.policy != "impute":
        return dict(columns), {}
    whole = dict(columns)
    marks = {}
    for name in leaves:
        lost = np.isnan(columns[name])
        found = _found(name, leaves, columns, rows, how)
        whole[name] = np.where(lost, found, columns[name])
        marks[name] = (lost & ~np.isnan(found)).astype(float)
    return whole, marks


def _found(
    name: str, leaves: Sequence[str], columns: dict[str, Column], rows: Rows, how: Missing
) -> Column:
    column = columns[name]
    match how.impute:
        case "zero":
            return np.zeros(rows.number)
        case "last":
            return _last(column, rows)
        case "knn":
            return _neighbours(name, leaves, columns, rows, how.neighbours)
        case work:
            known: dict[str, Callable[[Column], Any]] = {
                "median": np.median, "mean": np.mean, "min": np.min, "max": np.max,
            }  # fmt: skip
            return over_units(rows, column, known[work])


def _last(column: Column, rows: Rows) -> Column:
    """The nearest earlier period of the same unit that has a value."""
    found = np.full(rows.number, np.nan)
    for steps in range(1, len(set(rows.periods))):
        at = rows.earlier(steps)
        earlier = np.where(at >= 0, column[at], np.nan)
        found = np.where(np.isnan(found), earlier, found)
    return found


def _neighbours(
    name: str, leaves: Sequence[str], columns: dict[str, Column], rows: Rows, count: int
) -> Column:
    """The mean of the units that are nearest in all other inputs, each measured in its own spread."""
    others = [one for one in leaves if one != name]
    found = np.full(rows.number, np.nan)
    for group in rows.each_group():
        if not others:
            continue
        stack = np.stack([_standard(columns[one][group]) for one in others])
        known = np.flatnonzero(~np.isnan(columns[name][group]))
        for place in np.flatnonzero(np.isnan(columns[name][group])):
            apart = (stack[:, known] - stack[:, [place]]) ** 2
            shared = (~np.isnan(apart)).sum(axis=0)
            with np.errstate(invalid="ignore", divide="ignore"):
                distance = np.where(shared, np.nansum(apart, axis=0) / shared, np.inf)
            near = known[np.argsort(distance, kind="stable")[:count]]
            if len(near) and np.isfinite(distance.min()):
                found[group[place]] = columns[name][group][near].mean()
    return found


def _standard(column: Column) -> Column:
    known = column[~np.isnan(column)]
    spread = known.std() if len(known) else 0.0
    return np.asarray((column - known.mean()) / spread if spread else column * 0, dtype=float)
