"""The goal and the way there: what is done of what is in force, month by month, and what is needed."""

from dataclasses import replace
from typing import Any

from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _

from ratusha.conversion import counting
from ratusha.conversion.counting import AUDIENCES, DONE_FROM, reached
from ratusha.conversion.depth import NAMES, Depth
from ratusha.conversion.law import Goal, law
from ratusha.conversion.rules import DAYS_IN_MONTH, LIKELY, cone, paces, rate
from ratusha.kernel.texts import in_my_language
from ratusha.parties.public import kind_name
from ratusha.procedures.public import in_force
from ratusha.ui.addresses import address_of
from ratusha.ui.numbers import Input, Number, Unit, Words

from .day import CHAPTER, Day, Listed, all_in_force, goal_source, listed_row, parts_of

GOAL = 2  # how many parts of a key name a variant of the goal


def _variant(key: str) -> tuple[Goal, str, list[str]] | None:
    parts = key.split(".")
    goal = next((one for one in law().goals if one.code == parts[0]), None)
    if goal is None or len(parts) not in (GOAL, GOAL + CHAPTER) or parts[1] not in AUDIENCES:
        return None
    return goal, parts[1], parts


def _of_variant(
    day: Day, code: str, key: str, label: str, *, said: str, least: int = 0
) -> Number | None:
    if (asked := _variant(key)) is None:
        return None
    goal, audience, parts = asked
    volume = goal.against == "volume"
    rows = [
        listed_row(row, row.cases if volume else 1)
        for row in counting.counted_in(day.rows, goal, audience)
        if row.depth >= least
    ]
    found = day.summed(code, parts, label, said, rows, own=GOAL)
    return found and replace(found, of=found.of or in_my_language(goal.name))


def done(day: Day, key: str) -> Number | None:
    least = next(
        (one.least_depth for one in law().goals if one.code == key.split(".", maxsplit=1)[0]), 0
    )
    said = _("procedures whose depth is %(depth)s or more") % {"depth": least}
    return _of_variant(day, "done", key, _("Done"), said=said, least=least)


def whole(day: Day, key: str) -> Number | None:
    said = _("procedures that are in force")
    return _of_variant(day, "whole", key, _("In force"), said=said)


def share(day: Day, key: str) -> Number | None:
    asked = _variant(key)
    if asked is None or len(asked[2]) != GOAL:
        return None
    goal, audience, _parts = asked
    found = reached(day.rows, goal, audience)
    inputs = [
        day.to("done", key, found.done, _("Done")),
        day.to("whole", key, found.whole, _("In force")),
    ]
    return day.derived(_("Share that is done"), found.share, _("done ÷ in force"), "done / whole", inputs,
                         unit=Unit.SHARE, of=in_my_language(goal.name))  # fmt: skip


def _goal_inputs(day: Day) -> tuple[str, Any, list[Input]]:
    key = f"{day.official.code}.total"
    found = reached(day.rows, day.official, "total")
    percent = Input(
        "percent", _("The goal, percent"), day.goal.goal_percent, note=goal_source(), on=day.goal.goal_by
    )  # fmt: skip
    return key, found, [percent, day.to("whole", key, found.whole, _("In force"))]


def needed(day: Day, key: str) -> Number | None:
    if key:
        return None
    _key, found, inputs = _goal_inputs(day)
    needed = rate(day.goal.goal_percent, found.whole, found.done, on=day.on, by=day.goal.goal_by)
    said = _("the share of the goal of all in force, rounded up")
    return day.derived(
        _("Needed for the goal"), needed.needed, said, "ceil(percent / 100 * whole)", inputs
    )


def a_month(day: Day, key: str) -> Number | None:
    if key:
        return None
    goal_key, found, inputs = _goal_inputs(day)
    goal = day.goal
    needed = rate(goal.goal_percent, found.whole, found.done, on=day.on, by=goal.goal_by)
    inputs += [day.to("done", goal_key, found.done, _("Done")), _months_left(day)]
    said = _("what is missing to the goal ÷ the months that are left")
    return day.derived(_("A month needed from here"), needed.a_month, said,
                         "max(0, percent / 100 * whole - done) / months", inputs, unit=Unit.INDEX)  # fmt: skip


def _months_left(day: Day) -> Input:
    days = (day.goal.goal_by - day.on).days
    note = _("%(days)s days, %(each)s to a month") % {"days": days, "each": DAYS_IN_MONTH}
    return Input("months", _("Months left"), days / DAYS_IN_MONTH, Unit.INDEX, note)


