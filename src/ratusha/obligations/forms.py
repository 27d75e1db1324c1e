"""What is asked before an act. Shape of the input only; the law is in rules."""

from django.utils.translation import gettext_lazy as _

from ratusha.ui import forms as ui

from .rules import LONGEST_WORDS


class SubmitForm(ui.Form):
    evidence = ui.LongTextField(
        label=_("What was done, and where can it be seen?"),
        help_text=_("For example: the letter, its number and date, or an address."),
        max_length=LONGEST_WORDS,
    )


class AcceptForm(ui.Form):
    note = ui.LongTextField(
        label=_("A note for the body"), required=False, max_length=LONGEST_WORDS
    )


class ReturnForm(ui.Form):
    reason = ui.LongTextField(
        label=_("What is to be mended"),
        help_text=_("The body will read this and mend exactly that."),
        max_length=LONGEST_WORDS,
    )


class WaiveForm(ui.Form):
    act = ui.TextField(
        label=_("Act: kind, number and date"),
        help_text=_("A duty is waived only by an act; it stays in the history."),
        max_length=300,
    )
