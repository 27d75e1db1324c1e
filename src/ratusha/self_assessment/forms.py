"""The shape of what is typed: one question of any kind, an edition, an owner, a reason."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.forms import Field, Select
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from ratusha.accounts.public import User
from ratusha.kernel.texts import in_language
from ratusha.ui import forms as ui
from ratusha.ui.fields import NumberField

from .position import LABELS
from .questionnaire import OF_CHOICE, OF_LINKS, Question
from .rules import NO, OTHER, YES, Given
from .services.answering import Copy

LONGEST = 8000


class AnswerForm(ui.Form):
    """One question. Nothing is required: what is written is kept, and what is lacking is told beside it."""

    def __init__(
        self, question: Question, given: Given, data: Any = None, files: Any = None
    ) -> None:
        self.kept = given
        self.base_fields = _fields(question, given)  # type: ignore[misc]  # Django reads it here, on the instance
        super().__init__(data, files, initial=_initial(given))

    def given(self, today: date) -> Given:
        typed = self.cleaned_data
        choice = typed.get("choice") or ()
        return Given(
            choice=(choice,) if isinstance(choice, str) else tuple(choice),
            text=typed.get("text") or "",
            links=tuple(dict.fromkeys((typed.get("links") or "").split())),
            has_copy=self.kept.has_copy,
            opened_on=today if typed.get("opened") else None,
        )

    def copy(self) -> Copy | None:
        file = self.cleaned_data.get("copy")
        return Copy(file.name, file.read()) if file else None


def _fields(question: Question, given: Given) -> dict[str, Field]:
    found: dict[str, Field] = {}
    other = question.kind == "yes_no_other" or any(one.code == OTHER for one in question.options)
    if question.kind in OF_CHOICE:
        found["choice"] = _choice(question)
    if question.kind in {"country", "text"} or other:
        label = _("If another, which") if other else _("Answer")
        found["text"] = ui.TextField(label=label, max_length=300, required=False)
    elif question.kind == "email":
        found["text"] = ui.EmailField(label=_("Answer"), required=False)
    if question.kind in OF_LINKS:
        found["text"] = ui.LongTextField(
            label=_("Answer in English"),
            help_text=_("As the UN will read it."),
            max_length=LONGEST,
            required=False,
        )
        found |= _evidence(given)
    return found


def _evidence(given: Given) -> dict[str, Field]:
    return {
        "links": ui.LongTextField(
            label=_("Links"),
            help_text=_("One address a line, with https://."),
            max_length=LONGEST,
            required=False,
        ),
        "opened": ui.ChoicesField(
            label=_("Links of other sites"),
            choices=[("yes", _("I have opened each of them today, and it answers"))],
            required=False,
        ),
        "copy": ui.FileField(
            label=_("A copy that is kept"),
            help_text=_("PDF, JPEG or PNG, at most 10 MB: where a link may not last."),
            kept_name=str(_("a copy")) if given.has_copy else "",
            required=False,
        ),
    }


def _initial(given: Given) -> dict[str, Any]:
    return {
        "choice": given.choice,
        "text": given.text,
        "links": "\n".join(given.links),
        "opened": ["yes"] if given.opened_on else [],
    }


def _choice(question: Question) -> ui.ChoiceField | ui.ChoicesField:
    language = get_language() or ""
    options: list[tuple[str, Any]] = [
        (one.code, in_language(one.name, language).text) for one in question.options
    ] or [(YES, _("Yes")), (NO, _("No"))]
    if question.kind == "yes_no_other":
        options.append((OTHER, _("Another answer")))
    if question.kind == "choices":
        return ui.ChoicesField(label=_("Answer"), choices=options, required=False)
    return OneChoice(label=_("Answer"), choices=options, required=False)


class OneChoice(ui.ChoiceField):
    """Radio buttons of which none may be chosen yet."""

    def prepare_value(self, value: Any) -> Any:
        return next(iter(value), "") if isinstance(value, tuple) else value


class EditionForm(ui.Form):
    name = ui.TextField(
        label=_("Name of the edition"), help_text=_("The year of the survey, like 2026."), max_length=20
    )  # fmt: skip


class OwnerForm(ui.Form):
    def __init__(self, candidates: list[User], data: Any = None) -> None:
        super().__init__(data)
        choices = [(str(one.pk), one.display_name) for one in candidates]
        self.fields["owner"] = ui.ChoiceField(label=_("Owner of the section"), choices=choices)


class ReasonForm(ui.Form):
    reason = ui.TextField(label=_("Why it is not the answer"), max_length=400)


class PressForm(ui.Form):
    """Only a place for what the rules say."""


class PositionForm(ui.Form):
    """Other figures for the three parts of the index, each from 0 to 1."""

    def __init__(self, figures: dict[str, float], data: Any = None) -> None:
        super().__init__(data)
        for name, label in LABELS.items():
            self.fields[name] = NumberField(
                label=label, smallest=0, greatest=1, places=5, initial=Decimal(repr(figures[name]))
            )


class ScoringForm(ui.Form):
    """Which unit, and three different people."""

    unit = ui.TextField(
        label=_("Country or city"), help_text=_("Any city can be a unit, as in LOSI."), max_length=120
    )  # fmt: skip

    def __init__(self, candidates: list[User], data: Any = None) -> None:
        super().__init__(data)
        self.candidates = candidates
        choices = [(str(one.pk), one.display_name) for one in candidates]
        for name, label in (
            ("first", _("First assessor")), ("second", _("Second assessor")), ("reviewer", _("Reviewer")),
        ):  # fmt: skip
            self.fields[name] = ui.ChoiceField(label=label, choices=choices, widget=Select)

    def people(self) -> dict[str, User]:
        by_id = {str(one.pk): one for one in self.candidates}
        return {name: by_id[self.cleaned_data[name]] for name in ("first", "second", "reviewer")}
