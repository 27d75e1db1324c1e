"""Forms of discussions of statements."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ratusha.consultations.opinions.rules import LONGEST_STATEMENT, Says
from ratusha.ui import forms as ui

from .rooms import PlaceForm, language_of_text


class DiscussionForm(PlaceForm):
    title = ui.TextField(label=_("What is discussed"), max_length=200)
    about = ui.LongTextField(
        label=_("What is to be decided, and what people should know"), max_length=3000
    )
    language = language_of_text()
    unit = ui.ChoiceField(
        label=_("Those who are registered here answer"),
        choices=[],
        required=False,
        widget=forms.Select,
    )
    closes_on = ui.DayField(label=_("Last day for answers"))
    statements = ui.LongTextField(
        label=_("Statements to begin with, one in a line"),
        max_length=5000,
        help_text=_("Each is one thought with which a person can agree or not, from all sides."),
    )
    draft = ui.ChoiceField(
        label=_("The draft law that it belongs to"),
        choices=[],
        required=False,
        widget=forms.Select,
    )

    def __init__(self, drafts: Sequence[tuple[str, str]], data: Any = None) -> None:
        super().__init__(data)
        self.fields["draft"].choices = [("", _("belongs to no draft")), *drafts]  # type: ignore[attr-defined]


class SayForm(ui.Form):
    """Three buttons: pressing one is the answer."""

    says = ui.ChoiceField(
        label=_("What do you say to it?"),
        choices=[(str(value), label) for value, label in Says.choices],
    )


class StatementForm(ui.Form):
    text = ui.TextField(
        label=_("Your statement, one thought"),
        max_length=LONGEST_STATEMENT,
        help_text=_("Others will agree with it or not. Write no names of people."),
    )
    language = language_of_text()


class ConclusionForm(ui.Form):
    conclusion = ui.LongTextField(
        label=_("What you have heard, and what you will do"), max_length=10_000
    )