def described(day: Day, key: str) -> Number | None:
    rows = [listed_row(row) for row in day.rows if row.described]
    return day.summed("described", parts_of(key), _("Described beyond their name"),
                        _("procedures of which more is known than the row of the list"), rows)  # fmt: skip


def all_procedures(day: Day, key: str) -> Number | None:
    rows = [listed_row(row) for row in day.rows]
    said = _("procedures that are in force")
    return day.summed("all", parts_of(key), _("In force"), said, rows)


def excluded(day: Day, key: str) -> Number | None:
    """Rows that an act has taken out of the lists: in no share, and told apart."""
    if key:
        return None
    labels = {"citizens": _("For citizens"), "business": _("For business")}
    inputs = [
        Input("list", labels.get(code, code), number, on=day.on)
        for code, number in sorted(day.goal.excluded.items())
        if code != "total"
    ]
    said = _("rows of the lists that an act has excluded")
    return day.derived(
        _("Excluded from the lists"), day.goal.excluded["total"], said, "sum(list)", inputs
    )


def depth(day: Day, key: str) -> Number | None:
    parts = key.split(".")
    kind = "" if parts[0] == "-" else parts[0]
    if len(parts) not in (2, 4) or parts[1] not in {str(int(one)) for one in Depth}:
        return None
    depth = Depth(int(parts[1]))
    rows = [listed_row(row) for row in day.rows if row.body_kind == kind and row.depth == depth]
    found = day.summed("depth", parts, str(NAMES[depth]),
                         _("procedures of this depth, of bodies of this kind"), rows, own=GOAL)  # fmt: skip
    of: Words = in_my_language(kind_name(kind)) if kind else _("not known yet")
    return found and replace(found, of=found.of or of)


def _of_month(day: Day, code: str, key: str, label: str, *, said: str, least: str) -> Number | None:
    parts = key.split(".")
    try:
        then = parse_date(parts[0])
    except ValueError:
        return None
    if then is None or then > day.on or len(parts) not in (1, 1 + CHAPTER):
        return None
    editions = (
        in_force(then)
        .filter(electronic_level__gte=least)
        .values_list("procedure_id", "title", "electronic_level", "procedure__chapter__number")
    )  # fmt: skip
    rows = [Listed(one[0], one[1], one[3], 1, one[2]) for one in editions.iterator()]
    found = day.summed(code, parts, label, said, rows, own=1)
    if found is None:
        return None
    return replace(found, as_of=then, coverage=all_in_force(in_force(then).count()))


def month_done(day: Day, key: str) -> Number | None:
    said = _("procedures that could be applied for online on that day")
    return _of_month(day, "month-done", key, _("Done"), said=said, least=DONE_FROM)


def month_scope(day: Day, key: str) -> Number | None:
    said = _("procedures that were in force on that day")
    return _of_month(day, "month-scope", key, _("In force"), said=said, least="e0")


def _end(day: Day, which: str, label: str, sign: str) -> Number | None:
    months = counting.months(day.on)
    ahead = (day.goal.goal_by - day.on).days / DAYS_IN_MONTH
    found = cone(months, ahead)
    if found is None:
        return None
    inputs = [
        Input("now", _("Done"), months[-1].done, on=months[-1].on,
              address=address_of("conversion:number_of", "month-done", months[-1].on.isoformat())),
        Input("most", _("In force"), months[-1].scope, on=months[-1].on,
              address=address_of("conversion:number_of", "month-scope", months[-1].on.isoformat())),
        _months_left(day),
    ]  # fmt: skip
    steps = [
        Input("pace", _("Done in the month before this day"), pace, on=month.on,
              address=address_of("conversion:number_of", "month-done", month.on.isoformat()))
        for pace, month in zip(paces(months), months[1:], strict=True)
    ]  # fmt: skip
    wide = f" {sign} {LIKELY} * deviation(pace) * sqrt(months)" if sign else ""
    said = _("if the pace of the months that are known goes on; never above what is in force")
    return day.derived(label, getattr(found, which), said,
                         f"max(0, min(most, now + mean(pace) * months{wide}))", [*inputs, *steps],
                         unit=Unit.INDEX)  # fmt: skip


def low(day: Day, key: str) -> Number | None:
    return None if key else _end(day, "low", _("Done by the day of the goal, at least"), "-")


def high(day: Day, key: str) -> Number | None:
    return None if key else _end(day, "high", _("Done by the day of the goal, at most"), "+")
