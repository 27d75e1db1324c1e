"""The answer to a request: one question for each fact the service names."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms as django_forms
from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from ratusha.kernel.texts import in_language
from ratusha.ui import forms

from .catalogue import Service

HELD, NOTHING = "held", "nothing"
KINDS: dict[str, Callable[..., django_forms.Field]] = {
    "text": forms.TextField,
    "long_text": forms.LongTextField,
    "yes_no": forms.YesNoField,
    "date": forms.DayField,
    "money": forms.MoneyField,
    "number": forms.NumberField,
}


class AnswerForm(forms.Form):
    """First whether anything is held; only then are the facts asked for, and one of them must be there."""

    answer = forms.ChoiceField(
        label=_("Does your body hold what was asked?"),
        choices=[(HELD, _("Yes, here it is")), (NOTHING, _("No data held"))],
    )

    def __init__(self, service: Service, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        language = get_language() or ""
        self.facts_asked = [code for code, field in service.fields.items() if field.kind in KINDS]
        for code in self.facts_asked:
            field = service.fields[code]
            label = in_language(field.label, language).text
            made = KINDS[field.kind](label=label[:1].upper() + label[1:], required=False)
            self.fields[code] = made
        self.fields["note"] = forms.LongTextField(
            label=_("Remark for the body that asked"), required=False, max_length=1000
        )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("answer") == HELD and not self.errors and not self.facts():
            self.add_error(
                self.facts_asked[0], ValidationError(_("Fill in at least one of the facts."))
            )
        return cleaned

    def facts(self) -> dict[str, Any]:
        """What was typed, as plain values; nothing when nothing is held."""
        if self.cleaned_data.get("answer") == NOTHING:
            return {}
        typed = {code: self.cleaned_data.get(code) for code in self.facts_asked}
        return {code: _plain(value) for code, value in typed.items() if value not in (None, "")}


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, Decimal) else value
