from typing import Any

from django.forms import RadioSelect
from django.utils.translation import gettext_lazy as _

from ratusha.ui import forms


class ReadingForm(forms.Form):
    """How pages look in this browser."""

    ways = forms.ChoicesField(
        label=_("How pages look in this browser"),
        choices=[
            ("large", _("Large text")),
            ("contrast", _("High contrast")),
            ("nokeys", _("No keys of one letter at the desk")),
        ],
        required=False,
    )


class DeputyForm(forms.Form):
    """Who stands in for whom, from the first day to the last."""

    principal = forms.ChoiceField(label=_("Who is away?"), choices=[], widget=RadioSelect)
    deputy = forms.ChoiceField(label=_("Who stands in?"), choices=[], widget=RadioSelect)
    since = forms.DayField(label=_("The first day"))
    until = forms.DayField(label=_("The last day"))

    def __init__(
        self, away: list[tuple[str, str]], officials: list[tuple[str, str]], *args: Any, **more: Any
    ) -> None:
        super().__init__(*args, **more)
        for name, choices in (("principal", away), ("deputy", officials)):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)  # noqa: S101 - declared above
            field.choices = choices
