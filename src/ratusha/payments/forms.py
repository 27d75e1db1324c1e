"""Shape of what is typed on the pages of payments."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ratusha.ui import forms as ui

from .bank import Outcome
from .rules import LONGEST_REASON


class OutcomeForm(ui.Form):
    outcome = ui.ChoiceField(
        label=_("What happens at the bank?"),
        choices=[(one.value, one.label) for one in Outcome],
        initial=Outcome.PAY.value,
    )


class AccountForm(ui.Form):
    account = ui.TextField(label=_("Account number"), help_text=_("Twelve digits."), max_length=20)

    def clean_account(self) -> str:
        return "".join(str(self.cleaned_data["account"]).split())


class RefundForm(ui.Form):
    ground = ui.ChoiceField(label=_("Ground"), choices=[], widget=forms.RadioSelect)
    amount = ui.MoneyField(label=_("How much"))
    reason = ui.LongTextField(
        label=_("Why, in words"),
        help_text=_("The payer will read this."),
        max_length=LONGEST_REASON,
    )

    def __init__(self, grounds: list[tuple[str, str]], *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        field = self.fields["ground"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - declared above
        field.choices = grounds
