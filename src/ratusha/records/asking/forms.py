"""The forms of a request about one's data. Shape of the input only; the law is in rules."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ratusha.ui import forms as ui

from .rules import LONGEST_WORDS, Asks


def _choose(form: forms.Form, name: str, choices: list[tuple[str, str]]) -> None:
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)  # noqa: S101 - declared below
    field.choices = choices


class AskForm(ui.Form):
    asks = ui.ChoiceField(
        label=_("What do you ask?"), choices=Asks.choices, widget=forms.RadioSelect
    )
    body = ui.ChoiceField(
        label=_("Which body do you ask?"),
        help_text=_("Those that have looked at your data."),
        choices=[],
        widget=forms.RadioSelect,
    )
    text = ui.LongTextField(
        label=_("In your own words"),
        help_text=_("Which mistake, which consent, which data. You need not say why you ask."),
        max_length=LONGEST_WORDS,
        required=False,
    )

    def __init__(self, bodies: list[tuple[str, str]], data: Any = None) -> None:
        super().__init__(data)
        _choose(self, "body", bodies)


class WhyForm(ui.Form):
    text = ui.LongTextField(
        label=_("What do you want to know?"),
        help_text=_("You need not write anything: the body must say why it looked in any case."),
        max_length=LONGEST_WORDS,
        required=False,
    )


class ReplyForm(ui.Form):
    text = ui.LongTextField(
        label=_("The answer"),
        help_text=_("The person will read this word for word."),
        max_length=LONGEST_WORDS,
    )
    legal_source = ui.TextField(
        label=_("On which norm does this rest?"),
        help_text=_("The act and the article, as the answer will cite them."),
        max_length=300,
    )
