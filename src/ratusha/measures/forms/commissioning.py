"""What is asked from the trial on: papers that prove the checks, the act of commissioning, reviews of benefits."""

from django import forms
from django.utils.translation import gettext_lazy as _

from ratusha.cases.public import Case
from ratusha.measures.models import CheckProof
from ratusha.measures.queries import promised_by
from ratusha.measures.rules import CHECKS
from ratusha.ui import forms as ui

from . import contract
from .asking import line, words

FACT = "fact-"  # and the place of the indicator
Asked = dict[str, forms.Field]


def prove(_case: Case) -> Asked:
    return {
        "checks": ui.ChoicesField(label=_("What the paper proves"), choices=_checks()),
        "text": words(_("What the paper shows")),
        "paper": contract.paper(_("Paper: protocol, report, act")),
        "load": ui.NumberField(
            label=_("Load reached, % of the declared peak"), places=1, required=False,
            help_text=_("For Z02."),
        ),
        "hours": ui.NumberField(
            label=_("Recovered in so many hours"), places=1, required=False, help_text=_("For Z03."),
        ),
        "is_open": ui.ChoicesField(
            label=_("Who may read it"), required=False,
            choices=[("open", _("Everybody may read the paper once the system is in operation"))],
        ),
    }  # fmt: skip


def _checks() -> list[tuple[str, str]]:
    return [(code, f"{code}. {name}") for code, name in CHECKS]


def commission(case: Case) -> Asked:
    """Only what is proven can be confirmed."""
    proven = set(CheckProof.objects.filter(case=case).values_list("code", flat=True))
    return {
        "act": line(_("Act of commissioning: number and date")),
        "register_number": line(
            _("Number in the register of systems, when the system is there already"),
            hint=_("Left empty, it is entered now with a card made from the passport."),
            required=False,
            most=60,
        ),
        "checks": ui.ChoicesField(
            label=_("Which papers you have seen and find sufficient"),
            choices=[one for one in _checks() if one[0] in proven],
        ),
    }


def review(case: Case) -> Asked:
    label = _("“%(name)s” now (was %(baseline)s, promised %(target)s)")
    figures: Asked = {
        f"{FACT}{place}": ui.NumberField(label=str(label) % one, places=3, required=False)
        for place, one in enumerate(promised_by(case))
    }
    return {**figures, "text": words(_("What the review of benefits found"))}
