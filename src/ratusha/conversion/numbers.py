"""The numbers of conversion, each with what it was computed from, down to the procedures."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any

from django.utils.dateparse import parse_date
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from ratusha.kernel.texts import Said, Text, in_language
from ratusha.parties.public import kind_name
from ratusha.procedures.public import Chapter, electronic_share, in_force
from ratusha.ui.addresses import address_of
from ratusha.ui.numbers import Input, Number, Unit, Words

from . import counting
from .counting import AUDIENCES, DONE_FROM, Row, reached
from .depth import NAMES, Depth
from .law import Goal, law
from .presentation import Drawn
from .rules import DAYS_IN_MONTH, FACTORS, LIKELY, cone, paces, rate
from .ways import Step

GOAL, CHAPTER = 2, 2  # how many parts of a key name a variant of the goal, and a chapter


@dataclass(frozen=True)
class Listed:
    """A procedure as a row behind a number: what it adds, and why."""

    code: str
    title: Text
    chapter: int
    adds: int
    note: str = ""

    @property
    def list_code(self) -> str:
        return self.code.partition("/")[0]


class Numbers:
    """The numbers of one day. A key that names nothing gives none."""

    def __init__(self, on: date) -> None:
        self.on = on

    @cached_property
    def rows(self) -> list[Row]:
        return counting.table(self.on)

    @cached_property
    def official(self) -> Goal:
        return next(one for one in law().goals if one.official)

    def find(self, code: str, key: str) -> Number | None:
        make = MADE.get(code)
        return make(self, key) if make else None

    # ---- numbers of procedures: by chapter, and a chapter by its rows ----
    def _summed(
        self, code: str, key: Sequence[str], label: Words, said: str, rows: Iterable[Listed]
    ) -> Number | None:
        """`key` without the chapter, which may follow it: the sum of chapters, or the procedures of one."""
        listed = list(rows)
        chapters = _names()
        base = Number(
            label, 0, said, "sum(procedure)", counting.VERSION, self.on,
            _("all %(number)s procedures in force") % {"number": self.in_force}, source=_source(),
        )  # fmt: skip
        if len(key) > self._own(code):
            place = (key[-2], int(key[-1]) if key[-1].isdecimal() else -1)
            if place not in chapters:
                return None
            mine = [one for one in listed if (one.list_code, one.chapter) == place]
            inputs = [
                Input("procedure", _said(one.title), one.adds, note=f"{one.code} {one.note}".strip(), on=self.on,
                      address=address_of("conversion:procedure", *one.code.split("/", 1)))
                for one in mine
            ]  # fmt: skip
            return replace(
                base, of=_chapter(place, chapters), value=sum(one.adds for one in mine), inputs=inputs
            )  # fmt: skip
        by_chapter: dict[tuple[str, int], int] = {}
        for one in listed:
            by_chapter[one.list_code, one.chapter] = (
                by_chapter.get((one.list_code, one.chapter), 0) + one.adds
            )
        inputs = [
            Input("chapter", _chapter(place, chapters), number, on=self.on,
                  address=address_of("conversion:number_of", code, ".".join([*key, place[0], str(place[1])])))
            for place, number in sorted(by_chapter.items())
        ]  # fmt: skip
        value = sum(by_chapter.values())
        return replace(base, expression="sum(chapter)", value=value, inputs=inputs)

    @property
    def in_force(self) -> int:
        return len(self.rows)

    @staticmethod
    def _own(code: str) -> int:
        return {"done": 2, "whole": 2, "depth": 2, "month-done": 1, "month-scope": 1}.get(code, 0)

    def _variant(self, key: str) -> tuple[Goal, str, list[str]] | None:
        parts = key.split(".")
        goal = next((one for one in law().goals if one.code == parts[0]), None)
        if goal is None or len(parts) not in (GOAL, GOAL + CHAPTER) or parts[1] not in AUDIENCES:
            return None
        return goal, parts[1], parts

    def _of_variant(self, code: str, key: str, label: str, said: str, least: int) -> Number | None:
        if (asked := self._variant(key)) is None:
            return None
        goal, audience, parts = asked
        volume = goal.against == "volume"
        rows = [
            _listed(row, row.cases if volume else 1)
            for row in counting.counted_in(self.rows, goal, audience)
            if row.depth >= least
        ]
        found = self._summed(code, parts, label, said, rows)
        return found and replace(found, of=found.of or _said(goal.name))

    def done(self, key: str) -> Number | None:
        least = next(
            (one.least_depth for one in law().goals if one.code == key.split(".", maxsplit=1)[0]), 0
        )
        said = _("procedures whose depth is %(depth)s or more") % {"depth": least}
        return self._of_variant("done", key, _("Done"), said, least)

    def whole(self, key: str) -> Number | None:
        return self._of_variant("whole", key, _("In force"), _("procedures that are in force"), 0)

    def share(self, key: str) -> Number | None:
        asked = self._variant(key)
        if asked is None or len(asked[2]) != GOAL:
            return None
        goal, audience, _parts = asked
        found = reached(self.rows, goal, audience)
        inputs = [
            self._to("done", key, found.done, _("Done")),
            self._to("whole", key, found.whole, _("In force")),
        ]
        return self._derived(_("Share that is done"), found.share, _("done ÷ in force"), "done / whole", inputs,
                             unit=Unit.SHARE, of=_said(goal.name))  # fmt: skip

    def _to(self, code: str, key: str, value: Any, label: Words, unit: Unit = Unit.COUNT) -> Input:
        """Another number of these pages, as an input."""
        address = address_of("conversion:number_of", code, key)
        return Input(code, label, value, unit, on=self.on, address=address)

    def _derived(
        self, label: Words, value: Any, said: str, expression: str, inputs: Sequence[Input],
        *, unit: Unit = Unit.COUNT, of: Words = "", source: str = "",
    ) -> Number:  # fmt: skip
        coverage = _("all %(number)s procedures in force") % {"number": self.in_force}
        return Number(label, value, said, expression, counting.VERSION, self.on, coverage, inputs, unit, of,
                      source or _source())  # fmt: skip

    # ---- the goal ----
    @cached_property
    def _goal(self) -> Any:
        return electronic_share(self.on)

    def _goal_inputs(self) -> tuple[str, Any, list[Input]]:
        key = f"{self.official.code}.total"
        found = reached(self.rows, self.official, "total")
        percent = Input(
            "percent", _("The goal, percent"), self._goal.goal_percent, note=_source(), on=self._goal.goal_by
        )  # fmt: skip
        return key, found, [percent, self._to("whole", key, found.whole, _("In force"))]

    def needed(self, key: str) -> Number | None:
        if key:
            return None
        _key, found, inputs = self._goal_inputs()
        needed = rate(
            self._goal.goal_percent, found.whole, found.done, on=self.on, by=self._goal.goal_by
        )
        said = _("the share of the goal of all in force, rounded up")
        return self._derived(
            _("Needed for the goal"), needed.needed, said, "ceil(percent / 100 * whole)", inputs
        )

    def a_month(self, key: str) -> Number | None:
        if key:
            return None
        goal_key, found, inputs = self._goal_inputs()
        goal = self._goal
        needed = rate(goal.goal_percent, found.whole, found.done, on=self.on, by=goal.goal_by)
        inputs += [self._to("done", goal_key, found.done, _("Done")), self._months_left()]
        said = _("what is missing to the goal ÷ the months that are left")
        return self._derived(_("A month needed from here"), needed.a_month, said,
                             "max(0, percent / 100 * whole - done) / months", inputs, unit=Unit.INDEX)  # fmt: skip

    def _months_left(self) -> Input:
        days = (self._goal.goal_by - self.on).days
        note = _("%(days)s days, %(each)s to a month") % {"days": days, "each": DAYS_IN_MONTH}
        return Input("months", _("Months left"), days / DAYS_IN_MONTH, Unit.INDEX, note)

    def described(self, key: str) -> Number | None:
        rows = [_listed(row) for row in self.rows if row.described]
        return self._summed("described", _parts(key), _("Described beyond their name"),
                            _("procedures of which more is known than the row of the list"), rows)  # fmt: skip

    def all(self, key: str) -> Number | None:
        rows = [_listed(row) for row in self.rows]
        said = _("procedures that are in force")
        return self._summed("all", _parts(key), _("In force"), said, rows)

    def waiting(self, key: str) -> Number | None:
        rows = [_listed(row) for row in self.rows if row.in_queue]
        said = _("procedures that are not online from end to end, or have fallen back")
        return self._summed("waiting", _parts(key), _("Queue of conversion"), said, rows)

    def depth(self, key: str) -> Number | None:
        parts = key.split(".")
        kind = "" if parts[0] == "-" else parts[0]
        if len(parts) not in (2, 4) or parts[1] not in {str(int(one)) for one in Depth}:
            return None
        depth = Depth(int(parts[1]))
        rows = [_listed(row) for row in self.rows if row.body_kind == kind and row.depth == depth]
        found = self._summed("depth", parts, str(NAMES[depth]),
                             _("procedures of this depth, of bodies of this kind"), rows)  # fmt: skip
        of: Words = _said(kind_name(kind)) if kind else _("not known yet")
        return found and replace(found, of=found.of or of)

    # ---- months and the pace ----
    def _of_month(self, code: str, key: str, label: str, said: str, least: str) -> Number | None:
        parts = key.split(".")
        try:
            day = parse_date(parts[0])
        except ValueError:
            return None
        if day is None or day > self.on or len(parts) not in (1, 1 + CHAPTER):
            return None
        editions = (
            in_force(day)
            .filter(electronic_level__gte=least)
            .values_list("procedure_id", "title", "electronic_level", "procedure__chapter__number")
        )  # fmt: skip
        rows = [Listed(one[0], one[1], one[3], 1, one[2]) for one in editions.iterator()]
        found = self._summed(code, parts, label, said, rows)
        if found is None:
            return None
        number = in_force(day).count()
        coverage = _("all %(number)s procedures in force") % {"number": number}
        return replace(found, as_of=day, coverage=coverage)

    def month_done(self, key: str) -> Number | None:
        said = _("procedures that could be applied for online on that day")
        return self._of_month("month-done", key, _("Done"), said, DONE_FROM)

    def month_scope(self, key: str) -> Number | None:
        said = _("procedures that were in force on that day")
        return self._of_month("month-scope", key, _("In force"), said, "e0")

    def _end(self, which: str, label: str, sign: str) -> Number | None:
        months = counting.months(self.on)
        ahead = (self._goal.goal_by - self.on).days / DAYS_IN_MONTH
        found = cone(months, ahead)
        if found is None:
            return None
        inputs = [
            Input("now", _("Done"), months[-1].done, on=months[-1].on,
                  address=address_of("conversion:number_of", "month-done", months[-1].on.isoformat())),
            Input("most", _("In force"), months[-1].scope, on=months[-1].on,
                  address=address_of("conversion:number_of", "month-scope", months[-1].on.isoformat())),
            self._months_left(),
        ]  # fmt: skip
        steps = [
            Input("pace", _("Done in the month before this day"), pace, on=month.on,
                  address=address_of("conversion:number_of", "month-done", month.on.isoformat()))
            for pace, month in zip(paces(months), months[1:], strict=True)
        ]  # fmt: skip
        wide = f" {sign} {LIKELY} * deviation(pace) * sqrt(months)" if sign else ""
        said = _("if the pace of the months that are known goes on; never above what is in force")
        return self._derived(label, getattr(found, which), said,
                             f"max(0, min(most, now + mean(pace) * months{wide}))", [*inputs, *steps],
                             unit=Unit.INDEX)  # fmt: skip

    def low(self, key: str) -> Number | None:
        return None if key else self._end("low", _("Done by the day of the goal, at least"), "-")

    def high(self, key: str) -> Number | None:
        return None if key else self._end("high", _("Done by the day of the goal, at most"), "+")

    # ---- the queue ----
    def _row(self, key: str) -> Row | None:
        return next((one for one in self.rows if one.code == key), None)

    def priority(self, key: str) -> Number | None:
        if (row := self._row(key)) is None:
            return None
        weights, inputs = law().weights, []
        for name in FACTORS:
            value = getattr(row.factors, name)
            note = "" if value is not None else _("no data: it adds nothing")
            inputs += [
                replace(self._to(name, key, value or 0, _factors()[name], Unit.FACTOR), note=note),
                Input(f"{name}_weight", _("Weight"), weights[name], Unit.FACTOR,
                      law().weights_source.cited(get_language() or "")),
            ]  # fmt: skip
        above = " + ".join(f"{name}_weight * {name}" for name in FACTORS)
        below = " + ".join(f"{name}_weight" for name in FACTORS)
        coverage = _("%(known)s of 5 factors known") % {"known": row.factors.known}
        made = self._derived(_("Priority"), row.score, _("the factors by their weights"), f"({above}) / ({below})",
                             inputs, unit=Unit.FACTOR, of=_said(row.title))  # fmt: skip
        return replace(made, coverage=coverage)

    def _factor(
        self, key: str, name: str, said: str, expression: str, *, inputs: Callable[[Row], list[Input]]
    ) -> Number | None:  # fmt: skip
        if (row := self._row(key)) is None:
            return None
        value = getattr(row.factors, name)
        given = inputs(row) if value is not None else []
        made = self._derived(
            _factors()[name], value, said, expression, given, unit=Unit.FACTOR, of=_said(row.title)
        )
        return replace(made, coverage=_("this procedure"))

    def demand(self, key: str) -> Number | None:
        most = max((one.cases for one in self.rows), default=0)

        def inputs(row: Row) -> list[Input]:
            wanted = max(self.rows, key=lambda one: one.cases)
            return [
                self._to("applications", key, row.cases, _("Applications in a year")),
                Input("most", _("The most that any procedure has"), most, note=wanted.code,
                      address=address_of("conversion:number_of", "applications", wanted.code)),
            ]  # fmt: skip

        said = _("the hundredth application weighs less than the first")
        return self._factor(
            key, "demand", said, "ln(1 + applications) / ln(1 + most)", inputs=inputs
        )

    def held(self, key: str) -> Number | None:
        said = _("documents that the state holds already ÷ documents that are asked for")
        return self._factor(key, "held", said, "held / documents", inputs=lambda row: [
            Input("held", _("Documents that the state holds"), row.parts.held, note=_definition(), on=self.on),
            Input("documents", _("Documents that are asked for"), row.parts.documents, note=_definition(), on=self.on),
        ])  # fmt: skip

    def trouble(self, key: str) -> Number | None:
        wanted = [one for one in self.rows if one.cases]

        def inputs(row: Row) -> list[Input]:
            mine = row.parts.refused / row.cases
            lower = sum(one.parts.refused / one.cases < mine for one in wanted)
            note = _("refused %(refused)s of %(all)s") % {
                "refused": row.parts.refused,
                "all": row.cases,
            }
            return [
                Input("lower", _("Procedures with a lower share of refusals"), lower, note=note, on=self.on),
                Input("others", _("Other procedures with applications"), len(wanted) - 1, on=self.on),
            ]  # fmt: skip

        said = _("the share of the other procedures that refuse less often")
        return self._factor(key, "trouble", said, "lower / max(1, others)", inputs=inputs)

    def feasible(self, key: str) -> Number | None:
        said = _("registers that are connected ÷ registers that are needed")
        return self._factor(key, "feasible", said, "connected / needed", inputs=lambda row: [
            Input("connected", _("Registers that are connected"), row.parts.connected, note=_definition(), on=self.on),
            Input("needed", _("Registers that are needed"), row.parts.services, note=_definition(), on=self.on),
        ])  # fmt: skip

    def social(self, key: str) -> Number | None:
        said = _("1 where the chapter is for those who need it most, else 0")
        return self._factor(key, "social", said, "listed", inputs=lambda row: [
            Input("listed", _chapter((row.list_code, row.chapter), _names()), row.factors.social,
                  note=law().weights_source.cited(get_language() or "")),
        ])  # fmt: skip

    def applications(self, key: str) -> Number | None:
        if (row := self._row(key)) is None:
            return None
        said = _("applications lodged in the year before this day")
        source = _("Cases of the platform")
        inputs = [Input("lodged", said, row.cases, note=source, on=self.on)]
        made = self._derived(_("Applications in a year"), row.cases, said, "lodged", inputs,
                             of=_said(row.title), source=source)  # fmt: skip
        return replace(made, coverage=_("what was lodged here; paper from before is not known"))


MADE: dict[str, Callable[[Numbers, str], Number | None]] = {
    "share": Numbers.share, "done": Numbers.done, "whole": Numbers.whole, "needed": Numbers.needed,
    "a-month": Numbers.a_month, "described": Numbers.described, "all": Numbers.all, "waiting": Numbers.waiting,
    "depth": Numbers.depth, "month-done": Numbers.month_done, "month-scope": Numbers.month_scope,
    "low": Numbers.low, "high": Numbers.high, "priority": Numbers.priority, "demand": Numbers.demand,
    "held": Numbers.held, "trouble": Numbers.trouble, "feasible": Numbers.feasible, "social": Numbers.social,
    "applications": Numbers.applications,
}  # fmt: skip


def saved_of(card: Drawn, figure: str) -> Number | None:
    """The burden of the way as it is, less that of the way as it is to be: step by step."""
    labels = {
        "days": _("days"), "documents": _("documents"), "visits": _("visits"),
        "wasteful": _("steps that are waste"),
    }  # fmt: skip
    if figure not in labels:
        return None

    def steps(name: str, ways: Sequence[Step], note: str) -> list[Input]:
        return [
            Input(name, one.name, int(bool(one.waste)) if figure == "wasteful" else getattr(one, figure), note=note,
                  on=card.card.drawn_at.date(), by=card.card.drawn_by.display_name)
            for one in ways
        ]  # fmt: skip

    inputs = [
        *steps("before", card.as_is, _("The way as it is")),
        *steps("after", card.to_be, _("The way as it is to be")),
    ]
    value = getattr(card.before, figure) - getattr(card.after, figure)
    said = _("the way as it is, less the way as it is to be")
    return Number(labels[figure], value, said, "sum(before) - sum(after)", counting.VERSION,
                  card.card.drawn_at.date(), _("all steps of the card"), inputs,
                  of=f"{card.card.procedure}, {_('Card %(number)s') % {'number': card.card.number}}",
                  by=card.card.drawn_by.display_name)  # fmt: skip


def _listed(row: Row, adds: int = 1) -> Listed:
    return Listed(row.code, row.title, row.chapter, adds, str(NAMES[row.depth]))


def _parts(key: str) -> list[str]:
    return key.split(".") if key else []


def _names() -> dict[tuple[str, int], Text]:
    found = Chapter.objects.values_list("list_id", "number", "name")
    return {(code, number): name for code, number, name in found}


def _chapter(place: tuple[str, int], names: dict[tuple[str, int], Text]) -> Said:
    said = _said(names.get(place, {}))
    return Said(f"{place[0]}, {place[1]}. {said.text}", said.lang)


def _said(text: Text) -> Said:
    return in_language(text, get_language() or "")


def _source() -> str:
    return law().goals_source.cited(get_language() or "")


def _factors() -> dict[str, str]:
    return {
        "demand": _("demand"), "held": _("the state has the documents"), "trouble": _("refusals"),
        "feasible": _("registers connected"), "social": _("for those who need it most"),
    }  # fmt: skip


def _definition() -> str:
    return _("definition of the procedure")
