"""The functions of the index language: each works on whole columns, one place a unit. What is not there is NaN."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .mistakes import Mistake, did_you_mean

Column = NDArray[np.floating[Any]]
MANY = 10_000


@dataclass
class Rows:
    """What an expression may read: the columns, and which rows are compared with which."""

    keys: list[str]
    periods: list[str]
    columns: Mapping[str, Column]
    groups: NDArray[np.int64]  # rows of one period have one number
    _earlier: dict[int, NDArray[np.int64]] = field(default_factory=dict)

    @classmethod
    def none(cls) -> "Rows":
        return cls([""], [""], {}, np.zeros(1, dtype=np.int64))

    @property
    def number(self) -> int:
        return len(self.keys)

    def column(self, name: str) -> Column:
        if name not in self.columns:
            message = f"Nothing is named {name}."
            raise Mistake("name.unknown", message, did_you_mean(name, self.columns))
        return self.columns[name]

    def with_columns(self, columns: Mapping[str, Column]) -> "Rows":
        return Rows(self.keys, self.periods, columns, self.groups, self._earlier)

    def each_group(self) -> list[NDArray[np.int64]]:
        """The places of the rows of each period, in the order of the table."""
        order = np.argsort(self.groups, kind="stable")
        begins = np.flatnonzero(np.diff(self.groups[order])) + 1
        return [part for part in np.split(order, begins) if len(part)]

    def earlier(self, steps: int) -> NDArray[np.int64]:
        """For each row the row of the same unit so many periods before; -1 where there is none."""
        if steps not in self._earlier:
            order = sorted(set(self.periods))
            places = {pair: at for at, pair in enumerate(zip(self.keys, self.periods, strict=True))}
            rank = {period: at for at, period in enumerate(order)}
            found = [
                places.get((key, order[rank[period] - steps]), -1)
                if 0 <= rank[period] - steps < len(order)
                else -1
                for key, period in zip(self.keys, self.periods, strict=True)
            ]
            self._earlier[steps] = np.array(found, dtype=np.int64)
        return self._earlier[steps]


@dataclass(frozen=True)
class Function:
    apply: Callable[..., Any]
    least: int
    most: int
    unit: str  # of the result: "same" as all values, "first" as the first, "plain" none, "ratio" their quotient


def finite(values: Any) -> Any:
    """Division by nought, logarithms of nothing: not there, rather than endless."""
    return np.where(np.isfinite(values), values, np.nan)


def _quiet(work: Callable[..., Any]) -> Callable[..., Any]:
    def done(*values: Any) -> Any:
        _only_numbers(values)
        with np.errstate(all="ignore"):
            return finite(work(*(np.asarray(value, dtype=float) for value in values)))

    return done


def _only_numbers(values: tuple[Any, ...]) -> None:
    for value in values:
        if isinstance(value, str):
            mend = "Only ratio_to takes text, as the key of a unit."
            raise Mistake("expression.text", f"{value!r} is text, not a number.", mend)


def _compare(work: Callable[..., Any]) -> Callable[..., Any]:
    def done(left: Any, right: Any) -> Any:
        _only_numbers((left, right))
        known = ~(np.isnan(left) | np.isnan(right))
        return np.where(known, np.asarray(work(left, right), dtype=float), np.nan)

    return done


def inverse(value: Any) -> Any:
    return np.where(np.isnan(value), np.nan, np.asarray(np.equal(value, 0), dtype=float))


def _all_of(left: Any, right: Any) -> Any:
    """False and unknown is false."""
    no = np.equal(left, 0) | np.equal(right, 0)
    return np.where(no, 0.0, np.where(np.isnan(left) | np.isnan(right), np.nan, 1.0))


OPERATORS: dict[str, Callable[..., Any]] = {
    "+": _quiet(np.add),
    "-": _quiet(np.subtract),
    "*": _quiet(np.multiply),
    "/": _quiet(np.divide),
    "^": _quiet(np.power),
    "==": _compare(np.equal),
    "!=": _compare(np.not_equal),
    ">": _compare(np.greater),
    ">=": _compare(np.greater_equal),
    "<": _compare(np.less),
    "<=": _compare(np.less_equal),
    "and": _all_of,
    "or": lambda left, right: inverse(_all_of(inverse(left), inverse(right))),
}


def _elementwise(work: Callable[..., Any]) -> Callable[..., Any]:
    quiet = _quiet(work)
    return lambda _rows, *values: quiet(*values)


def _if(_rows: Rows, condition: Any, yes: Any, no: Any) -> Any:
    _only_numbers((condition, yes, no))
    return np.where(np.isnan(condition), np.nan, np.where(np.not_equal(condition, 0), yes, no))


def _coalesce(_rows: Rows, *values: Any) -> Any:
    found = np.asarray(values[0], dtype=float)
    for value in values[1:]:
        found = np.where(np.isnan(found), value, found)
    return found


def _stacked(work: Callable[[Any], Any]) -> Callable[..., Any]:
    def done(rows: Rows, *values: Any) -> Any:
        _only_numbers(values)
        with np.errstate(all="ignore"):
            return finite(
                work(np.stack([np.broadcast_to(value, (rows.number,)) for value in values]))
            )

    return done


def geometric(stack: Any) -> Any:
    """Nought where one is nought; not there where one is below nought."""
    logs = np.log(np.where(stack > 0, stack, np.nan))
    found = np.exp(logs.mean(axis=0))
    return np.where(
        (stack == 0).any(axis=0) & ~(np.isnan(stack) | (stack < 0)).any(axis=0), 0.0, found
    )


def harmonic(stack: Any) -> Any:
    found = len(stack) / (1 / np.where(stack > 0, stack, np.nan)).sum(axis=0)
    return np.where(
        (stack == 0).any(axis=0) & ~(np.isnan(stack) | (stack < 0)).any(axis=0), 0.0, found
    )


def over_units(rows: Rows, values: Any, work: Callable[[Column], Any]) -> Column:
    """One figure for all the units of a period, or one for each of them; units without a value stay out."""
    _only_numbers((values,))
    values = np.broadcast_to(np.asarray(values, dtype=float), (rows.number,))
    found = np.full(rows.number, np.nan)
    for group in rows.each_group():
        known = group[~np.isnan(values[group])]
        if len(known):
            with np.errstate(all="ignore"):
                found[group] = _spread(work(values[known]), group, known)
    return np.asarray(finite(found), dtype=float)


def _spread(worked: Any, group: Any, known: Any) -> Any:
    if np.ndim(worked) == 0:
        return np.full(len(group), worked)
    whole = np.full(len(group), np.nan)
    whole[np.isin(group, known)] = worked
    return whole


def _of_units(work: Callable[[Column], Any]) -> Callable[..., Any]:
    return lambda rows, values: over_units(rows, values, work)


def _weighted(rows: Rows, values: Any, weights: Any) -> Any:
    both = np.where(np.isnan(values) | np.isnan(weights), np.nan, weights)
    sums = over_units(rows, both * values, np.sum)
    return finite(sums / over_units(rows, both, np.sum))


def _mean_of(rows: Rows, values: Any, weights: Any = 1.0) -> Any:
    _only_numbers((values, weights))
    return _weighted(rows, *(np.broadcast_to(one, (rows.number,)) for one in (values, weights)))


def _lag(rows: Rows, values: Any, steps: Any = 1) -> Any:
    at = rows.earlier(int(np.ravel(steps)[0]))
    whole = np.broadcast_to(np.asarray(values, dtype=float), (rows.number,))
    return np.where(at >= 0, whole[at], np.nan)


def _ratio_to(rows: Rows, values: Any, peer: Any) -> Any:
    """To the value of one unit, by its key, in the same period."""
    whole = np.broadcast_to(np.asarray(values, dtype=float), (rows.number,))
    found = np.full(rows.number, np.nan)
    for group in rows.each_group():
        for at in group:
            if rows.keys[at] == str(peer):
                with np.errstate(all="ignore"):
                    found[group] = whole[group] / whole[at]
    return finite(found)


def rank_of(values: Column) -> Column:
    """1 is the highest; equal values have equal ranks."""
    ordered = np.sort(-values)
    return np.searchsorted(ordered, -values, side="left") + 1.0


def rank_score(values: Column) -> Column:
    """1 for the highest, 0 for the lowest; equal values have the mean of their places."""
    if len(values) == 1:
        return np.ones(1)
    ordered = np.sort(values)
    below = np.searchsorted(ordered, values, side="left")
    above = np.searchsorted(ordered, values, side="right") - 1
    return np.asarray((below + above) / 2 / (len(values) - 1), dtype=float)


def _normal(name: str) -> Callable[..., Any]:
    def done(rows: Rows, values: Any, *more: Any) -> Any:
        low, high = (float(np.ravel(one)[0]) for one in (more or (np.nan, np.nan)))
        given = bool(more)
        match name:
            case "minmax":
                return over_units(
                    rows,
                    values,
                    lambda v: (
                        (v - (low if given else v.min()))
                        / ((high if given else v.max()) - (low if given else v.min()))
                    ),
                )
            case _:
                return finite((values - low) / (high - low))

    return done


def _zscore(rows: Rows, values: Any, ddof: Any = 0.0) -> Any:
    free = float(np.ravel(ddof)[0])
    return over_units(
        rows, values, lambda v: (v - v.mean()) / v.std(ddof=free) if len(v) > free else np.nan
    )


def winsorised(rows: Rows, values: Any, low: float, high: float) -> Column:
    """What lies below the share `low` or above the share `high` from the top is brought to that edge."""
    if not (low >= 0 and high >= 0 and low + high <= 1):
        message = f"{low} and {high} are no shares to cut off."
        raise Mistake("share.expected", message, "Write a share such as 0.025.")
    edges = [low * 100, 100 - high * 100]
    return over_units(rows, values, lambda v: np.clip(v, *np.percentile(v, edges)))


def _winsor(rows: Rows, values: Any, share: Any) -> Column:
    p = float(np.ravel(share)[0])
    return winsorised(rows, values, p, p)


def _percentile_of(rows: Rows, values: Any, percent: Any) -> Column:
    p = float(np.ravel(percent)[0])
    if not 0 <= p <= 100:  # noqa: PLR2004 - percent
        raise Mistake("percent.expected", f"{p} is no percentile.", "Write 0 to 100.")
    return over_units(rows, values, lambda v: np.percentile(v, p))


FUNCTIONS: dict[str, Function] = {
    "if": Function(_if, 3, 3, "branch"),
    "missing": Function(lambda _rows, v: np.isnan(v).astype(float), 1, 1, "plain"),
    "coalesce": Function(_coalesce, 1, MANY, "same"),
    "abs": Function(_elementwise(np.abs), 1, 1, "same"),
    "log": Function(_elementwise(np.log), 1, 1, "plain"),
    "log10": Function(_elementwise(np.log10), 1, 1, "plain"),
    "exp": Function(_elementwise(np.exp), 1, 1, "plain"),
    "sqrt": Function(_elementwise(np.sqrt), 1, 1, "plain"),
    "cap": Function(_elementwise(np.minimum), 2, 2, "same"),
    "floor": Function(_elementwise(np.maximum), 2, 2, "same"),
    "share": Function(_elementwise(np.divide), 2, 2, "ratio"),
    "per": Function(
        _elementwise(lambda a, b, times=1.0: a / b * times), 2, 3, "ratio"
    ),
    "distance_to_target": Function(
        _elementwise(lambda v, target: np.minimum(v / target, 1.0)), 2, 2, "ratio"
    ),
    "mean": Function(_stacked(lambda s: s.mean(axis=0)), 1, MANY, "same"),
    "sum": Function(_stacked(lambda s: s.sum(axis=0)), 1, MANY, "same"),
    "min": Function(_stacked(lambda s: s.min(axis=0)), 1, MANY, "same"),
    "max": Function(_stacked(lambda s: s.max(axis=0)), 1, MANY, "same"),
    "median": Function(_stacked(lambda s: np.median(s, axis=0)), 1, MANY, "same"),
    "sd": Function(_stacked(lambda s: s.std(axis=0)), 2, MANY, "same"),
    "geometric": Function(_stacked(geometric), 1, MANY, "same"),
    "harmonic": Function(_stacked(harmonic), 1, MANY, "same"),
    "count": Function(_stacked(lambda s: (~np.isnan(s)).sum(axis=0)), 1, MANY, "plain"),
    "sum_of": Function(_of_units(np.sum), 1, 1, "same"),
    "mean_of": Function(_mean_of, 1, 2, "first"),
    "min_of": Function(_of_units(np.min), 1, 1, "same"),
    "max_of": Function(_of_units(np.max), 1, 1, "same"),
    "median_of": Function(_of_units(np.median), 1, 1, "same"),
    "sd_of": Function(_of_units(np.std), 1, 1, "same"),
    "count_of": Function(_of_units(len), 1, 1, "plain"),
    "geometric_of": Function(_of_units(geometric), 1, 1, "same"),
    "rank_of": Function(_of_units(rank_of), 1, 1, "plain"),
    "rankscore": Function(_of_units(rank_score), 1, 1, "plain"),
    "percentile_of": Function(_percentile_of, 2, 2, "first"),
    "minmax": Function(_normal("minmax"), 1, 3, "plain"),
    "goalpost": Function(_normal("goalpost"), 3, 3, "plain"),
    "zscore": Function(_zscore, 1, 2, "plain"),
    "winsor": Function(_winsor, 2, 2, "first"),
    "lag": Function(_lag, 1, 2, "first"),
    "delta": Function(lambda r, v, k=1: v - _lag(r, v, k), 1, 2, "first"),
    "growth": Function(lambda r, v, k=1: finite(v / _lag(r, v, k) - 1), 1, 2, "plain"),
    "ratio_to": Function(_ratio_to, 2, 2, "plain"),
}  # fmt: skip
