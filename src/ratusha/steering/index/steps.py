"""What can be done to a column: normalisations and transformations, with the numbers each takes."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from . import functions
from .expressions import Budget, evaluate
from .functions import Column, Rows, finite, over_units
from .mistakes import Mistake
from .spec import Figure, Input, Step
from .units import Unit


@dataclass(frozen=True)
class Kind:
    """A kind of step: `directed` turns "less is better" round; `unit` is what becomes of the unit."""

    figures: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    options: tuple[str, ...] = ()
    directed: bool = False
    unit: str = "plain"  # "same": the unit stays


KINDS: dict[str, Kind] = {
    "minmax": Kind(("min", "max", "to"), (), ("goalposts", "over", "clip"), directed=True),
    "goalpost": Kind(("min", "max", "to"), (), ("clip", "scale"), directed=True),
    "zscore": Kind(("ddof", "mean", "sd"), (), ("over",), directed=True),
    "rankscore": Kind(("to",), (), ("over",), directed=True),
    "rank": Kind((), (), ("over",), directed=True),
    "distance_to_target": Kind(("target", "to"), (), ("clip",), directed=True),
    "distance_to_best": Kind(("to",), (), ("over",), directed=True),
    "cap": Kind(("max",), ("max",), unit="same"),
    "floor": Kind(("min",), ("min",), unit="same"),
    "clip": Kind(("min", "max"), ("min", "max"), unit="same"),
    "winsor": Kind(("p", "low", "high"), (), ("over",), unit="same"),
    "log": Kind(("base", "add")),
    "sqrt": Kind(),
    "power": Kind(("exponent",), ("exponent",)),
    "scale": Kind(("times", "add"), (), unit="same"),
    "per": Kind(("times",), (), ("column",)),
    "reverse": Kind(("max",), ("max",), unit="same"),
    "each": Kind(),
    "set": Kind(),
    "delta": Kind(("k",), unit="same"),
    "growth": Kind(("k",)),
}


def applied(
    step: Step, column: Column, given: Input, rows: Rows, budget: Budget, *, less: bool
) -> Column:
    """The column after the step; `less` when less is better and no step before has turned it round."""
    budget.spend()
    if step.options.get("over") == "all":
        groups = np.zeros(rows.number, dtype=np.int64)
        rows = Rows(rows.keys, rows.periods, rows.columns, groups)
    figure = {name: value.column(rows) for name, value in step.figures.items()}
    with np.errstate(all="ignore"):
        found = _WORK[step.name](
            _Given(step, column, given, rows, figure=figure, budget=budget, less=less)
        )
    return np.asarray(finite(found), dtype=float)


class _Given:
    def __init__(
        self, step: Step, column: Column, given: Input, rows: Rows, *,
        figure: dict[str, Column], budget: Budget, less: bool,
    ) -> None:  # fmt: skip  # fmt: skip
        self.step, self.column, self.input, self.rows = step, column, given, rows
        self.figure, self.budget, self.less = figure, budget, less

    def number(self, name: str, default: float) -> Column:
        return self.figure.get(name, np.full(self.rows.number, default))

    def first(self, name: str, default: float) -> float:
        return float(self.number(name, default)[0])

    def ends(self) -> tuple[Column, Column]:
        """The goalposts: of the step, else of the input; a Mistake if neither says them."""
        low, high = self.end("min", self.input.low), self.end("max", self.input.high)
        return low, high

    def end(self, name: str, of_input: Figure | None) -> Column:
        if name in self.figure:
            return self.figure[name]
        if of_input is not None:
            return of_input.column(self.rows)
        message = f"{self.input.name or 'The value'} has no {name} for {self.step.name}."
        mend = "Give the input min and max, or write them into the step."
        raise Mistake("goalpost.missing", message, mend)

    def of_units(self, work: Callable[[Column], object]) -> Column:
        return over_units(self.rows, self.column, work)

    def turned(self, score: Column) -> Column:
        """From 0 to 1 as asked for: turned round if less is better, clipped, stretched."""
        if self.less:
            score = 1 - score
        if self.step.options.get("clip"):
            score = np.clip(score, 0, 1)
        return score * self.number("to", 1.0)


def _minmax(g: _Given) -> Column:
    if g.step.options.get("goalposts") == "from_targets":
        if g.input.target is None:
            mend = f"Give {g.input.name} a target, or take minmax without goalposts for it."
            raise Mistake("target.missing", f"{g.input.name} has no target.", mend)
        target = g.input.target.column(g.rows)
        if g.less:  # the target is the best there is
            high = g.end("max", g.input.high)
            return g.turned((g.column - target) / (high - target))
        low = g.input.low.column(g.rows) if g.input.low else np.zeros(g.rows.number)
        return g.turned((g.column - low) / (target - low))
    low = g.figure.get("min", g.of_units(np.min))
    high = g.figure.get("max", g.of_units(np.max))
    return g.turned((g.column - low) / (high - low))


def _goalpost(g: _Given) -> Column:
    low, high = g.ends()
    column = g.column
    if g.step.options.get("scale", "log" if g.input.logarithmic else "linear") == "log":
        low, high, column = np.log(low), np.log(high), np.log(column)
    return g.turned((column - low) / (high - low))


def _zscore(g: _Given) -> Column:
    ddof = g.first("ddof", 0)
    mean = g.figure.get("mean", g.of_units(np.mean))
    sd = g.figure.get("sd", g.of_units(lambda v: v.std(ddof=ddof) if len(v) > ddof else np.nan))
    found = (g.column - mean) / sd
    return -found if g.less else found


def _rank(g: _Given) -> Column:
    return g.of_units(lambda v: functions.rank_of(-v if g.less else v))


def _rankscore(g: _Given) -> Column:
    return g.turned(g.of_units(functions.rank_score))


def _distance_to_target(g: _Given) -> Column:
    target = g.figure.get("target")
    if target is None and g.input.target is not None:
        target = g.input.target.column(g.rows)
    if target is None:
        mend = "Give the input a target, or write it into the step."
        raise Mistake("target.missing", f"{g.input.name} has no target.", mend)
    found = target / g.column if g.less else g.column / target
    if g.step.options.get("clip", True):
        found = np.clip(found, 0, 1)
    return found * g.number("to", 1.0)


def _distance_to_best(g: _Given) -> Column:
    best = g.of_units(np.min) / g.column if g.less else g.column / g.of_units(np.max)
    return best * g.number("to", 1.0)


def _winsor(g: _Given) -> Column:
    p = g.first("p", 0.025)
    return functions.winsorised(g.rows, g.column, g.first("low", p), g.first("high", p))


def _log(g: _Given) -> Column:
    found = np.log(g.column + g.number("add", 0.0))
    return found / np.log(g.figure["base"]) if "base" in g.figure else found


def _per(g: _Given) -> Column:
    return g.column / g.rows.column(g.step.options["column"]) * g.number("times", 1.0)


def _each(g: _Given) -> Column:
    rows = g.rows.with_columns({**g.rows.columns, "x": g.column})
    return evaluate(g.step.expressions["x"], rows, g.budget)


def _lagged(g: _Given) -> Column:
    call = functions.FUNCTIONS[g.step.name]
    return np.asarray(call.apply(g.rows, g.column, g.first("k", 1)), dtype=float)


_WORK: dict[str, Callable[[_Given], Column]] = {
    "minmax": _minmax,
    "goalpost": _goalpost,
    "zscore": _zscore,
    "rank": _rank,
    "rankscore": _rankscore,
    "distance_to_target": _distance_to_target,
    "distance_to_best": _distance_to_best,
    "cap": lambda g: np.minimum(g.column, g.figure["max"]),
    "floor": lambda g: np.maximum(g.column, g.figure["min"]),
    "clip": lambda g: np.clip(g.column, g.figure["min"], g.figure["max"]),
    "winsor": _winsor,
    "log": _log,
    "sqrt": lambda g: np.sqrt(g.column),
    "power": lambda g: np.power(g.column, g.figure["exponent"]),
    "scale": lambda g: g.column * g.number("times", 1.0) + g.number("add", 0.0),
    "per": _per,
    "reverse": lambda g: g.figure["max"] - g.column,
    "each": _each,
    "delta": _lagged,
    "growth": _lagged,
}


def unit_after(step: Step, unit: Unit | None) -> Unit | None:
    return unit if KINDS[step.name].unit == "same" else Unit()
