"""The rows of a measure that a figure of it rests on, each with its day and its evidence."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from ratusha.kernel.dates import day_in_words
from ratusha.kernel.texts import Said
from ratusha.measures.public import (
    HIGH_RISK,
    PlanLine,
    payments_of,
    plan_lines,
    risks_of,
    said_nature,
    said_source,
    stages_of_measures,
)
from ratusha.programmes.law import law
from ratusha.programmes.models import Rating, View
from ratusha.programmes.picture import Row, Stage, part
from ratusha.ui.formats import share
from ratusha.ui.numbers import Unit

from .combining import Value
from .formula import Formula


@dataclass(frozen=True)
class Source:
    label: Said | str
    value: Value
    note: str = ""
    unit: Unit | None = None


def rows_of(row: Row, formula: Formula) -> list[Source]:
    """Without rows of its own a figure of one measure is its own input: 1 for a measure, 1 or 0 for a question."""
    found = SOURCES.get(formula.sources)
    if found is None:
        assert formula.row is not None, "a figure of rows"  # noqa: S101 - of the table
        return [Source(row.said(), formula.row(row))]
    return list(found(row))


def _lines(lines: Iterable[PlanLine]) -> list[Source]:
    return [
        Source(f"{one.year}, {said_source(one.source)}", one.amount, said_nature(one.nature))
        for one in lines
    ]


def _plan(row: Row) -> list[Source]:
    return _lines(plan_lines(row.facts.case_id))


def _plan_of_year(row: Row) -> list[Source]:
    return _lines(one for one in plan_lines(row.facts.case_id) if one.year == row.today.year)


def _approved(row: Row) -> list[Source]:
    if row.facts.included_at is None:
        return []
    return _lines(plan_lines(row.facts.case_id, until=row.facts.included_at))


def _payments(row: Row, year: int | None = None) -> list[Source]:
    return [
        Source(day_in_words(one.on), one.amount)
        for one in payments_of(row.facts.case_id, row.today)
        if year is None or one.on.year == year
    ]


def _contract(row: Row) -> list[Source]:
    return [
        Source(
            _("Stage %(number)s: %(title)s") % {"number": one.number, "title": one.result},
            one.amount,
            _("due on %(day)s") % {"day": day_in_words(one.due_on)},
        )
        for one in stages_of_measures([row.facts.case_id])
    ]


def _stages(
    row: Row, stages: Iterable[Stage], share_of: Callable[[Stage], float] | None
) -> list[Source]:
    found = []
    for one in stages:
        label = _("Stage %(number)s") % {"number": one.number}
        days = _("from %(first)s to %(last)s, rule %(rule)s") % {
            "first": day_in_words(one.starts_on),
            "last": day_in_words(one.ends_on),
            "rule": one.rule.value,
        }
        if share_of is None:
            found.append(Source(label, one.amount, days))
            continue
        done = share_of(one)
        label = f"{label} × {share(done)}"
        found.append(Source(label, part(one.amount, done), _evidence(row, one, days)))
    return found


def _evidence(row: Row, stage: Stage, days: str) -> str:
    accepted = row.accepted.get(stage.number)
    if accepted:
        return f"{days}; " + _("accepted on %(day)s") % {"day": day_in_words(accepted[1])}
    return days


def _days(stages: Iterable[Stage], day: Callable[[Stage], date]) -> list[Source]:
    return [Source(_("Stage %(number)s") % {"number": one.number}, day(one)) for one in stages]


def _marks(row: Row, view: str) -> list[Source]:
    rating = Rating.objects.filter(case=row.facts.case_id, view=view, on__lte=row.today).first()
    if rating is None:
        return []
    return [
        Source(question.said(), rating.answers[question.code][0], rating.answers[question.code][1])
        for question in law().confidence.questions
    ]


def _computed(row: Row) -> list[Source]:
    """What the rule of the IT Dashboard gave; one number, because an owner may decide alone."""
    parts: list[tuple[str, Any]] = [
        (_("by cost"), row.cost_points),
        (_("by delays"), row.delay_points),
        (_("by the owner"), row.own_now),
    ]
    note = ", ".join(f"{label} {value}" for label, value in parts if value is not None)
    return [Source(_("Points"), row.computed, note)]


def _risks(row: Row) -> list[Source]:
    return [
        Source(event, 1, f"{probability} × {impact}")
        for event, probability, impact in risks_of(row.facts.case_id)
        if probability * impact >= HIGH_RISK
    ] or [Source(_("Risks at this height"), 0)]


SOURCES: dict[str, Callable[[Row], list[Source]]] = {
    "plan": _plan,
    "plan_year": _plan_of_year,
    "approved": _approved,
    "stages": _contract,
    "payments": _payments,
    "payments_year": lambda row: _payments(row, row.today.year),
    "baseline": lambda row: _stages(row, row.stages, None),
    "first": lambda row: _stages(row, row.first, None),
    "planned_stages": lambda row: _stages(row, row.stages, row.planned_of),
    "earned_stages": lambda row: _stages(row, row.stages, row.earned_of),
    "starts": lambda row: _days(row.stages, lambda one: one.starts_on),
    "ends": lambda row: _days(row.stages, lambda one: one.ends_on),
    "first_ends": lambda row: _days(row.first, lambda one: one.ends_on),
    "own": lambda row: _marks(row, View.OWN),
    "independent": lambda row: _marks(row, View.INDEPENDENT),
    "computed": _computed,
    "risks": _risks,
}
