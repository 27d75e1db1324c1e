"""What a body says when it proposes a measure or a pilot, and when a session is convened."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from ratusha.kernel.texts import in_my_language, state_languages
from ratusha.measures.council_rules import Decision, Manner
from ratusha.measures.law import law
from ratusha.measures.models import Direction
from ratusha.measures.pilot_checks import LEAST_READINESS, MOST_READINESS, Design
from ratusha.measures.routes import Money, Purpose
from ratusha.ui import forms as ui

from .asking import PlacesField, Questions, line, one_of, words


def _idea() -> dict[str, forms.Field]:
    return {
        "name": line(_("Name"), hint=_("What will be there, in a few words.")),
        "goal": words(_("Goal"), hint=_("What gets better, and for whom.")),
        "sphere": one_of(_("Sphere"), [(one.code, one.said()) for one in law().spheres]),
        "sources": ui.ChoicesField(
            label=_("Where does the money come from?"), choices=Money.choices
        ),
        "language": one_of(_("In which language is this written?"), state_languages()),
    }


def _own_language() -> dict[str, Any]:
    return {"language": get_language()}


def measure_form(data: Any = None) -> Questions:
    purposes = [(one.value, one.label) for one in (Purpose.MEASURE, Purpose.SCALING)]
    asked = {"purpose": one_of(_("What is it?"), purposes), **_idea()}
    return Questions(asked, data, {**_own_language(), "purpose": Purpose.MEASURE.value})


def pilot_form(directions: Iterable[Direction], data: Any = None) -> Questions:
    """Under one of the directions that are open."""
    readiness = ui.NumberField(
        label=_("Readiness of the technology, 1 to 9"),
        smallest=LEAST_READINESS,
        greatest=MOST_READINESS,
    )
    under = [(str(one.pk), in_my_language(one.name).text) for one in directions]
    asked = {
        "direction": one_of(_("Direction of the call"), under),
        **_idea(),
        "hypothesis": words(_("Hypothesis"), hint=_("If we do this, then that changes.")),
        "indicator": line(_("What is measured"), most=200),
        "baseline": ui.NumberField(label=_("Figure now"), places=3),
        "target": ui.NumberField(label=_("Figure at the end"), places=3),
        "site": line(_("Where it is tried")),
        "site_agreed": line(_("Who agreed for this place: letter, number and date")),
        "means": words(_("What is given free of charge"), required=False),
        "design": one_of(_("Against what is the effect compared?"), Design.choices),
        "compared_with": PlacesField(
            label=_("Places without the pilot, to compare with"),
            required=False,
            help_text=_("One on each line; needed when places are compared."),
        ),
        "points": ui.NumberField(
            label=_("How many measurements are planned, before and after together"),
            smallest=0,
            greatest=10_000,
            required=False,
            help_text=_("At least twelve when before is compared with after."),
        ),
        "months": ui.NumberField(label=_("How many months"), smallest=1, greatest=60),
        "readiness": readiness,
        "stop_criteria": words(_("When it is stopped")),
    }
    return Questions(asked, data, _own_language())


def session_form(data: Any = None) -> Questions:
    asked = {
        "number": line(_("Number of the session"), most=20),
        "on": ui.DayField(label=_("Day of the session")),
        "manner": one_of(_("Manner"), Manner.choices),
        "place": line(_("Place"), required=False, most=200),
    }
    return Questions(asked, data, {"manner": Manner.IN_PERSON.value})


def agenda_form(waiting: list[tuple[str, str]], data: Any = None) -> Questions:
    order = line(_("Order of the chair, when there is no opinion of the experts"), required=False)
    asked = {
        "case": one_of(_("What is heard"), waiting),
        "proposal": one_of(_("What is proposed"), Decision.choices),
        "order": order,
        "secret": ui.ChoicesField(
            label=_("Manner of the vote"),
            choices=[("secret", _("The vote is secret"))],
            required=False,
        ),
    }
    return Questions(asked, data)


def correction_form(items: list[tuple[str, str]], data: Any = None) -> Questions:
    asked = {
        "item": one_of(_("Item of the protocol, when it is about one"), items, required=False),
        "stood": words(_("What stands there"), hint=_("Quote it word for word.")),
        "reads": words(_("What is to be read instead")),
        "reasons": words(_("Why it is corrected")),
    }
    return Questions(asked, data)
