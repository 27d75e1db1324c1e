"""The form of the register. Shape of the input only; the law is in rules."""

from django.utils.translation import gettext_lazy as _

from ratusha.records.asking.rules import LONGEST_WORDS
from ratusha.ui import forms as ui


class BreachForm(ui.Form):
    known_on = ui.DayField(label=_("On which day did the body learn of it?"))
    happened = ui.LongTextField(
        label=_("What happened?"),
        help_text=_("Which data, of whom, how. The people touched will read this: write no names."),
        max_length=LONGEST_WORDS,
    )
    measures = ui.LongTextField(
        label=_("What has been done?"),
        help_text=_("The people touched will read this too."),
        max_length=LONGEST_WORDS,
    )
    cases = ui.LongTextField(
        label=_("Whose data? Numbers of their cases, one a line"),
        help_text=_("The applicants of these cases are told at once."),
        max_length=LONGEST_WORDS,
        required=False,
    )
