"""What an operator writes down while somebody is on the telephone, and asks of those whom the lot has chosen."""

from django import forms
from django.utils.translation import gettext_lazy as _

from ratusha.ui import forms as ui

from .report import PlaceForm


class CallForm(PlaceForm):
    telephone = ui.PhoneField(
        label=_("Telephone of the caller"), required=False,
        help_text=_("Only if the caller agrees to be called once, when it is done. It is erased after that."),
    )  # fmt: skip
    agreed = forms.BooleanField(
        label=_("The caller agrees that we keep the telephone and call back"), required=False
    )
    into = forms.CharField(required=False, widget=forms.HiddenInput, max_length=64)
