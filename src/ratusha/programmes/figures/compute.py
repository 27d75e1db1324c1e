"""Computing a figure together with everything it was computed from."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from django.utils.translation import gettext as _

from ratusha.kernel.texts import Said
from ratusha.programmes.curves import Curve, Curves, curves_of, months_passed, plan_by_month
from ratusha.programmes.picture import Picture, Row
from ratusha.programmes.tree import Level, Node, nodes
from ratusha.ui.numbers import Unit

from .combining import Value, capped, known
from .formula import Formula, Over
from .formulas import FORMULAS
from .sources import rows_of


@dataclass(frozen=True)
class Input:
    """One number that went in, and where it opens further: a figure of a node or a measure, or nothing below a row."""

    label: Said | str
    value: Value
    unit: Unit
    node: str = ""
    code: str = ""
    note: str = ""


@dataclass(frozen=True)
class Figure:
    node: str
    formula: Formula
    value: Value
    of: int  # how many measures are meant
    known: int  # of how many something is known
    as_of: date
    inputs: Sequence[Input] = field(default=())
    rated: bool = False  # a rating of one measure: its marks are combined, not a median of measures

    @property
    def is_whole(self) -> bool:
        return self.known == self.of

    def again(self) -> Value:
        """The value once more, from the inputs alone."""
        values = [one.value for one in self.inputs]
        return capped(values) if self.rated else self.formula.combine(values)


class Figures:
    """The figures of one node, or of one measure, of a picture. Each is computed when it is asked for."""

    def __init__(self, picture: Picture, key: str) -> None:
        self.picture, self.key = picture, key
        self.row: Row | None = picture.by_reference.get(key)
        self.node: Node | None = nodes().get(key)
        self._values: dict[str, Value] = {}
        self._rows: dict[str, list[Value]] = {}
        self._covers: dict[str, int] = {}

    @property
    def level(self) -> Level:
        return self.node.level if self.node else Level.MEASURE

    @cached_property
    def rows(self) -> list[Row]:
        return self.picture.at(self.node) if self.node else [self.row] if self.row else []

    def value(self, code: str) -> Value:
        if code not in self._values:
            self._values[code] = self._computed(FORMULAS[code])
        return self._values[code]

    def _computed(self, formula: Formula) -> Value:
        match formula.over:
            case Over.FIGURES:
                return formula.combine([self.value(code) for code in formula.of])
            case Over.MONTHS:
                return formula.combine(self._months())
            case _:
                return formula.combine(self._by_row(formula))

    def _by_row(self, formula: Formula) -> list[Value]:
        """Sums of sums are sums, and so are the earliest and the latest: the rows alone give the value."""
        if formula.code not in self._rows:
            self._rows[formula.code] = self._asked_of_rows(formula)
        return self._rows[formula.code]

    def _asked_of_rows(self, formula: Formula) -> list[Value]:
        assert formula.row is not None, "a figure of rows"  # noqa: S101 - of the table
        return [formula.row(row) for row in self.rows]

    @cached_property
    def plan(self) -> Curve:
        """What the last baselines should have earned, month by month."""
        return plan_by_month(self.rows)

    @cached_property
    def curves(self) -> Curves:
        return curves_of(self.rows, self.picture.today, self.plan)

    def _months(self) -> list[Value]:
        passed = months_passed(self.rows, self.picture.today)
        return [self.value("earned_value"), passed, *(amount for _month, amount in self.plan)]

    def figure(self, code: str) -> Figure:
        """Without its inputs: what a tile needs."""
        formula = FORMULAS[code]
        if code not in self._covers:
            self._covers[code] = self._covered(formula)
        with_it = self._covers[code]
        return Figure(
            self.key, formula, self.value(code), len(self.rows), with_it, self.picture.today
        )

    def _covered(self, formula: Formula) -> int:
        """Of how many measures the figure knows something; of a derived one, the least of what it rests on."""
        if formula.over is Over.FIGURES:
            return min(self._covered(FORMULAS[code]) for code in formula.of)
        if formula.over is Over.MONTHS:
            return self._covered(FORMULAS["earned_value"])
        return len(known(self._by_row(formula)))

    def opened(self, code: str) -> Figure:
        """With everything it was computed from."""
        found = self.figure(code)
        formula = found.formula
        rated = self.row is not None and formula.sources in ("own", "independent")
        return Figure(
            found.node,
            formula,
            found.value,
            found.of,
            found.known,
            found.as_of,
            self._inputs(formula),
            rated,
        )

    def _inputs(self, formula: Formula) -> list[Input]:
        if formula.over is Over.FIGURES:
            return [
                Input(
                    str(FORMULAS[code].label), self.value(code), FORMULAS[code].unit, self.key, code
                )
                for code in formula.of
            ]
        if formula.over is Over.MONTHS:
            return self._inputs_of_curve()
        if self.row is not None:
            if self.value(formula.code) is None:
                return []
            return [
                Input(one.label, one.value, one.unit or formula.unit, note=one.note)
                for one in rows_of(self.row, formula)
            ]
        below = self._below() if formula.over is Over.CHILDREN else self._measures(self.rows)
        return [
            Input(
                figures.said(), figures.value(formula.code), formula.unit, figures.key, formula.code
            )
            for figures in below
        ]

    def _inputs_of_curve(self) -> list[Input]:
        earned = FORMULAS["earned_value"]
        values = self._months()
        if len(values) == 2:  # noqa: PLR2004 - no curve, so no month
            months: list[date] = []
        else:
            months = [month for month, _amount in self.plan]
        return [
            Input(str(earned.label), values[0], Unit.MONEY, self.key, "earned_value"),
            Input(_passed_label(), values[1], Unit.INDEX),
            *(
                Input(_month_label(month), amount, Unit.MONEY)
                for month, amount in zip(months, values[2:], strict=True)
            ),
        ]

    def _below(self) -> list["Figures"]:
        """What stands directly below: nodes that hold something, and measures that no such node holds."""
        assert self.node is not None, "a node"  # noqa: S101 - a measure has nothing below
        children = [figures_of(self.picture, key) for key in self.node.children]
        return [
            *(one for one in children if one.rows),
            *self._measures(self.picture.directly_at(self.node)),
        ]

    def _measures(self, rows: Sequence[Row]) -> list["Figures"]:
        return [figures_of(self.picture, row.key) for row in rows]

    def children(self) -> list["Figures"]:
        return self._below() if self.node else []

    def said(self) -> Said:
        if self.row is not None:
            return self.row.said()
        assert self.node is not None, "a node or a measure"  # noqa: S101 - there is nothing else
        return self.node.said()


def figures_of(picture: Picture, key: str) -> Figures:
    """Those of a picture that is kept are computed once; they hold values, never words."""
    found: Figures = picture.computed.setdefault(key, Figures(picture, key))
    return found


def _passed_label() -> str:
    return _("Months passed since the beginning")


def _month_label(month: date) -> str:
    return _("Planned by the end of %(month)s") % {"month": f"{month:%m.%Y}"}
