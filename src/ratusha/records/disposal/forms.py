"""The forms of disposal and of holds. Shape of the input only; the law is in rules."""

from django.utils.translation import gettext_lazy as _

from ratusha.ui import forms as ui

from .rules import LONGEST_REASON


class GiveBackForm(ui.Form):
    reason = ui.LongTextField(
        label=_("Why do you give it back?"),
        help_text=_("Who proposed it will read this."),
        max_length=LONGEST_REASON,
    )


class HoldForm(ui.Form):
    reason = ui.LongTextField(
        label=_("Why must this case be kept?"),
        help_text=_(
            "For example: a court has asked for the file. Write nothing about the applicant."
        ),
        max_length=LONGEST_REASON,
    )
    legal_source = ui.TextField(
        label=_("On which norm does this rest?"),
        help_text=_("The act and the article."),
        max_length=300,
    )


class LiftForm(ui.Form):
    reason = ui.LongTextField(
        label=_("Why is the hold no longer needed?"), max_length=LONGEST_REASON
    )
