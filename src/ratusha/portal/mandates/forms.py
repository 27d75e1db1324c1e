"""What is asked of who gives, narrows or accepts a mandate."""

from datetime import date
from typing import Any

from django import forms as django_forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ratusha.kernel.errors import RuleBroken
from ratusha.kernel.identifiers import check_personal_number
from ratusha.kernel.references import normalise_reference
from ratusha.parties.public import Act, Powers
from ratusha.procedures.public import named
from ratusha.ui import forms

MOST_PROCEDURES = 20


class LimitsForm(forms.Form):
    """In what, how long, how much."""

    procedures = forms.TextField(
        label=gettext_lazy("For which services?"),
        help_text=gettext_lazy(
            "The number of the service as on its page, for example CM156/9.10; several with commas. The number of a "
            "chapter, for example CM156/9, means all its services."
        ),
        max_length=400,
        required=False,
    )
    case_reference = forms.TextField(
        label=gettext_lazy("Only for one case?"),
        help_text=gettext_lazy("The number of the case. Leave empty if it is for services."),
        max_length=24,
        required=False,
    )
    acts = forms.ChoicesField(
        label=gettext_lazy("What may the other person do?"), choices=Act.choices
    )
    until = forms.DayField(
        label=gettext_lazy("Until which day?"),
        help_text=gettext_lazy("At most three years. If you leave it empty, one year."),
        required=False,
    )
    amount_most = forms.MoneyField(
        label=gettext_lazy("Up to which sum may the other person pay at once?"),
        help_text=gettext_lazy("Leave empty for no limit."),
        required=False,
    )

    def clean_procedures(self) -> list[str]:
        typed = str(self.cleaned_data["procedures"]).upper()
        codes = [code.strip() for code in typed.replace(";", ",").split(",") if code.strip()]
        known = named(codes[:MOST_PROCEDURES])
        unknown = [code for code in codes if code not in known]
        if unknown:
            message = _("There is no service with the number %(code)s: look at its page.")
            raise ValidationError(message % {"code": unknown[0]}, code="unknown")
        return codes

    def clean_case_reference(self) -> str:
        typed = str(self.cleaned_data["case_reference"])
        try:
            return normalise_reference(typed) if typed else ""
        except RuleBroken as error:
            raise ValidationError(error.message, code=error.code) from error

    def powers(self, since: date, *, may_delegate: bool = False) -> Powers:
        given = self.cleaned_data
        return Powers(
            acts=given["acts"],
            procedures=given["procedures"],
            case_reference=given["case_reference"],
            amount_most=given["amount_most"],
            may_delegate=may_delegate,
            since=since,
            until=given["until"],
        )


class GiveForm(LimitsForm):
    """To whom, for whom, and the limits."""

    field_order = (
        "for_whom", "agent_number", "agent_named", "procedures", "case_reference", "acts", "until",
        "amount_most", "may_delegate",
    )  # fmt: skip
    for_whom = forms.ChoiceField(
        label=gettext_lazy("For whom will the other person act?"),
        choices=[],
        widget=django_forms.RadioSelect,
    )
    agent_number = forms.IdentifierField(
        check=check_personal_number,
        label=gettext_lazy("Identification number of the other person"),
        help_text=gettext_lazy("It is in the passport or on the ID card. Ask the person for it."),
    )
    agent_named = forms.TextField(
        label=gettext_lazy("Surname and name of the other person"),
        help_text=gettext_lazy("For you, so that you recognise the mandate later."),
        max_length=120,
    )
    may_delegate = forms.YesNoField(
        label=gettext_lazy("May the other person pass this on to somebody else?"), required=False
    )

    def __init__(self, for_whom: list[tuple[str, str]], *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        field = self.fields["for_whom"]
        assert isinstance(field, django_forms.ChoiceField)  # noqa: S101 - declared above
        field.choices = for_whom


class CodeForm(forms.Form):
    code = forms.TextField(
        label=gettext_lazy("The code that the other person told you"),
        help_text=gettext_lazy("Six digits."),
        max_length=12,
    )
    agreed = django_forms.BooleanField(
        label=gettext_lazy("I agree to act for this person or organisation within these limits")
    )


class ConsentForm(forms.Form):
    procedure = forms.TextField(
        label=gettext_lazy("Number of the service"),
        help_text=gettext_lazy("As on its page, for example U200/13.1."),
        max_length=40,
    )

    def clean_procedure(self) -> str:
        code = str(self.cleaned_data["procedure"]).strip().upper()
        if code not in named([code]):
            message = _("There is no service with the number %(code)s: look at its page.")
            raise ValidationError(message % {"code": code}, code="unknown")
        return code
