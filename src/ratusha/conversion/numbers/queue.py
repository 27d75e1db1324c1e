"""The queue of conversion: why a procedure stands where it stands."""

from collections.abc import Callable
from dataclasses import replace

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from ratusha.conversion.counting import Row
from ratusha.conversion.law import law
from ratusha.conversion.rules import FACTORS, is_few
from ratusha.kernel.texts import in_my_language
from ratusha.ui.addresses import address_of
from ratusha.ui.numbers import Input, Number, Unit

from .day import Day, chapter_names, chapter_title, listed_row, parts_of


def waiting(day: Day, key: str) -> Number | None:
    rows = [listed_row(row) for row in day.rows if row.in_queue]
    said = _("procedures that are not online from end to end, or have fallen back")
    return day.summed("waiting", parts_of(key), _("Queue of conversion"), said, rows)


def _row(day: Day, key: str) -> Row | None:
    return next((one for one in day.rows if one.code == key), None)


def priority(day: Day, key: str) -> Number | None:
    if (row := _row(day, key)) is None:
        return None
    weights, inputs = law().weights, []
    for name in FACTORS:
        value = getattr(row.factors, name)
        note = "" if value is not None else _("no data: it adds nothing")
        inputs += [
            replace(day.to(name, key, value or 0, _factors()[name], Unit.FACTOR), note=note),
            Input(f"{name}_weight", _("Weight"), weights[name], Unit.FACTOR,
                  law().weights_source.cited(get_language() or "")),
        ]  # fmt: skip
    above = " + ".join(f"{name}_weight * {name}" for name in FACTORS)
    below = " + ".join(f"{name}_weight" for name in FACTORS)
    coverage = _("%(known)s of 5 factors known") % {"known": row.factors.known}
    made = day.derived(_("Priority"), row.score, _("the factors by their weights"), f"({above}) / ({below})",
                         inputs, unit=Unit.FACTOR, of=in_my_language(row.title))  # fmt: skip
    return replace(made, coverage=coverage)


def _factor(
    day: Day, key: str, name: str, said: str, expression: str, *, inputs: Callable[[Row], list[Input]]
) -> Number | None:  # fmt: skip
    if (row := _row(day, key)) is None:
        return None
    value = getattr(row.factors, name)
    given = inputs(row) if value is not None else []
    made = day.derived(
        _factors()[name],
        value,
        said,
        expression,
        given,
        unit=Unit.FACTOR,
        of=in_my_language(row.title),
    )
    return replace(made, coverage=_("this procedure"))


def demand(day: Day, key: str) -> Number | None:
    most = max((one.cases for one in day.rows), default=0)

    def inputs(row: Row) -> list[Input]:
        wanted = max(day.rows, key=lambda one: one.cases)
        return [
            day.to("applications", key, row.cases, _("Applications in a year")),
            Input("most", _("The most that any procedure has"), most, note=wanted.code,
                  address=address_of("conversion:number_of", "applications", wanted.code)),
        ]  # fmt: skip

    said = _("the hundredth application weighs less than the first")
    return _factor(day, key, "demand", said, "ln(1 + applications) / ln(1 + most)", inputs=inputs)


def held(day: Day, key: str) -> Number | None:
    said = _("documents that the state holds already ÷ documents that are asked for")
    return _factor(day, key, "held", said, "held / documents", inputs=lambda row: [
        Input("held", _("Documents that the state holds"), row.parts.held, note=_definition(), on=day.on),
        Input("documents", _("Documents that are asked for"), row.parts.documents, note=_definition(), on=day.on),
    ])  # fmt: skip


def trouble(day: Day, key: str) -> Number | None:
    wanted = [one for one in day.rows if one.cases]

    def inputs(row: Row) -> list[Input]:
        mine = row.parts.trouble / row.cases
        lower = sum(one.parts.trouble / one.cases < mine for one in wanted)
        few, words = is_few(row.parts.trouble), {"number": row.parts.trouble, "all": row.cases}
        note = (
            _("refused or complained about: fewer than five of %(all)s") % words if few
            else _("refused or complained about: %(number)s of %(all)s") % words
        )  # fmt: skip
        return [
            Input("lower", _("Procedures with a lower share of refusals and complaints"), lower, note=note, on=day.on),
            Input("others", _("Other procedures with applications"), len(wanted) - 1, on=day.on),
        ]  # fmt: skip

    said = _("the share of the other procedures that are refused and complained about less often")
    return _factor(day, key, "trouble", said, "lower / max(1, others)", inputs=inputs)


def feasible(day: Day, key: str) -> Number | None:
    said = _("registers that are connected ÷ registers that are needed")
    return _factor(day, key, "feasible", said, "connected / needed", inputs=lambda row: [
        Input("connected", _("Registers that are connected"), row.parts.connected, note=_definition(), on=day.on),
        Input("needed", _("Registers that are needed"), row.parts.services, note=_definition(), on=day.on),
    ])  # fmt: skip


def social(day: Day, key: str) -> Number | None:
    said = _("1 where the chapter is for those who need it most, else 0")
    return _factor(day, key, "social", said, "listed", inputs=lambda row: [
        Input("listed", chapter_title((row.list_code, row.chapter), chapter_names()), row.factors.social,
              note=law().weights_source.cited(get_language() or "")),
    ])  # fmt: skip


def applications(day: Day, key: str) -> Number | None:
    if (row := _row(day, key)) is None:
        return None
    said = _("applications lodged in the year before this day")
    source = _("Cases of the platform")
    inputs = [Input("lodged", said, row.cases, note=source, on=day.on)]
    made = day.derived(_("Applications in a year"), row.cases, said, "lodged", inputs,
                         of=in_my_language(row.title), source=source)  # fmt: skip
    return replace(
        made,
        coverage=_(
            "lodged here, and by fewer than five people counted as none; paper from before is not known"
        ),
    )


def _factors() -> dict[str, str]:
    return {
        "demand": _("demand"), "held": _("the state has the documents"), "trouble": _("refusals and complaints"),
        "feasible": _("registers connected"), "social": _("for those who need it most"),
    }  # fmt: skip


def _definition() -> str:
    return _("definition of the procedure")
