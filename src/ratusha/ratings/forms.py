"""Shape of the input only."""

from django import forms
from django.utils.translation import gettext_lazy as _

from ratusha.ui import forms as ui

from .rules import LONGEST_REPLY, LONGEST_WORDS


class ReplyForm(ui.Form):
    text = ui.LongTextField(
        label=_("Reply of the organisation"),
        help_text=_("Everybody reads it once the words are released: name nobody."),
        max_length=LONGEST_REPLY,
    )


class ReleaseForm(ui.Form):
    text = ui.LongTextField(
        label=_("Words as everybody will read them"),
        help_text=_("Take out names, telephones, addresses and insults; leave what is said."),
        max_length=LONGEST_WORDS,
    )
    as_read = forms.CharField(required=False, widget=forms.HiddenInput, max_length=64)


class ReasonForm(ui.Form):
    reason = ui.LongTextField(
        label=_("Why it is decided so"),
        help_text=_("It stays with the rating, and whoever gave the rating reads it."),
        max_length=LONGEST_WORDS,
    )


class SignForm(ui.Form):
    decision = ui.ChoiceField(
        label=_("What follows from it"),
        choices=[
            ("nothing", _("Nothing: the ratings count")),
            ("set_aside", _("All ratings it is about are set aside")),
        ],
    )
    reason = ui.LongTextField(label=_("Why it is decided so"), max_length=LONGEST_WORDS)
