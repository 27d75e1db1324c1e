"""What a specification says, once it is read: plain records, each named by the word of the language."""

from dataclasses import dataclass, field
from typing import Any, Literal

import numpy as np

from .expressions import Expression, names
from .functions import Column, Rows

Direction = Literal["more", "less"]


@dataclass(frozen=True)
class Figure:
    """A number of the method: always the same, or from a period on."""

    from_period: tuple[tuple[str, float], ...]  # in order; the first holds before its period too

    @classmethod
    def of(cls, value: float) -> "Figure":
        return cls((("", value),))

    def at(self, period: str) -> float:
        found = self.from_period[0][1]
        for since, value in self.from_period:
            if in_order(since) <= in_order(period):
                found = value
        return found

    def column(self, rows: Rows) -> Column:
        if len(self.from_period) == 1:
            return np.full(rows.number, self.from_period[0][1])
        known = {period: self.at(period) for period in set(rows.periods)}
        return np.array([known[period] for period in rows.periods], dtype=float)


def in_order(period: str) -> tuple[int, float, str]:
    """Years as numbers, before anything else as text."""
    try:
        return (0, float(period), "")
    except ValueError:
        return (-1 if not period else 1, 0.0, period)


COMPARING = frozenset({"zscore", "rankscore", "rank", "distance_to_best", "winsor"})  # and minmax


@dataclass(frozen=True)
class Step:
    """One thing done to columns. `figures` are its numbers, `options` its words."""

    name: str
    figures: dict[str, Figure] = field(default_factory=dict)
    options: dict[str, Any] = field(default_factory=dict)
    of: tuple[str, ...] = ()
    expressions: dict[str, Expression] = field(default_factory=dict)
    text: str = ""

    @property
    def compares(self) -> bool:
        """Whether the score of one unit hangs on the figures of the others."""
        if self.name == "minmax":
            fixed = self.options.get("goalposts") == "from_targets" or {"min", "max"} <= set(
                self.figures
            )
            return not fixed
        return self.name in COMPARING


@dataclass(frozen=True)
class Missing:
    policy: str = "not_rated"  # not_rated, renormalise, zero_all, impute
    min_share: float = 1.0
    when: Expression | None = None  # zero_all: None is "any input is missing"
    when_all: bool = False
    impute: str = "median"
    neighbours: int = 5
    marks: tuple[str, ...] = ()


@dataclass(frozen=True)
class Input:
    name: str
    column: str = ""
    label: dict[str, str] = field(default_factory=dict)
    unit: str = ""
    direction: Direction = "more"
    low: Figure | None = None
    high: Figure | None = None
    target: Figure | None = None
    logarithmic: bool = False
    words: dict[str, float | None] | None = None  # level(map): words and their numbers
    if_missing: float | None = None
    sub_index: tuple[str, str] | None = None  # code and version
    sub_value: str = "value"
    expression: Expression | None = None
    steps: tuple[Step, ...] = ()
    aggregated: bool = True  # False: only for expressions


@dataclass(frozen=True)
class Node:
    """A leaf has a name of an input, a formula an expression, everything else children."""

    name: str
    weight: float | None = None
    label: dict[str, str] = field(default_factory=dict)
    method: str = ""
    children: tuple["Node", ...] = ()
    expression: Expression | None = None
    formula: str = ""
    power: float = 1.0
    weights: str = "given"  # "pca": by the data
    missing: Missing | None = None
    steps: tuple[Step, ...] = ()

    @property
    def is_leaf(self) -> bool:
        return not self.children and self.expression is None

    def leaves(self) -> list[str]:
        """Every name that is read, also by a formula."""
        if self.expression is not None:
            return names(self.expression)
        return [self.name] if self.is_leaf else [n for c in self.children for n in c.leaves()]


@dataclass(frozen=True)
class Rounding:
    digits: int = 4
    mode: str = "half_even"
    keep: str = "full"  # "rounded": what follows uses the rounded value
    significant: bool = False


@dataclass(frozen=True)
class Ranking:
    method: str = "competition"
    descending: bool = True
    digits: Figure | None = None  # ranks by the value rounded so; None: by the full value
    displayed: bool = False  # ranks by the value as it is shown


@dataclass(frozen=True)
class Band:
    name: str
    above: float | None = None
    at_least: float | None = None
    below: float | None = None
    at_most: float | None = None
    when: Expression | None = None
    label: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Bands:
    bands: tuple[Band, ...] = ()
    quantiles: tuple[str, ...] = ()  # names of equal groups, the best first
    on: str = "value"  # or "shown", "rank"


@dataclass(frozen=True)
class Sensitivity:
    concentration: float = 1.0
    draws: int = 5000
    seed: int = 1
    interval: float = 0.90
    methods: tuple[str, ...] = ()
    aggregations: tuple[str, ...] = ()
    drop_one: bool = False


@dataclass(frozen=True)
class Collapse:
    """Rows with the same key and period become one unit: households a country, goods a year."""

    columns: dict[str, Expression]


@dataclass(frozen=True)
class Spec:
    code: str
    version: str
    inputs: dict[str, Input]
    root: Node
    key: str = ""  # the column that names a unit; else `unit`, else the first one
    name_column: str = ""
    name_columns: dict[str, str] = field(default_factory=dict)  # by language
    period_column: str = ""
    wide: str = ""  # "{input}_{period}": a column for each period
    level: str = ""
    title: dict[str, str] = field(default_factory=dict)
    about: dict[str, Any] = field(default_factory=dict)
    parameters: dict[str, Figure] = field(default_factory=dict)
    where: Expression | None = None
    collapse: Collapse | None = None
    missing: Missing = field(default_factory=Missing)
    normalise: Step | None = None
    overrides: dict[str, Step] = field(default_factory=dict)
    before: tuple[Step, ...] = ()
    after: tuple[Step, ...] = ()
    rounding: Rounding = field(default_factory=Rounding)
    ranking: Ranking = field(default_factory=Ranking)
    bands: Bands = field(default_factory=Bands)
    targets: dict[str, float] = field(default_factory=dict)
    sensitivity: Sensitivity = field(default_factory=Sensitivity)
    sample: bool = False
    digest: str = ""  # SHA-256 of the file; empty where the specification was changed after reading

    @property
    def depends_on_others(self) -> bool:
        """One more unit, or one less, may change the values of all."""
        own = (step for one in self.inputs.values() for step in one.steps)
        first = (self.normalise,) if self.normalise else ()
        steps = (*first, *self.overrides.values(), *self.before, *self.after, *own)
        return any(step.compares for step in steps)

    @property
    def full_name(self) -> str:
        return f"{self.code} {self.version}".strip()

    def leaves(self) -> list[str]:
        """The inputs that the index is made of, in the order in which they are written.

        With those that only an expression reads, also through an input or a step that works another one out.
        """
        made_of = {
            name: names(one.expression) for name, one in self.inputs.items() if one.expression
        }
        for step in self.before:
            made_of |= {
                name: names(found) for name, found in step.expressions.items() if step.name == "set"
            }
        used: set[str] = set()
        waiting = self.root.leaves()
        while waiting:
            name = waiting.pop()
            if name not in used:
                used.add(name)
                waiting += made_of.get(name, [])
        return [name for name in self.inputs if name in used] or list(self.inputs)
