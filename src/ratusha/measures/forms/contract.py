"""What is asked about a contract: its stages, their hand-over and acceptance, amendments, money."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from ratusha.cases.public import Case
from ratusha.measures.contract_rules import CONCLUSIONS, IN_HAND, StageState
from ratusha.measures.law import law
from ratusha.measures.models import Contract, Measure, Stage
from ratusha.measures.routes import Money
from ratusha.measures.services.contract import PlannedStage, Replanned
from ratusha.measures.services.stages import Paper
from ratusha.ui import forms as ui

from .asking import Questions, line, one_of, words

STAGES = 4  # lines on the page of a contract
SEVERAL = 2
PARTS = ("result", "due_on", "amount")
CODE = "with_code"
Asked = dict[str, forms.Field]


class ContractForm(Questions):
    """Stages that are filled in become the plan; a half-filled one is said at its field."""

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        found = [self.planned(given, place) for place in range(1, STAGES + 1)]
        given["stages"] = [one for one in found if one]
        return given

    def planned(self, given: dict[str, Any], place: int) -> PlannedStage | None:
        names = [f"{part}_{place}" for part in PARTS]
        result, due_on, amount = (given.pop(name, None) for name in names)
        with_code = bool(given.pop(f"{CODE}_{place}", None))
        source = given.pop(f"source_{place}", "")
        if result and due_on and amount:
            return PlannedStage(result, due_on, amount, with_code, source)
        given_parts = zip(names, (result, due_on, amount), strict=True)
        missing = [name for name, part in given_parts if not part]
        if len(missing) < len(names) and missing[0] not in self.errors:
            self.add_error(missing[0], ValidationError(_("Fill in “%(label)s”"), code="required"))
        return None


class AmendForm(ContractForm):
    """Each stage that is not accepted, as it is now; and room for one more."""

    def clean(self) -> dict[str, Any]:
        given = forms.Form.clean(self) or self.cleaned_data
        places = [
            int(name.removeprefix("due_on_")) for name in self.fields if name.startswith("due_on_")
        ]
        kept = [place for place in places if f"result_{place}" not in self.fields]
        given["stages"] = [
            Replanned(place, given.pop(f"due_on_{place}"), given.pop(f"amount_{place}"))
            for place in kept
            if given.get(f"due_on_{place}") and given.get(f"amount_{place}") is not None
        ]
        given["added"] = next(
            (self.planned(given, place) for place in places if place not in kept), None
        )
        return given


class PaperForm(Questions):
    """A file, as the acts take it."""

    def clean_paper(self) -> Paper | None:
        file = self.cleaned_data["paper"]
        return Paper(file.name, file.read()) if file else None


def contract(case: Case) -> Asked:
    asked: Asked = {
        "number": line(_("Number of the contract"), most=60),
        "signed_on": ui.DayField(label=_("Signed on")),
        "ends_on": ui.DayField(label=_("Ends on")),
    }
    for place in range(1, STAGES + 1):
        asked |= _stage(case, place, required=place == 1)
    return asked


def _stage(case: Case, place: int, *, required: bool) -> Asked:
    return {
        f"result_{place}": line(_said(_("Stage %(number)s: result"), place), required=required),
        **_day_and_price(place, required=required),
        f"{CODE}_{place}": ui.ChoicesField(
            label=_said(_("Stage %(number)s: kind of result"), place), required=False,
            choices=[("code", _("The result is code"))],
        ),
        **_source(case, place),
    }  # fmt: skip


def _source(case: Case, place: int) -> Asked:
    """Asked only where the measure has several."""
    sources = Measure.objects.values_list("sources", flat=True).get(pk=case.pk)
    if len(sources) < SEVERAL:
        return {}
    choices = [(code, str(Money(code).label)) for code in sources]
    label = _said(_("Stage %(number)s: from which source it is paid"), place)
    return {f"source_{place}": one_of(label, choices, required=False)}


def _day_and_price(place: int, *, required: bool) -> Asked:
    return {
        f"due_on_{place}": ui.DayField(
            label=_said(_("Stage %(number)s: until"), place), required=required
        ),
        f"amount_{place}": ui.MoneyField(
            label=_said(_("Stage %(number)s: price"), place), required=required,
            smallest=Decimal("0.01"),
        ),
    }  # fmt: skip


def _said(label: Any, place: int) -> str:
    return str(label) % {"number": place}


def amend(case: Case) -> Asked:
    """What stands in the contract now is typed already; the accepted stages are not asked about."""
    signed = Contract.objects.get(case=case)
    stages = list(signed.stages.all())
    asked: Asked = {
        "title": line(_("Amendment: number and day"), most=100),
        "signed_on": ui.DayField(label=_("Signed on")),
        "ground": one_of(
            _("Ground of the amendment"),
            [(one.code, one.said()) for one in law().amendments.grounds],
        ),
        "reasons": words(_("What changes and why")),
        "ends_on": ui.DayField(label=_("The contract ends on"), initial=signed.ends_on),
    }
    for one in stages:
        if one.state not in IN_HAND:
            fields = _day_and_price(one.number, required=True)
            fields[f"due_on_{one.number}"].initial = one.due_on
            fields[f"amount_{one.number}"].initial = one.amount
            asked |= fields
    return asked | _stage(case, len(stages) + 1, required=False)


def _stages(case: Case, states: Sequence[str]) -> ui.ChoiceField:
    waiting = Stage.objects.filter(contract__case=case, state__in=states)
    choices = [(str(one.number), f"{one.number}. {one.result}") for one in waiting]
    return one_of(_("Stage"), choices)


def paper(label: Any, *, required: bool = True) -> ui.FileField:
    return ui.FileField(
        label=label, help_text=_("PDF, JPEG or PNG, at most 10 MB."), required=required
    )


def hand_over(case: Case) -> Asked:
    return {
        "stage": _stages(case, (StageState.PLANNED, StageState.REFUSED)),
        "text": words(_("What is handed over")),
        "paper": paper(_("Report on the stage")),
        "commit": line(
            _("Commit in the repository"), required=False, most=64,
            hint=_("When the result is code: the hash, 40 or 64 signs."),
        ),
    }  # fmt: skip


def conclude(case: Case) -> Asked:
    return {
        "stage": _stages(case, (StageState.HANDED_OVER,)),
        "conclusion": one_of(_("Conclusion"), [(one.value, one.label) for one in CONCLUSIONS]),
        "text": words(_("What the tests have shown")),
        "paper": paper(_("Protocol of the tests"), required=False),
        "mend_by": ui.DayField(label=_("Until when the remarks are mended"), required=False),
    }


def mend(case: Case) -> Asked:
    return {
        "stage": _stages(case, (StageState.WITH_REMARKS,)),
        "text": words(_("How the remarks were mended")),
    }


def pay(_case: Case) -> Asked:
    return {"amount": ui.MoneyField(label=_("Amount"))}
