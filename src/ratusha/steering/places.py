"""The place of one unit in a published index: with other figures, and what it would take to reach a rank."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from . import presentation
from .index import data
from .index.compute import Result, compute
from .models import PublishedIndex

STEPS = 17  # halvings: to five digits, finer than an index is published


@dataclass(frozen=True)
class Place:
    """Where a unit stands: its value as it would be published, its rank, and the figures behind."""

    value: float
    rank: int
    rated: int
    inputs: dict[str, float]


def place_of(
    found: PublishedIndex, unit: str, changed: Mapping[str, float] | None = None
) -> Place | None:
    """All the others as they were published; None where the unit is not rated."""
    result = _computed(found, unit, changed or {})
    at = _row_of(result, unit)
    if at is None or np.isnan(result.value[at]):
        return None
    inputs = {name: float(column[at]) for name, column in result.inputs.items()}
    return Place(float(result.shown[at]), int(result.rank[at]), result.rated, inputs)


def needed(
    found: PublishedIndex, unit: str, name: str, rank: int, *, greatest: float = 1.0
) -> float | None:
    """The least figure with which the unit reaches this rank while nobody else moves; None where none is enough.

    Holds for an index in which more of this figure never lowers the value.
    """

    def reaches(figure: float) -> bool:
        tried = place_of(found, unit, {name: figure})
        return tried is not None and tried.rank <= rank

    now = place_of(found, unit)
    if now is None or not reaches(greatest):
        return None
    low, high = 0.0, greatest
    if now.rank > rank:
        low = now.inputs[name]
    for _step in range(STEPS):
        middle = (low + high) / 2
        low, high = (low, middle) if reaches(middle) else (middle, high)
    return high


def _computed(found: PublishedIndex, unit: str, changed: Mapping[str, float]) -> Result:
    """The published period alone, with other figures in the row of the unit."""
    spec, table = presentation.spec_of(found), data.read(found.table)
    key = table.head.index(spec.key)
    period = table.head.index(spec.period_column) if spec.period_column in table.head else None
    figures = {
        table.head.index(spec.inputs[name].column or name): repr(figure)
        for name, figure in changed.items()
    }
    mine = [row for row in table.rows if period is None or row[period] == found.period]
    rows = [
        [figures.get(at, cell) for at, cell in enumerate(row)] if row[key] == unit else row
        for row in mine
    ]
    asked = replace(table, rows=rows, lines=list(range(len(rows))))
    return compute(spec, asked, presentation.specs_of(found))


def _row_of(result: Result, unit: str) -> int | None:
    return next((at for at, key in enumerate(result.rows.keys) if key == unit), None)
