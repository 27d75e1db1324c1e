"""The small forms that every kind of case has. Shape of the input only."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ratusha.ui import forms as ui

from .rules import Criterion


def matter_field() -> ui.TextField:
    """This is about a number of mine: asked in every form that begins something."""
    return ui.TextField(
        label=_("It is about my number (not needed)"), required=False, max_length=64,
        help_text=_("If you have asked or complained about this before, whoever answers will see both."),
    )  # fmt: skip


class MessageForm(ui.Form):
    text = ui.LongTextField(label=_("Your message"), max_length=5000)


class AttachForm(ui.Form):
    title = ui.TextField(label=_("What is this document?"), max_length=200)
    file = ui.FileField(label=_("File"), help_text=_("PDF, JPEG or PNG, at most 10 MB."))


class WithdrawForm(ui.Form):
    note = ui.LongTextField(
        label=_("Why are you withdrawing?"),
        help_text=_("You need not say."),
        max_length=1000,
        required=False,
    )


class HandToForm(ui.Form):
    handler = ui.ChoiceField(label=_("Give the case to"), choices=[], widget=forms.RadioSelect)

    def __init__(self, officials: list[tuple[str, str]], *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        field = self.fields["handler"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - declared above
        field.choices = officials


MARKS = [(str(mark), str(mark)) for mark in range(1, 6)]


class RatingForm(ui.Form):
    """Four criteria, five points; a word is welcome and not required."""

    simplicity = ui.ChoiceField(label=Criterion.SIMPLICITY.label, choices=MARKS)
    information = ui.ChoiceField(label=Criterion.INFORMATION.label, choices=MARKS)
    term = ui.ChoiceField(label=Criterion.TERM.label, choices=MARKS)
    politeness = ui.ChoiceField(label=Criterion.POLITENESS.label, choices=MARKS)
    comment = ui.LongTextField(
        label=_("What should we do better?"), max_length=1000, required=False
    )

    @property
    def scores(self) -> dict[str, int]:
        return {c.value: int(self.cleaned_data[c.value]) for c in Criterion}
