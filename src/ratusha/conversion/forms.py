from django.utils.translation import gettext_lazy as _

from ratusha.ui import forms as ui

from .models import Variant

HOW = _(
    "One step a line: what is done | days | documents | visits | waste. Waste is one of:"
    " wait, carry, repeat, check, visit, or nothing."
)


class CardForm(ui.Form):
    variant = ui.ChoiceField(label=_("What is proposed"), choices=Variant.choices)
    as_is = ui.LongTextField(label=_("The way as it is"), help_text=HOW)
    to_be = ui.LongTextField(label=_("The way as it is to be"), help_text=HOW)
    acts = ui.LongTextField(label=_("Acts that have to change"), required=False)


class WordForm(ui.Form):
    agrees = ui.YesNoField(label=_("Do you agree?"))
    words = ui.TextField(label=_("If not, why"), max_length=400, required=False)


class SwitchOnForm(ui.Form):
    act = ui.TextField(
        label=_("Which act has made it so"), help_text=_("Kind, number and date."), max_length=300
    )


class PressForm(ui.Form):
    """Only a place for what the rules say."""
