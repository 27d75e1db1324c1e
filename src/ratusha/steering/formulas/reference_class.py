"""The outside view: what became of others like it."""

from collections.abc import Sequence

import numpy as np

FEWEST = 8  # with fewer members another class is taken, and said


def uplift(first: Sequence[float], last: Sequence[float], percent: float) -> float | None:
    """By which share to raise an estimate so that so many percent of the class would have held it.

    `first` and `last` are the first and the last figure of each member; None where there are too few.
    """
    grown = [b / a - 1 for a, b in zip(first, last, strict=True) if a]
    return float(np.percentile(grown, percent)) if len(grown) >= FEWEST else None
