"""Rounding, ranks and bands. A tie is a tie: units that are equal are never put in order by accident."""

from decimal import (
    ROUND_CEILING,
    ROUND_DOWN,
    ROUND_FLOOR,
    ROUND_HALF_EVEN,
    ROUND_HALF_UP,
    ROUND_UP,
    Decimal,
)

import numpy as np

from .expressions import Budget, evaluate
from .functions import Column, Rows, over_units
from .spec import Bands, Ranking, Rounding

MODES = {
    "half_even": ROUND_HALF_EVEN,
    "half_up": ROUND_HALF_UP,
    "up": ROUND_UP,
    "down": ROUND_DOWN,
    "ceil": ROUND_CEILING,
    "floor": ROUND_FLOOR,
}
METHODS = ("competition", "modified", "dense", "ordinal", "average")
NOISE = 12  # significant digits: what a binary fraction adds behind them is no part of the value


def rounded(
    value: float, digits: int, mode: str = "half_even", *, significant: bool = False
) -> float:
    """As a person rounds the decimal number: 0.1 + 0.2 is 0.3 first."""
    if not np.isfinite(value) or value == 0:
        return float(value)
    exact = Decimal(f"{value:.{NOISE - 1}e}")
    place = digits - 1 - exact.adjusted() if significant else digits
    return float(exact.quantize(Decimal(1).scaleb(-place), rounding=MODES[mode]))


def shown(column: Column, how: Rounding) -> Column:
    return np.array(
        [rounded(float(v), how.digits, how.mode, significant=how.significant) for v in column]
    )


def ranks(column: Column, shown_: Column, how: Ranking, rows: Rows) -> Column:
    """Of the units of one period among themselves; without a value no rank."""
    by = shown_ if how.displayed else column
    if how.digits is not None:
        digits = how.digits.column(rows)
        by = np.array([rounded(float(v), int(d)) for v, d in zip(by, digits, strict=True)])
    else:  # what a binary fraction adds makes no difference between two units
        by = np.array([rounded(float(v), NOISE, significant=True) for v in by])
    return over_units(rows, -by if how.descending else by, lambda v: rank(v, how.method))


def rank(values: Column, method: str) -> Column:
    """1 for the smallest."""
    ordered = np.sort(values)
    first = np.searchsorted(ordered, values, side="left") + 1.0
    last = np.searchsorted(ordered, values, side="right") + 0.0
    match method:
        case "modified":
            return last
        case "average":
            return np.asarray((first + last) / 2, dtype=float)
        case "dense":
            return np.searchsorted(np.unique(values), values) + 1.0
        case "ordinal":
            found = np.empty(len(values))
            found[np.argsort(values, kind="stable")] = np.arange(1.0, len(values) + 1)
            return found
        case _:
            return first


def band_names(
    value: Column, shown_: Column, rank_: Column, *, how: Bands, rows: Rows, budget: Budget
) -> list[str]:
    by = {"shown": shown_, "rank": rank_}.get(how.on, value)
    names = np.full(len(value), "", dtype=object)
    if how.quantiles:
        return _quantiles(value, how, rows)
    for band in reversed(how.bands):  # the first that fits wins
        fits = ~np.isnan(by)
        with np.errstate(invalid="ignore"):
            if band.above is not None:
                fits &= by > band.above
            if band.at_least is not None:
                fits &= by >= band.at_least
            if band.below is not None:
                fits &= by < band.below
            if band.at_most is not None:
                fits &= by <= band.at_most
        if band.when is not None:
            plain = band.above is band.at_least is band.below is band.at_most is None
            holds = evaluate(band.when, rows, budget) == 1
            fits = holds if plain else fits & holds
        names[fits] = band.name
    return [str(name) for name in names]


def _quantiles(value: Column, how: Bands, rows: Rows) -> list[str]:
    count = len(how.quantiles)
    place = over_units(rows, -value, lambda v: np.ceil(rank(v, "competition") * count / len(v)))
    return ["" if np.isnan(at) else how.quantiles[int(at) - 1] for at in place]
