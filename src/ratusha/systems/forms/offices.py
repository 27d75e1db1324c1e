"""Somebody new in an office, a need, a load, a line of training and what came of it; a decision about a trace."""

from typing import Any

from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from ratusha.systems.discovery.rules import Standing
from ratusha.systems.offices.rules import MOST_LOAD, Role, Teaching
from ratusha.ui import forms as ui

from .asking import Questions, line, words

QUARTER = r"\d{4}-Q[1-4]"


def _role() -> ui.ChoiceField:
    return ui.ChoiceField(label=_("Role"), choices=Role.choices)


LEVEL = _("Level, 0 to 4")


def _level(label: Any = LEVEL) -> ui.NumberField:
    return ui.NumberField(label=label, smallest=0, greatest=4)


def _quarter() -> Any:
    field = line(_("Quarter"), hint=_("Like 2027-Q1."), most=7)
    field.validators.append(RegexValidator(rf"^{QUARTER}\Z", _("Write the quarter like 2027-Q1")))
    return field


def person_form(data: Any = None) -> Questions:
    return Questions(
        {"role": _role(), "level": _level(), "since": ui.DayField(label=_("Works since"))}, data
    )


def load_form(specialists: list[tuple[str, str]], data: Any = None) -> Questions:
    load = ui.NumberField(label=_("Load, per cent of one person"), smallest=0, greatest=1000,
                          help_text=_("More than %(most)s is refused.") % {"most": MOST_LOAD})  # fmt: skip
    who = ui.ChoiceField(label=_("Who"), choices=specialists)
    return Questions({"specialist": who, "quarter": _quarter(), "load": load}, data)


def certificate_form(specialists: list[tuple[str, str]], data: Any = None) -> Questions:
    asked = {
        "specialist": ui.ChoiceField(label=_("Who"), choices=specialists),
        "title": line(_("What it certifies")),
        "valid_from": ui.DayField(label=_("Holds from")),
        "valid_to": ui.DayField(
            label=_("Holds until"), required=False, help_text=_("Leave out if it has no end.")
        ),
    }
    return Questions(asked, data)


def need_form(data: Any = None) -> Questions:
    asked = {
        "role": _role(),
        "level": _level(),
        "people": ui.NumberField(label=_("How many people"), smallest=1, greatest=999),
        "quarter": _quarter(),
        "measure": line(_("Number of the measure"), required=False, most=60),
    }
    return Questions(asked, data)


def training_form(data: Any = None) -> Questions:
    asked = {
        "kind": ui.ChoiceField(label=_("Kind of training"), choices=Teaching.choices),
        "role": _role(),
        "level": _level(_("Level to be reached, 0 to 4")),
        "course": line(_("What is to be learnt")),
        "provider": line(_("Who teaches it"), required=False),
        "budget": ui.MoneyField(label=_("Money planned"), required=False),
        "quarter": _quarter(),
    }
    return Questions(asked, data)


def reached_form(data: Any = None) -> Questions:
    return Questions({"reached": _level(_("Level reached, 0 to 4"))}, data)


def effect_form(data: Any = None) -> Questions:
    return Questions({"effect": words(_("What the training has changed"))}, data)


def decision_form(data: Any = None) -> Questions:
    choices = [one for one in Standing.choices if one[0] != Standing.OPEN]
    asked = {
        "standing": ui.ChoiceField(label=_("What is it?"), choices=choices),
        "reasons": words(_("Reasons")),
    }
    return Questions(asked, data)


def traces_form(data: Any = None, files: Any = None) -> Questions:
    file = ui.FileField(label=_("The file"), kinds=".csv", help_text=_("CSV in UTF-8."))
    return Questions({"file": file}, data, files)
