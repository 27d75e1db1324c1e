from django.utils.translation import gettext_lazy as _

from ratusha.ui import forms as ui

from .models import Variant
from .ways import Told

MOST = 100_000_000

HOW = _(
    "One step a line: what is done | days | documents | visits | waste. Waste is one of:"
    " wait, carry, repeat, check, visit, or nothing."
)


class CardForm(ui.Form):
    variant = ui.ChoiceField(label=_("What is proposed"), choices=Variant.choices)
    as_is = ui.LongTextField(label=_("The way as it is"), help_text=HOW)
    to_be = ui.LongTextField(label=_("The way as it is to be"), help_text=HOW)
    acts = ui.LongTextField(label=_("Acts that have to change"), required=False)
    told_volume = ui.NumberField(
        label=_("Applications in a year that are not lodged here"), smallest=0, greatest=MOST,
        required=False, help_text=_("On paper, at a counter of another system. Leave it empty if nobody has counted."),
    )  # fmt: skip
    told_complaints = ui.NumberField(
        label=_("Complaints in a year that are not lodged here"), smallest=0, greatest=MOST, required=False
    )  # fmt: skip
    told_cost = ui.MoneyField(
        label=_("What one case costs the body"), required=False,
        help_text=_("Hours of officials, paper and post, as money."), greatest=MOST,
    )  # fmt: skip
    told_source = ui.TextField(
        label=_("Source of these figures"), max_length=300, required=False,
        help_text=_("A report or a calculation, with its day."),
    )  # fmt: skip

    @property
    def told(self) -> Told:
        given = self.cleaned_data

        def whole(name: str) -> int | None:
            return int(given[name]) if given[name] is not None else None

        return Told(
            whole("told_volume"), whole("told_complaints"), given["told_cost"], given["told_source"]
        )


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
