from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.conf import settings
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from ratusha.accounts.public import User, officials_with
from ratusha.consultations.electorate import places
from ratusha.consultations.permissions import TRUSTEE
from ratusha.parties.public import party_name
from ratusha.ui import forms as ui

QUESTIONS_OF_A_FORM = 3
KEPT = 500_000  # bytes of a sealed ballot or of a share


class PollForm(ui.Form):
    title = ui.TextField(label=_("What the poll is called"), max_length=200)
    about = ui.LongTextField(
        label=_("Why we ask and what will follow from the answer"), max_length=3000
    )
    language = ui.ChoiceField(
        label=_("Language of the questions"), choices=settings.LANGUAGES, widget=forms.RadioSelect
    )
    unit = ui.ChoiceField(
        label=_("Those who are registered here are asked"),
        choices=[],
        required=False,
        widget=forms.Select,
    )
    age = ui.NumberField(label=_("From what age"), smallest=14, greatest=35)
    closes_on = ui.DayField(label=_("Last day of voting"))
    trustees = ui.ChoicesField(
        label=_("Trustees of the key"),
        choices=[],
        help_text=_(
            "At least two, one of them from another body. All of them are needed to count."
        ),
    )

    def __init__(self, data: Any = None) -> None:
        super().__init__(data)
        self.fields["unit"].choices = places()  # type: ignore[attr-defined]
        self.fields["trustees"].choices = keepers()  # type: ignore[attr-defined]
        for n in range(1, QUESTIONS_OF_A_FORM + 1):
            needed = n == 1
            self.fields[f"question_{n}"] = ui.TextField(
                label=_("Question No. %(number)s to people") % {"number": n},
                max_length=300,
                required=needed,
            )
            self.fields[f"answers_{n}"] = ui.LongTextField(
                label=_("Answers to question %(number)s, one in a line") % {"number": n},
                max_length=2000,
                required=needed,
            )
            self.fields[f"most_{n}"] = ui.NumberField(
                label=_("How many answers may be chosen to question %(number)s") % {"number": n},
                smallest=1,
                required=needed,
            )

    def questions(self) -> list[dict[str, Any]]:
        given = self.cleaned_data
        return [
            {
                "question": given[f"question_{n}"],
                "answers": [
                    one.strip() for one in given[f"answers_{n}"].splitlines() if one.strip()
                ],
                "max": int(given[f"most_{n}"] or 1),
            }
            for n in range(1, QUESTIONS_OF_A_FORM + 1)
            if given[f"question_{n}"]
        ]

    def chosen_trustees(self) -> list[tuple[User, UUID]]:
        found = {
            f"{user.pk}": (user, body)
            for user, body in officials_with(TRUSTEE, on=timezone.localdate())
        }
        return [found[one] for one in self.cleaned_data["trustees"]]


def keepers() -> list[tuple[str, str]]:
    language = get_language() or ""
    there = officials_with(TRUSTEE, on=timezone.localdate())
    return [
        (str(user.pk), f"{user.display_name}, {party_name(body, language)}") for user, body in there
    ]


class BoothForm(ui.Form):
    """The questions of a poll. Nothing chosen is a blank answer, and a vote too."""

    def __init__(self, questions: Sequence[Mapping[str, Any]], data: Any = None) -> None:
        super().__init__(data)
        self.questions = questions
        for place, one in enumerate(questions):
            choices = [(str(n), answer) for n, answer in enumerate(one["answers"])]
            made: forms.Field
            if one["max"] == 1:
                blank = [("", _("None of these: a blank vote"))]
                made = ui.ChoiceField(
                    label=one["question"],
                    choices=choices + blank,
                    required=False,
                    widget=forms.RadioSelect,
                )
            else:
                hint = _("Up to %(most)s answers; none is a blank vote.") % {"most": one["max"]}
                made = ui.ChoicesField(
                    label=one["question"], choices=choices, required=False, help_text=hint
                )
            self.fields[f"answer_{place}"] = made

    def chosen(self) -> list[list[int]]:
        found = []
        for place in range(len(self.questions)):
            given = self.cleaned_data[f"answer_{place}"]
            many = given if isinstance(given, list) else [given] if given else []
            found.append([int(one) for one in many])
        return found


class EnvelopeForm(ui.Form):
    envelope = ui.FileField(
        label=_("The file with your sealed ballot"), kinds=".json,application/json", max_bytes=KEPT
    )


class ReceiptForm(ui.Form):
    receipt = ui.TextField(label=_("Your receipt"), max_length=60)


class KeyForm(ui.Form):
    public_key = ui.LongTextField(label=_("Public part of the key"), max_length=5000)


class ShareForm(ui.Form):
    share = ui.FileField(
        label=_("The file with your partial decryption"),
        kinds=".json,application/json",
        max_bytes=KEPT,
    )
