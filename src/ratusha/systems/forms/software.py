"""A bill or an inventory to take in; what is known of an item; a substitute; a plan; what came of it."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from ratusha.systems.models import SoftwareItem
from ratusha.systems.software.rules import MOST_CRITICAL, Layer, Origin
from ratusha.ui import forms as ui

from .asking import Questions, line, words

BILL_KINDS = ".json,.xml,.csv"
DESCRIBED = (
    "vendor", "vendor_group", "origin", "layer", "registry_number", "licence", "licences", "licences_end_on",
    "cost", "criticality", "support_ends_on", "bought_on", "exemption", "mirror", "bus_factor",
)  # fmt: skip
NUMBERS = ("licences", "criticality", "bus_factor")


def file_form(data: Any = None, files: Any = None) -> Questions:
    file = ui.FileField(
        label=_("The file"), kinds=BILL_KINDS,
        help_text=_("A bill of materials (CycloneDX in JSON or XML, SPDX in JSON) or a list of licences (CSV)."),
    )  # fmt: skip
    return Questions({"file": file}, data, files)


def item_form(item: SoftwareItem, data: Any = None) -> Questions:
    asked = {
        "vendor": line(_("Vendor"), required=False),
        "vendor_group": line(_("Group of companies of the vendor"), required=False),
        "origin": ui.ChoiceField(label=_("Where it comes from"), choices=Origin.choices),
        "layer": ui.ChoiceField(label=_("Layer"), choices=Layer.choices),
        "registry_number": line(_("Number in the register of software"), required=False),
        "licence": line(_("Licence"), hint=_("A code of SPDX where there is one: MIT, Apache-2.0."), required=False),
        "licences": ui.NumberField(label=_("Number of licences"), smallest=0, greatest=10**9, required=False),
        "licences_end_on": ui.DayField(label=_("Licences end on"), required=False),
        "cost": ui.MoneyField(label=_("Cost a year"), required=False),
        "criticality": ui.NumberField(
            label=_("How critical, 1 to 4"), smallest=1, greatest=MOST_CRITICAL,
            help_text=_("From 3 on the system stops without it."),
        ),
        "support_ends_on": ui.DayField(label=_("Supported until"), required=False),
        "bought_on": ui.DayField(label=_("Last bought on"), required=False),
        "exemption": line(_("Act that allows a foreign purchase"), required=False),
        "mirror": line(_("Own copy of the source code"), required=False),
        "bus_factor": ui.NumberField(
            label=_("How many people keep it alive"), smallest=0, greatest=10000, required=False
        ),
    }  # fmt: skip
    return Questions(asked, data, initial={name: getattr(item, name) for name in DESCRIBED})


def described(cleaned: dict[str, Any]) -> dict[str, Any]:
    return {
        name: int(value) if name in NUMBERS and value is not None else value
        for name, value in cleaned.items()
    }


def _others(item: SoftwareItem) -> list[tuple[str, str]]:
    found = SoftwareItem.objects.exclude(pk=item.pk).exclude(layer=Layer.LIBRARY)
    return [(str(one.pk), f"{one} ({one.get_origin_display()})") for one in found]


def substitute_form(item: SoftwareItem, data: Any = None) -> Questions:
    asked = {
        "substitute": ui.ChoiceField(label=_("Substitute"), choices=_others(item)),
        "fit": ui.NumberField(label=_("How well it fits, 0 to 100"), smallest=0, greatest=100),
        "evidence": words(_("How do you know?")),
    }
    return Questions(asked, data)


def plan_form(item: SoftwareItem, data: Any = None) -> Questions:
    named = [(str(one.by_id), str(one.by)) for one in item.substitutes.select_related("by")]
    asked = {
        "substitute": ui.ChoiceField(label=_("Substitute"), choices=named),
        "wave": ui.NumberField(label=_("Wave"), smallest=1, greatest=99),
        "on": ui.DayField(label=_("Replaced by")),
        "measure": line(_("Number of the measure"), required=False, most=60),
    }
    return Questions(asked, data)


def result_form(data: Any = None) -> Questions:
    return Questions({"result": words(_("What came of it"))}, data)
