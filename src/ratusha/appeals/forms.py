"""The forms of an appeal. Shape of the input only; the law is in rules."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from ratusha.cases.public import matter_field
from ratusha.kernel.texts import in_language, state_languages
from ratusha.parties.public import Organisation
from ratusha.procedures.public import Ground
from ratusha.ui import forms as ui

from .quality import Remark
from .rules import ANSWERS, LONGEST_WORDS, Sort


class AppealForm(ui.Form):
    sort = ui.ChoiceField(
        label=_("What do you want to write?"), choices=Sort.choices, widget=forms.RadioSelect
    )
    text = ui.LongTextField(
        label=_("What is it about, and what do you ask for?"),
        help_text=_("In your own words. Papers and photographs can be added on the next page."),
        max_length=LONGEST_WORDS,
    )
    considered_before = ui.LongTextField(
        label=_("Has somebody considered this before? Who, and what was the answer?"),
        help_text=_("Leave it empty if nobody has."),
        max_length=2000,
        required=False,
    )
    collective = ui.YesNoField(
        label=_("Will others sign it with you?"),
        help_text=_("Then you get an address to send them. They sign until the body takes it up."),
    )
    language = ui.ChoiceField(
        label=_("In which language is it written? The answer comes in the same."),
        choices=[],
        widget=forms.RadioSelect,
    )
    matter = matter_field()

    def __init__(self, parties: list[tuple[str, str]], data: Any = None) -> None:
        own = get_language()
        known = [code for code, _name in state_languages()]
        initial = {
            "sort": Sort.STATEMENT.value,
            "collective": False,
            "language": own if own in known else "",
        }
        super().__init__(data, initial=initial)
        self.fields["language"].choices = state_languages()  # type: ignore[attr-defined]  # declared above
        if len(parties) > 1:
            self.fields["applicant"] = ui.ChoiceField(
                label=_("For whom do you write?"), choices=parties, widget=forms.RadioSelect
            )


class ContestForm(ui.Form):
    text = ui.LongTextField(
        label=_("With what in the answer do you not agree?"),
        help_text=_("The body above reads your appeal and the answer as well."),
        max_length=LONGEST_WORDS,
    )


class ReasonsForm(ui.Form):
    reasons = ui.LongTextField(
        label=_("Reasons"), help_text=_("The person will read this."), max_length=2000
    )


class ForwardForm(ReasonsForm):
    field_order = ["body", "reasons"]
    body = ui.ChoiceField(label=_("Which body is competent?"), choices=[], widget=forms.RadioSelect)

    def __init__(self, found: list[Organisation], data: Any = None) -> None:
        super().__init__(data)
        language = get_language() or ""
        self.fields["body"].choices = [  # type: ignore[attr-defined]  # declared above
            (str(one.pk), one.title(language)) for one in found
        ]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if "body" in given:
            given["body_id"] = UUID(given.pop("body"))
        return given


class ProlongForm(ReasonsForm):
    field_order = ["until", "reasons"]
    until = ui.DayField(label=_("By which day will the answer come?"))


class LeaveForm(ui.Form):
    ground = ui.ChoiceField(label=_("Ground"), choices=[], widget=forms.RadioSelect)
    reasons = ui.LongTextField(
        label=_("Explanation"),
        help_text=_("What the ground means here, and where the person can turn instead."),
        max_length=LONGEST_WORDS,
    )

    def __init__(self, grounds: list[Ground], data: Any = None) -> None:
        super().__init__(data)
        language = get_language() or ""
        self.fields["ground"].choices = [  # type: ignore[attr-defined]  # declared above
            (g.code, f"{in_language(g.text, language).text} ({g.source.cited(language)})")
            for g in grounds
        ]


def _result() -> ui.ChoiceField:
    return ui.ChoiceField(
        label=_("What comes of the appeal?"),
        choices=[(step.value, step.label) for step in ANSWERS],
        widget=forms.RadioSelect,
    )


class AnswerForm(ui.Form):
    result = _result()
    text = ui.LongTextField(
        label=_("Your answer"),
        help_text=_("What was found, what is done and by when, and on which act it rests."),
        max_length=LONGEST_WORDS,
    )

    def __init__(self, found: list[Remark], data: Any = None) -> None:
        super().__init__(data)
        _ask_to_confirm(self, found)


def _ask_to_confirm(form: ui.Form, found: Iterable[Remark]) -> None:
    if any(not one.forbids for one in found):
        form.fields["confirmed"] = ui.YesNoField(
            label=_("Does the answer go as it is, though the check has remarks?")
        )


def texts_of(data: Any) -> dict[str, str]:
    """What was typed as the answer, by language."""
    return {code: (data or {}).get(f"text_{code}", "") for code, _name in state_languages()}


class AlikeForm(ui.Form):
    """One answer for each language in which appeals of the group are written."""

    def __init__(self, written_in: list[str], found: Iterable[Remark], data: Any = None) -> None:
        super().__init__(data)
        self.fields["result"] = _result()
        named = dict(state_languages())
        for code in written_in:
            self.fields[f"text_{code}"] = ui.LongTextField(
                label=_("Your answer (%(language)s)") % {"language": named.get(code, code)},
                max_length=LONGEST_WORDS,
            )
        _ask_to_confirm(self, found)

    @property
    def texts(self) -> dict[str, str]:
        return texts_of(self.cleaned_data)
