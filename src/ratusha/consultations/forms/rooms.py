"""Forms of petitions, draft laws and budgets."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from ratusha.consultations.drafts.rules import Decision, Part
from ratusha.consultations.electorate import places
from ratusha.consultations.law import law
from ratusha.consultations.petitions.rules import LONGEST_TEXT
from ratusha.ui import forms as ui


def language_of_text() -> ui.ChoiceField:
    return ui.ChoiceField(
        label=_("Language of the text"), choices=settings.LANGUAGES, widget=forms.RadioSelect
    )


class PlaceForm(ui.Form):
    """A form that asks about a place."""

    def __init__(self, data: Any = None) -> None:
        super().__init__(data)
        self.fields["unit"].choices = places()  # type: ignore[attr-defined]


class PetitionForm(PlaceForm):
    title = ui.TextField(label=_("What you ask for, in one sentence"), max_length=200)
    text = ui.LongTextField(
        label=_("What should change and why"),
        max_length=LONGEST_TEXT,
        help_text=_("Everybody reads it. Write no names, addresses or phone numbers of people."),
    )
    language = language_of_text()
    unit = ui.ChoiceField(
        label=_("Which place it is about"), choices=[], required=False, widget=forms.Select
    )


class RefusalForm(ui.Form):
    ground = ui.ChoiceField(label=_("Ground"), choices=[], widget=forms.RadioSelect)
    note = ui.LongTextField(label=_("What the author can mend"), max_length=1000, required=False)

    def __init__(self, data: Any = None) -> None:
        super().__init__(data)
        self.fields["ground"].choices = [(g.code, g.said()) for g in law().petitions.grounds]  # type: ignore[attr-defined]


class AnswerForm(ui.Form):
    answer = ui.LongTextField(label=_("Answer of the body, read by everybody"), max_length=10_000)


class DraftForm(ui.Form):
    title = ui.TextField(label=_("What the draft is called"), max_length=300)
    about = ui.LongTextField(label=_("What it changes for people, in plain words"), max_length=3000)
    language = language_of_text()
    closes_on = ui.DayField(label=_("Last day for comments"))
    source = ui.LongTextField(
        label=_("Text of the draft"),
        max_length=200_000,
        help_text=_(
            "An article begins with “# 1. Heading”, a paragraph with “1. Text”. "
            "A part that has moved keeps its old id in braces: “# 4. Heading {art_3}”."
        ),
    )


class VersionForm(ui.Form):
    source = ui.LongTextField(label=_("Text of the draft"), max_length=200_000)


class CommentForm(ui.Form):
    text = ui.LongTextField(
        label=_("Your comment"),
        max_length=3000,
        help_text=_("Everybody reads it, without your name. Say what should be written instead."),
    )


class ReplyForm(ui.Form):
    comments = ui.ChoicesField(
        label=_("Comments that get this answer"),
        choices=[],
        help_text=_("Tick those that say the same: they get one answer."),
    )
    decision = ui.ChoiceField(
        label=_("Decision on the comment"), choices=Decision.choices, widget=forms.RadioSelect
    )
    reasons = ui.LongTextField(label=_("Reasons"), max_length=5000, required=False)
    part = ui.ChoiceField(
        label=_("Part of the draft that was changed"),
        choices=[],
        required=False,
        widget=forms.Select,
    )

    def __init__(
        self, comments: Sequence[tuple[str, str]], parts: Sequence[Part], data: Any = None
    ) -> None:
        super().__init__(data)
        self.fields["comments"].choices = comments  # type: ignore[attr-defined]
        named = [(one.eid, f"{one.number}. {one.text[:80]}") for one in parts]
        self.fields["part"].choices = [("", _("nothing was changed")), *named]  # type: ignore[attr-defined]


class BudgetForm(PlaceForm):
    title = ui.TextField(label=_("What the budget is called"), max_length=200)
    about = ui.LongTextField(label=_("What the money is for"), max_length=3000)
    language = language_of_text()
    unit = ui.ChoiceField(
        label=_("Those who are registered here decide"),
        choices=[],
        required=False,
        widget=forms.Select,
    )
    amount = ui.NumberField(
        label=_("Amount, without small change"), smallest=1, greatest=2_000_000_000
    )
    ideas_until = ui.DayField(label=_("Last day for ideas"))
    votes_until = ui.DayField(label=_("Last day for choosing"))


class IdeaForm(ui.Form):
    title = ui.TextField(label=_("What is to be built or done"), max_length=200)
    text = ui.LongTextField(
        label=_("Where, for whom and why"),
        max_length=3000,
        help_text=_("Everybody reads it. Write no names, addresses or phone numbers of people."),
    )
    language = language_of_text()


class CheckForm(ui.Form):
    cost = ui.NumberField(
        label=_("What it costs, without small change"), smallest=1, greatest=2_000_000_000, required=False,
        help_text=_("Leave it empty when the project cannot be carried out."),
    )  # fmt: skip
    reasons = ui.LongTextField(label=_("Reasons"), max_length=3000, required=False)


class ApprovalForm(ui.Form):
    projects = ui.ChoicesField(
        label=_("Projects that you approve"),
        choices=[],
        help_text=_("As many as you like. More ticks do not take money from one another."),
    )

    def __init__(self, projects: Sequence[tuple[str, str]], data: Any = None) -> None:
        super().__init__(data)
        self.fields["projects"].choices = projects  # type: ignore[attr-defined]
