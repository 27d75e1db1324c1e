"""The forms of personal reception. Shape of the input only."""

from datetime import datetime, time
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from ratusha.accounts.public import User
from ratusha.kernel.texts import state_languages
from ratusha.ui import forms as ui

from .receiving import LONGEST, LONGEST_MATTER, MOST_PLACES, SHORTEST
from .rules import ANSWERS, LONGEST_WORDS, Sort

IN_WRITING = "written"


class HoursForm(ui.Form):
    official = ui.ChoiceField(label=_("Who receives"), choices=[])
    day = ui.DayField(label=_("Day"))
    hour = forms.RegexField(
        r"^([01]?\d|2[0-3])[:.][0-5]\d$",
        label=_("From what time"),
        help_text=_("For example 9:00."),
        error_messages={"invalid": _("Write the time like 9:00.")},
    )
    minutes = ui.NumberField(
        label=_("Minutes for each person"), smallest=SHORTEST, greatest=LONGEST, initial=15
    )
    places = ui.NumberField(label=_("How many people"), smallest=1, greatest=MOST_PLACES, initial=8)
    room = ui.TextField(label=_("Where"), help_text=_("House and room."), max_length=200)

    def __init__(self, officials: list[User], data: Any = None) -> None:
        super().__init__(data)
        self.fields["official"].choices = [  # type: ignore[attr-defined]  # declared above
            (str(one.pk), one.display_name) for one in officials
        ]

    @property
    def begins_at(self) -> datetime:
        hour, minute = (
            int(part) for part in self.cleaned_data["hour"].replace(".", ":").split(":")
        )
        return timezone.make_aware(datetime.combine(self.cleaned_data["day"], time(hour, minute)))


class MatterForm(ui.Form):
    matter = ui.LongTextField(
        label=_("With what do you come?"),
        help_text=_("A sentence or two, so that the official can prepare."),
        max_length=LONGEST_MATTER,
    )


class DocumentForm(ui.Form):
    document_number = ui.TextField(
        label=_("Number of the identity document"),
        help_text=_("Series and number as printed, for example MP1234567."),
        max_length=20,
    )
    compared = forms.BooleanField(
        label=_("I have compared the person with the photo: it is the same person"), required=False
    )


class CardForm(ui.Form):
    """What was said, and what came of it at once."""

    sort = ui.ChoiceField(label=_("What it is"), choices=Sort.choices, widget=forms.RadioSelect)
    text = ui.LongTextField(label=_("What the person said, and asks for"), max_length=LONGEST_WORDS)
    language = ui.ChoiceField(
        label=_("In which language did the person speak?"), choices=[], widget=forms.RadioSelect
    )
    compared = forms.BooleanField(
        label=_("I have compared the person with the photo: it is the same person"), required=False
    )
    result = ui.ChoiceField(
        label=_("What came of it?"),
        choices=[
            (IN_WRITING, _("It goes on as a written appeal, with its term")),
            *((step.value, step.label) for step in ANSWERS),
        ],
        widget=forms.RadioSelect,
    )
    answer = ui.LongTextField(
        label=_("What you answered by word of mouth"),
        help_text=_("Leave it empty if the appeal goes on as a written one."),
        max_length=LONGEST_WORDS,
        required=False,
    )
    agrees = forms.BooleanField(
        label=_("The person agrees that there will be no written answer"), required=False
    )

    def __init__(self, matter: str, data: Any = None) -> None:
        own, known = get_language(), [code for code, _name in state_languages()]
        initial = {
            "sort": Sort.STATEMENT.value,
            "text": matter,
            "language": own if own in known else "",
        }
        super().__init__(data, initial=initial)
        self.fields["language"].choices = state_languages()  # type: ignore[attr-defined]  # declared above
