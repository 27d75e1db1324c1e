"""What is asked about the terms of a contract: what stands in it now is typed already."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ratusha.cases.public import Case
from ratusha.measures.contract_rules import IN_WORK
from ratusha.measures.models import Contract, Mechanism
from ratusha.measures.terms_rules import Rights, Secrecy, Terms
from ratusha.ui import forms as ui

from .asking import Questions, line, one_of, words

LONGEST_WARRANTY = 240  # months
CRITERIA = "criteria_"
Asked = dict[str, forms.Field]


class TermsForm(Questions):
    """As the act takes them: the terms, and the criteria of each stage by its number."""

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        criteria = {
            int(name.removeprefix(CRITERIA)): given.pop(name, "") or ""
            for name in self.fields
            if name.startswith(CRITERIA)
        }
        if self.errors:
            return given
        months = given.pop("warranty_months")
        return {"terms": Terms(warranty_months=int(months), **given), "criteria": criteria}


def terms(case: Case) -> Asked:
    contract = Contract.objects.prefetch_related("stages", "terms").get(case=case)
    now = contract.terms.last()
    asked: Asked = {
        "contractor": line(_("Contractor")),
        "contractor_number": line(_("Payer number of the contractor"), required=False, most=20),
        "vat": ui.NumberField(
            label=_("Value added tax in the price, per cent"), places=2, smallest=0, greatest=100,
            help_text=_("0 when the price is free of it."),
        ),
        "penalties": words(_("Penalties: for a delay, for a poor result")),
        "rights": one_of(_("Rights to the code"), Rights.choices),
        "rights_terms": words(_("What the licence lets the state do"), required=False),
        "warranty_months": ui.NumberField(
            label=_("Warranty, months"), smallest=0, greatest=LONGEST_WARRANTY
        ),
        "availability": ui.NumberField(
            label=_("Availability promised, per cent"), places=3, smallest=0, greatest=100, required=False
        ),
        "service": words(_("Service: how fast faults are answered and mended")),
        "exit_terms": words(_("End of the contract: how data come back and work is handed on")),
        "secrecy": one_of(_("What may be published"), Secrecy.choices),
        "confidential": words(_("What is confidential, and until when"), required=False),
    }  # fmt: skip
    for one in contract.stages.all():
        if one.state in IN_WORK:
            label = str(_("Stage %(number)s, “%(result)s”: by what it is accepted"))
            said = label % {"number": one.number, "result": one.result}
            asked[f"{CRITERIA}{one.number}"] = words(said)
            asked[f"{CRITERIA}{one.number}"].initial = one.criteria
    chosen = Mechanism.objects.filter(case=case).last()
    asked["contractor"].initial = chosen.implementer if chosen else ""
    for name, field in asked.items():
        if now is not None and hasattr(now, name):
            field.initial = getattr(now, name)
    return asked
