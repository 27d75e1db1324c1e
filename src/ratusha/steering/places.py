"""The place of one unit in a published index: with other figures, and what it would take to reach a rank."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from . import presentation
from .changed import changed_table
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
    """The published period alone."""
    spec = presentation.spec_of(found)
    table = changed_table(found, spec, unit, changed, alone=True)
    return compute(spec, table, presentation.specs_of(found))


def digits_of_ranks(found: PublishedIndex) -> int | None:
    """By how many digits of the value ranks are told apart in the published period; None: by all of them."""
    digits = presentation.spec_of(found).ranking.digits
    return int(digits.at(found.period)) if digits else None


def _row_of(result: Result, unit: str) -> int | None:
    return next((at for at, key in enumerate(result.rows.keys) if key == unit), None)
