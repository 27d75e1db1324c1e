"""The forms of a complaint. Shape of the input only; the law is in rules."""

from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from ratusha.kernel.texts import in_language, in_my_language, state_languages
from ratusha.parties.public import body_kinds, kind_name
from ratusha.procedures.public import Ground
from ratusha.ui import forms as ui
from ratusha.ui.forms import FILL_IN

from .rules import LONGEST_WORDS, RESULTS, Subject

WHICH_NUMBER = _(
    "The number of the case or of the paper, or the code under the square on the paper."
)


def is_central(kind: str) -> bool:
    return bool(body_kinds().get(kind, {}).get("central"))


def _demand() -> ui.LongTextField:
    return ui.LongTextField(
        label=_("What is wrong, and what do you ask for?"),
        help_text=_("In your own words. You need not name any law."),
        max_length=LONGEST_WORDS,
    )


def _touches() -> ui.LongTextField:
    return ui.LongTextField(
        label=_("How does the decision touch your rights?"),
        help_text=_("For example: the house was built on my land."),
        max_length=LONGEST_WORDS,
    )


def _late_reasons(*, required: bool) -> ui.LongTextField:
    return ui.LongTextField(
        label=_("Why could you not complain in time?")
        if required
        else _("If more than a year has passed: why could you not complain in time?"),
        help_text=_("An official decides whether the reason is valid."),
        max_length=LONGEST_WORDS,
        required=required,
    )


def _language() -> ui.ChoiceField:
    return ui.ChoiceField(
        label=_("In which language do you want the answer?"),
        choices=state_languages(),
        widget=forms.RadioSelect,
    )


def _own_language() -> str:
    known = [code for code, _name in state_languages()]
    return get_language() if get_language() in known else ""


class ComplainForm(ui.Form):
    """The applicant's: what is complained about is known."""

    def __init__(self, data: Any = None, *, late: bool) -> None:
        self.base_fields = {  # type: ignore[misc]  # Django reads it here, on the instance
            "demand": _demand(),
            **({"late_reasons": _late_reasons(required=True)} if late else {}),
            "language": _language(),
        }
        super().__init__(data, initial={"language": _own_language()})


class WhichDecisionForm(ui.Form):
    """Where somebody else's complaint begins: which body decided."""

    kind = ui.ChoiceField(label=_("Which body decided?"), choices=[])
    place = ui.TextField(
        label=_("For which town or village?"),
        help_text=_(
            "The place for which this body works, without abbreviations. For a ministry or a state committee leave it "
            "empty."
        ),
        max_length=100,
        required=False,
    )

    def __init__(self, data: Any = None) -> None:
        super().__init__(data)
        field = self.fields["kind"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - declared above
        field.choices = [
            (code, in_my_language(kind_name(code)).text)
            for code, about in body_kinds().items()
            if about.get("everywhere") or about.get("central")
        ]

    def clean(self) -> dict[str, Any]:
        """A body for the whole country needs no place, every other one does."""
        given = super().clean() or {}
        if given.get("kind") and not is_central(given["kind"]) and not given.get("place"):
            self.add_error("place", FILL_IN % {"label": self.fields["place"].label})
        return given


class ThirdPartyForm(ui.Form):
    """For whom, about what, how it touches them, what they ask."""

    def __init__(self, parties: list[tuple[str, str]], data: Any = None, number: str = "") -> None:
        whom = ui.ChoiceField(
            label=_("For whom do you complain?"), choices=parties, widget=forms.RadioSelect
        )
        self.base_fields = {  # type: ignore[misc]  # Django reads it here, on the instance
            "number": ui.TextField(
                label=_("Number of the decision"), help_text=WHICH_NUMBER, max_length=64
            ),
            "subject": ui.ChoiceField(
                label=_("What do you complain about?"),
                choices=Subject.choices,
                widget=forms.RadioSelect,
            ),
            **({"applicant": whom} if len(parties) > 1 else {}),
            "touches": _touches(),
            "demand": _demand(),
            "late_reasons": _late_reasons(required=False),
            "language": _language(),
        }
        initial = {
            "number": number,
            "subject": Subject.DECISION.value,
            "applicant": parties[0][0],
            "language": _own_language(),
        }
        super().__init__(data, initial=initial)


class IdentifyForm(ui.Form):
    number = ui.TextField(label=_("Number of the decision"), help_text=WHICH_NUMBER, max_length=64)


class RestoreForm(ui.Form):
    reasons = ui.LongTextField(label=_("Why is the reason valid?"), max_length=LONGEST_WORDS)


class NotConsiderForm(ui.Form):
    ground = ui.ChoiceField(label=_("Ground"), choices=[], widget=forms.RadioSelect)
    reasons = ui.LongTextField(
        label=_("Explanation"),
        help_text=_("The complainant will read this: what is wrong and what to do next."),
        max_length=LONGEST_WORDS,
    )

    def __init__(self, grounds: list[Ground], data: Any = None) -> None:
        super().__init__(data)
        field = self.fields["ground"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - declared above
        language = get_language() or ""
        field.choices = [
            (g.code, f"{in_language(g.text, language).text} ({g.source.cited(language)})")
            for g in grounds
        ]


class AskForm(ui.Form):
    question = ui.LongTextField(
        label=_("What is the body to explain?"),
        help_text=_("Write nothing about the person who complains: the body need not know."),
        max_length=LONGEST_WORDS,
    )


class ExplainForm(ui.Form):
    answer = ui.LongTextField(label=_("Your explanation"), max_length=LONGEST_WORDS)


class DecideForm(ui.Form):
    result = ui.ChoiceField(
        label=_("How does the complaint end?"), choices=[], widget=forms.RadioSelect
    )
    legal_source = ui.TextField(
        label=_("On which norm does this rest?"),
        help_text=_("The act and the article, as the decision will cite them."),
        max_length=300,
    )
    text = ui.LongTextField(
        label=_("Why?"),
        help_text=_(
            "It will stand in the decision, which goes to the complainant. If that is a third party, write nothing "
            "about the applicant."
        ),
        max_length=LONGEST_WORDS,
    )

    def __init__(self, subject: str, data: Any = None) -> None:
        super().__init__(data)
        field = self.fields["result"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - declared above
        field.choices = [(step.value, step.label) for step in RESULTS[Subject(subject)]]
