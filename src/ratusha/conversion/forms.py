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


class GroupForm(ui.Form):
    on = ui.DayField(label=_("Day of the meeting"))
    who = ui.TextField(
        label=_("Who met"), help_text=_("Who chaired, and which bodies took part."), max_length=300
    )
    goes_on = ui.YesNoField(label=_("Does the card go on?"))
    result = ui.LongTextField(label=_("What was decided"))


class DevelopmentForm(ui.Form):
    on = ui.DayField(label=_("Day it was finished"))
    who = ui.TextField(
        label=_("Who has developed it"), help_text=_("A body or an organisation."), max_length=300
    )
    result = ui.LongTextField(label=_("What was made"))


class TestForm(ui.Form):
    on = ui.DayField(label=_("Day of the test"))
    who = ui.TextField(
        label=_("Who has tested it"),
        help_text=_("Not only those who have made it: officials and people who apply."),
        max_length=300,
    )
    goes_on = ui.YesNoField(label=_("Was the test passed?"))
    result = ui.LongTextField(label=_("What was tried, and what came of it"))


class PressForm(ui.Form):
    """Only a place for what the rules say."""
