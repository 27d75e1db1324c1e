"""From a specification and a table to values, ranks, bands and the tree they come from."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from ratusha.kernel.marked import Finding

from . import checking, data, imputing, ranks
from .data import Columns, Table
from .expressions import Budget, evaluate
from .functions import Column, Rows
from .mistakes import Mistake, Mistaken
from .spec import Input, Spec, Step, in_order
from .steps import KINDS, applied
from .tree import Branch, grown

MOST_CELLS = 50_000_000


@dataclass
class Result:
    """One place in each column is one unit of one period. What is not rated is NaN."""

    spec: Spec
    rows: Rows
    names: list[str]
    spoken: dict[str, dict[str, str]]  # by key: what a unit is called in each language
    inputs: dict[str, Column]  # as they were read
    imputed: dict[str, Column]  # 1 where a value was put in
    tree: Branch
    value: Column
    shown: Column
    rank: Column
    bands: list[str]
    missing: list[list[str]]
    notes: list[list[str]]
    digests: dict[str, str]
    sub_results: dict[str, "Result"] = field(default_factory=dict)

    @property
    def rated(self) -> int:
        return int((~np.isnan(self.value)).sum())

    @property
    def number(self) -> int:
        return self.rows.number


def compute(
    spec: Spec, table: Table, others: Sequence[Spec] = (), *, budget: Budget | None = None
) -> Result:
    """Mistaken where the table does not fit: with the line and what to do."""
    budget = budget or Budget()
    try:
        return _Computation(spec, table, others, budget).result()
    except Mistake as mistake:
        found = Finding(table.name, 1, 1, mistake.code, mistake.message, mistake.mend)
        raise Mistaken([found]) from mistake


class _Computation:
    def __init__(self, spec: Spec, table: Table, others: Sequence[Spec], budget: Budget) -> None:
        self.spec, self.table, self.others, self.budget = spec, table, others, budget
        self.sub_results: dict[str, Result] = {}
        self.spoken: dict[str, dict[str, str]] = {}
        self.turned: set[str] = set()  # inputs of which less was better and that are turned round

    def result(self) -> Result:
        spec = self.spec
        rows, names = self._read()
        raw = dict(rows.columns)
        leaves = spec.leaves()
        unknown = {name: np.isnan(raw[name]) for name in leaves if name in raw}
        columns, imputed = imputing.imputed(spec, leaves, raw, rows)
        columns = self._prepared(columns, rows)
        tree = grown(spec, spec.root, rows.with_columns(columns), self.budget)
        value = self._finished(tree.value, rows.with_columns(columns))
        value, noted = self._zeroed(value, unknown, rows)
        shown = ranks.shown(value, spec.rounding)
        if spec.rounding.keep == "rounded":
            value = shown
        rank = ranks.ranks(value, shown, spec.ranking, rows)
        known = rows.with_columns({**raw, "value": value})
        bands = ranks.band_names(value, shown, rank, how=spec.bands, rows=known, budget=self.budget)
        missing = [[name for name in unknown if unknown[name][at]] for at in range(rows.number)]
        notes = [tree.notes(at) + noted[at] for at in range(rows.number)]
        digests = {"data": self.table.digest, "spec": spec.digest}
        return Result(
            spec, rows, names, self.spoken, raw, imputed, tree, value, shown, rank, bands, missing, notes,
            digests, self.sub_results,
        )  # fmt: skip

    def _read(self) -> tuple[Rows, list[str]]:
        spec = self.spec
        wanted = {}
        for name, one in spec.inputs.items():
            below = checking.sub_index(spec, one, self.others) or self._by_name(one)
            if below is not None:
                self.sub_results[name] = compute(below, self.table, self.others, budget=self.budget)
            elif one.column and one.expression is None:
                wanted[name] = one
        found = data.columns(self.table, spec, wanted)
        self.spoken = dict(zip(found.keys, found.spoken, strict=True))
        if len(found.keys) * max(len(wanted), 1) > MOST_CELLS:
            raise Mistake(
                "table.large", f"There are more than {MOST_CELLS} cells.", "Split it by period."
            )
        rows, names = self._collapsed(found) if spec.collapse else (_rows(found), found.names)
        return self._chosen(self._with_worked_out(rows), names)

    def _by_name(self, one: Input) -> Spec | None:
        """A name that the table does not have, and an index beside this one has, is that index."""
        if not one.column or one.expression or one.column in self.table.head or self.spec.wide:
            return None
        found = [s for s in self.others if s.code == one.column and s is not self.spec]
        return found[0] if len(found) == 1 else None

    def _collapsed(self, found: Columns) -> tuple[Rows, list[str]]:
        pairs = list(zip(found.keys, found.periods, strict=True))
        units = list(dict.fromkeys(pairs))
        number = {pair: at for at, pair in enumerate(units)}
        groups = np.array([number[pair] for pair in pairs], dtype=np.int64)
        inner = Rows(found.keys, found.periods, dict(found.values), groups)
        first = np.unique(groups, return_index=True)[1]
        columns = {}
        for name, expression in (self.spec.collapse.columns if self.spec.collapse else {}).items():
            whole = evaluate(expression, inner, self.budget)
            inner = inner.with_columns({**inner.columns, name: whole})
            columns[name] = whole[first]
        keys, periods = [key for key, _ in units], [period for _, period in units]
        names = [found.names[at] for at in first]
        return Rows(keys, periods, columns, _numbered(periods)), names

    def _with_worked_out(self, rows: Rows) -> Rows:
        """Parameters, indices below this one, numbers for what is missing, and inputs that are expressions."""
        columns = {name: one.column(rows) for name, one in self.spec.parameters.items()}
        years = [in_order(period)[1] for period in rows.periods]
        columns["period"] = np.array(years, dtype=float)  # a year as a number, for conditions
        columns |= rows.columns
        for name, below in self.sub_results.items():
            columns[name] = _aligned(below, self.spec.inputs[name].sub_value, rows)
        for name, one in self.spec.inputs.items():
            if one.expression is not None:
                columns[name] = evaluate(one.expression, rows.with_columns(columns), self.budget)
            if one.if_missing is not None and name in columns:
                columns[name] = np.where(np.isnan(columns[name]), one.if_missing, columns[name])
        return rows.with_columns(columns)

    def _chosen(self, rows: Rows, names: list[str]) -> tuple[Rows, list[str]]:
        if self.spec.where is None:
            return rows, names
        stays = np.flatnonzero(evaluate(self.spec.where, rows, self.budget) == 1)
        if not len(stays):
            mend = "Mend the condition, or the table."
            raise Mistake("where.nobody", "No unit fulfils the condition `where`.", mend)
        keys, periods = [rows.keys[at] for at in stays], [rows.periods[at] for at in stays]
        columns = {name: column[stays] for name, column in rows.columns.items()}
        return Rows(keys, periods, columns, _numbered(periods)), [names[at] for at in stays]

    def _prepared(self, columns: dict[str, Column], rows: Rows) -> dict[str, Column]:
        """The inputs after their own steps, the normalisation, and the steps before the aggregation."""
        spec = self.spec
        names = [name for name, one in spec.inputs.items() if one.aggregated and name in columns]
        for name in spec.inputs:
            for step in spec.inputs[name].steps:
                columns = self._stepped(step, [name], columns, rows)
        for name in names:
            first = spec.overrides.get(name) or spec.normalise
            if first:
                columns = self._stepped(first, [name], columns, rows)
        for step in spec.before:
            columns = self._stepped(step, list(step.of) or names, columns, rows)
        return columns

    def _stepped(
        self, step: Step, names: Sequence[str], columns: dict[str, Column], rows: Rows
    ) -> dict[str, Column]:
        done = dict(columns)
        if step.name == "set":
            for name, expression in step.expressions.items():
                done[name] = evaluate(expression, rows.with_columns(done), self.budget)
            return done
        for name in names:
            one = self.spec.inputs[name]
            less = one.direction == "less" and name not in self.turned
            done[name] = applied(
                step, columns[name], one, rows.with_columns(columns), self.budget, less=less
            )
            if KINDS[step.name].directed:
                self.turned.add(name)
        return done

    def _finished(self, value: Column, rows: Rows) -> Column:
        for step in self.spec.after:
            if step.name == "set":
                expression = step.expressions.get("value")
                if expression is None:
                    message = "After the aggregation only value can be set."
                    mend = "Write set: {value: ...}, or an index of its own that reads the parts with from."
                    raise Mistake("step.set", message, mend)
                known = rows.with_columns({**rows.columns, "value": value})
                value = evaluate(expression, known, self.budget)
            else:
                value = applied(step, value, Input(""), rows, self.budget, less=False)
        return value

    def _zeroed(
        self, value: Column, unknown: dict[str, Column], rows: Rows
    ) -> tuple[Column, list[list[str]]]:
        """`zero_all`: the method gives 0 to who lacks something, which is said beside the value."""
        notes: list[list[str]] = [[] for _ in range(rows.number)]
        how = self.spec.missing
        if how.policy != "zero_all" or not unknown:
            return value, notes
        stack = np.stack(list(unknown.values()))
        if how.when is not None:
            applies = evaluate(how.when, rows, self.budget) == 1
        else:
            applies = stack.all(axis=0) if how.when_all else stack.any(axis=0)
        for at in np.flatnonzero(applies):
            notes[at].append("0 by the rule for missing values")
        return np.where(applies, 0.0, value), notes


def _rows(found: Columns) -> Rows:
    return Rows(found.keys, found.periods, found.values, _numbered(found.periods))


def _numbered(periods: Sequence[str]) -> NDArray[np.int64]:
    known = {period: at for at, period in enumerate(dict.fromkeys(periods))}
    return np.array([known[period] for period in periods], dtype=np.int64)


def _aligned(below: Result, what: str, rows: Rows) -> Column:
    """The values of another index, for the units of this one."""
    column = {"rounded": below.shown, "rank": below.rank}.get(what, below.value)
    pairs = zip(below.rows.keys, below.rows.periods, strict=True)
    found = dict(zip(pairs, column, strict=True))
    own = zip(rows.keys, rows.periods, strict=True)
    return np.array([found.get(pair, np.nan) for pair in own], dtype=float)


def named(specs: Sequence[Spec], code: str = "", version: str = "") -> Spec:
    """The index that is asked for; without a name, the one that no other is made of."""
    found = [
        s for s in specs if (not code or s.code == code) and (not version or s.version == version)
    ]
    if not code and len(found) > 1:
        used = {
            one.sub_index[0] if one.sub_index else one.column
            for s in specs
            for one in s.inputs.values()
        }
        found = [s for s in found if s.code not in used]
    if len(found) == 1:
        return found[0]
    message = "No index fits." if not found else "Several indices are in the file."
    choices = ", ".join(s.full_name for s in specs)
    raise Mistaken([Finding("--index", 1, 1, "index.which", message, f"Name one of: {choices}.")])


def with_weights(spec: Spec, weights: dict[str, float]) -> Spec:
    """What if the parts had other weights; they are made to sum to 1."""
    total = sum(weights.get(child.name, 0.0) for child in spec.root.children)
    if total <= 0:
        raise Mistake("weight.sum", "The weights sum to 0.", "Give at least one part a weight.")
    children = tuple(
        replace(child, weight=weights.get(child.name, 0.0) / total) for child in spec.root.children
    )
    root = replace(spec.root, children=children, weights="given")
    return replace(spec, root=root, digest="")
