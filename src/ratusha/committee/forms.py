"""Shape of the input only."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ratusha.ui import forms as ui

from .rules import LONGEST_GROUND, LONGEST_WORDS


class GiveForm(ui.Form):
    organisation = ui.ChoiceField(label=_("Who is to do it"), choices=[], widget=forms.Select)
    text = ui.LongTextField(
        label=_("What is to be done"),
        help_text=_("No names of people who wrote to us: the number of their case is enough."),
        max_length=LONGEST_WORDS,
    )
    due_on = ui.DayField(label=_("Control date"))
    resolution = ui.TextField(
        label=_("Resolution or decision"),
        help_text=_("Its kind, number and day, for example: Decision of 12 May No. 1204."),
        max_length=LONGEST_GROUND,
        required=False,
    )
    case_reference = ui.TextField(
        label=_("Number of an issue or an appeal"),
        help_text=_("If the task follows from it. One of the two grounds is enough."),
        max_length=64,
        required=False,
    )

    def __init__(self, organisations: list[tuple[str, str]], *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        field = self.fields["organisation"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - declared above
        field.choices = [("", _("Choose")), *organisations]


class ReportForm(ui.Form):
    text = ui.LongTextField(label=_("What was done, and by which paper"), max_length=LONGEST_WORDS)


class ReturnForm(ui.Form):
    reason = ui.LongTextField(label=_("What is still to be done"), max_length=LONGEST_WORDS)


class MoveForm(ui.Form):
    due_on = ui.DayField(label=_("New control date"))
    reason = ui.LongTextField(
        label=_("Why the control date changes"),
        help_text=_("It stays with the task, and so does being late until now."),
        max_length=LONGEST_WORDS,
    )


class WithdrawForm(ui.Form):
    reason = ui.LongTextField(
        label=_("Why nothing is to be done any more"), max_length=LONGEST_WORDS
    )
