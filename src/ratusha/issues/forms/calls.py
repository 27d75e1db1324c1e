"""What an operator writes down while somebody is on the telephone, and asks of those whom the lot has chosen."""

from django import forms
from django.utils.translation import gettext_lazy as _

from ratusha.issues.rules import LONGEST_WORDS
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


MARKS = [
    ("5", _("5: very satisfied")),
    ("4", _("4: satisfied")),
    ("3", _("3: so-so")),
    ("2", _("2: not satisfied")),
    ("1", _("1: not satisfied at all")),
]


class AnswerForm(ui.Form):
    """Every question may be left but the first; what a "no" needs, the rules say."""

    done = ui.YesNoField(label=_("Is it done?"))
    mark = ui.ChoiceField(
        label=_("How satisfied are you with the work?"), choices=MARKS, required=False
    )
    words = ui.LongTextField(
        label=_("In your own words"), required=False, max_length=LONGEST_WORDS,
        help_text=_("If it is not done: what is missing. The organisation reads this, others do not."),
    )  # fmt: skip


class CalledForm(AnswerForm):
    done = ui.YesNoField(label=_("Is it done?"), required=False)
    reached = ui.ChoiceField(
        label=_("How did the call go?"),
        choices=[
            ("answered", _("The person has answered")),
            ("nobody", _("Nobody was reached")),
            ("declined", _("The person does not want to answer")),
        ],
    )
    field_order = ["reached", "done", "mark", "words"]
