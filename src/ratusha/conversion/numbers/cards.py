"""What a card of reengineering saves."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from ratusha.conversion import counting
from ratusha.conversion.law import law
from ratusha.conversion.presentation import Drawn
from ratusha.conversion.ways import Step, spared
from ratusha.ui.addresses import address_of
from ratusha.ui.numbers import Input, Number, Unit

SPARED = {"documents-a-year": "documents", "visits-a-year": "visits"}


def _spared(card: Drawn, figure: str, cases: int) -> Number:
    """What people are spared in a year, at as many applications as in the last one."""
    name = SPARED[figure]
    label = _("documents a year") if name == "documents" else _("visits a year")
    saved = getattr(card.before, name) - getattr(card.after, name)
    inputs = [
        Input("saved", _("Less of it in one application"), saved, on=card.card.drawn_at,
              by=card.card.drawn_by.display_name, address=address_of("conversion:saved", card.card.pk, name)),
        Input("applications", _("Applications in a year"), cases,
              address=address_of("conversion:number_of", "applications", card.card.procedure)),
    ]  # fmt: skip
    said = _("what the new way saves in one application × applications of the last year")
    return _told(card, label, saved * cases, said=said, expression="saved * applications", inputs=inputs,
                 coverage=_("what was lodged here; paper from before is not known"))  # fmt: skip


def _money(card: Drawn, cases: int) -> Number:
    """What people are spared in a year at the prices of the pack: a document fetched, a visit made."""
    prices, note = law().prices, law().prices_source.cited(get_language() or "")
    inputs = [
        *(
            Input(f"{name}s", label, getattr(card.before, f"{name}s") - getattr(card.after, f"{name}s"),
                  address=address_of("conversion:saved", card.card.pk, f"{name}s"))
            for name, label in (("document", _("documents")), ("visit", _("visits")))
        ),
        Input("document_price", _("What a document costs a person"), prices["document"], Unit.MONEY, note),
        Input("visit_price", _("What a visit costs a person"), prices["visit"], Unit.MONEY, note),
        Input("applications", _("Applications in a year"), cases,
              address=address_of("conversion:number_of", "applications", card.card.procedure)),
    ]  # fmt: skip
    value = spared(card.before, card.after, cases, prices).money
    number = _told(
        card, _("money a year"), value,
        said=_(
            "documents and visits that the new way saves, at what they cost a person, × applications of the last year"
        ),
        expression="(documents * document_price + visits * visit_price) * applications", inputs=inputs,
        coverage=_("what was lodged here; paper from before is not known"),
    )  # fmt: skip
    return replace(number, unit=Unit.MONEY)


def _cost(card: Drawn, cases: int) -> Number | None:
    """What the way as it is costs the body in a year: all applications, here and elsewhere."""
    one = card.card
    if one.told_cost is None:
        return None

    def written(name: str, label: str, value: Any, unit: Unit = Unit.COUNT) -> Input:
        return Input(
            name, label, value, unit, one.told_source, one.drawn_at, one.drawn_by.display_name
        )

    inputs = [
        written("cost", _("What one case costs the body"), one.told_cost, Unit.MONEY),
        Input("here", _("Applications in a year"), cases,
              address=address_of("conversion:number_of", "applications", one.procedure)),
        written("elsewhere", _("Applications in a year that are not lodged here"), one.told_volume or 0),
    ]  # fmt: skip
    known = one.told_volume is not None
    number = _told(
        card, _("What the way as it is costs the body in a year"), one.told_cost * (cases + (one.told_volume or 0)),
        said=_("what one case costs × applications of a year, here and elsewhere"),
        expression="cost * (here + elsewhere)", inputs=inputs,
        coverage=_("here and, as the body says, elsewhere") if known
        else _("what was lodged here; paper from before is not known"),
    )  # fmt: skip
    return replace(number, unit=Unit.MONEY)


def _told(
    card: Drawn, label: str, value: float | Decimal, *, said: str, expression: str, inputs: list[Input], coverage: str
) -> Number:  # fmt: skip
    number = _("Card %(number)s") % {"number": card.card.number}
    return Number(label, value, said, expression, counting.VERSION, card.card.drawn_at, coverage, inputs,
                  of=f"{card.card.procedure}, {number}", by=card.card.drawn_by.display_name)  # fmt: skip


def saved_of(card: Drawn, figure: str, cases: int) -> Number | None:
    """The burden of the way as it is, less that of the way as it is to be: step by step."""
    labels = {
        "days": _("days"), "documents": _("documents"), "visits": _("visits"),
        "wasteful": _("steps that are waste"),
    }  # fmt: skip
    if figure == "cost-a-year":
        return _cost(card, cases)
    if figure == "roubles-a-year":
        return _money(card, cases)
    if figure in SPARED:
        return _spared(card, figure, cases)
    if figure not in labels:
        return None

    def steps(name: str, ways: Sequence[Step], note: str) -> list[Input]:
        return [
            Input(name, one.name, int(bool(one.waste)) if figure == "wasteful" else getattr(one, figure), note=note,
                  on=card.card.drawn_at, by=card.card.drawn_by.display_name)
            for one in ways
        ]  # fmt: skip

    inputs = [
        *steps("before", card.as_is, _("The way as it is")),
        *steps("after", card.to_be, _("The way as it is to be")),
    ]
    value = getattr(card.before, figure) - getattr(card.after, figure)
    said = _("the way as it is, less the way as it is to be")
    return _told(card, labels[figure], value, said=said, expression="sum(before) - sum(after)", inputs=inputs,
                 coverage=_("all steps of the card"))  # fmt: skip
