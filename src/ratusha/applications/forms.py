"""Form pages out of a definition, and the small forms of a case. Shape of the input only; the law is in rules."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.core.validators import RegexValidator
from django.http import QueryDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ratusha.cases.public import AttachForm
from ratusha.kernel.dates import day_in_words
from ratusha.kernel.identifiers import check_payer_number, check_personal_number
from ratusha.kernel.texts import in_language
from ratusha.procedures.public import Field, Page
from ratusha.territory.public import places_named
from ratusha.ui import forms as ui

from .answers import Filled
from .rules import COUNTER, DecisionForm

SEEN = "questions"  # the hidden list of questions that the page had when it was sent


class PageForm(ui.Form):
    """One page of a draft. Only what must be typed is a field; known facts are shown beside it.

    A question may depend on an answer of the same page. Without scripts it appears when the page is sent: `appeared`
    names such questions, so that the page can come again and ask them without calling them mistakes.
    """

    def __init__(
        self,
        page: Page,
        filled: Filled,
        language: str,
        data: QueryDict | None = None,
        files: Any = None,
    ) -> None:
        told = filled.with_answers(_told(page, data)) if data is not None else filled
        self.asked = [f for f in told.fields(page) if not filled.is_shown_not_asked(f)]
        self.filled, self.language = filled, language
        seen = (data.get(SEEN) or "").split() if data is not None else []
        self.appeared = [f.code for f in self.asked if SEEN in (data or ()) and f.code not in seen]
        self.base_fields = {  # type: ignore[misc]  # Django reads it here, on the instance
            f.code: _form_field(f, filled, language) for f in self.asked
        }
        initial = {f.code: self._initial(f) for f in self.asked}
        super().__init__(data, files, initial=initial)

    @property
    def seen(self) -> str:
        return " ".join(self.fields)

    def forgive(self) -> None:
        """Questions that have only just appeared are asked, not reproached."""
        for code in self.appeared:
            self.errors.pop(code, None)

    def _initial(self, field: Field) -> Any:
        value = self.filled.answers.get(field.code)
        if value is None and field.prefill and field.prefill.editable:
            value = self.filled.known(field)
        if value is None:
            return None
        match field.kind:
            case "date":
                return date.fromisoformat(value)
            case "number" | "money":
                return Decimal(str(value))
            case _:
                return value

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        trial = self.filled.with_answers(self.as_answers(cleaned))
        for field in self.asked:
            if field.code in cleaned and cleaned[field.code] not in (None, "", []):
                for check in field.check:
                    if not trial.holds(check.rule):
                        self.add_error(
                            field.code,
                            ValidationError(in_language(check.message, self.language).text),
                        )
        return cleaned

    def as_answers(self, cleaned: dict[str, Any]) -> dict[str, Any]:
        """Plain JSON, None for what was left empty; a file stays an upload until the service keeps it."""
        files = {field.code for field in self.asked if field.kind == "file"}
        return {code: _plain(value) for code, value in cleaned.items() if code not in files}


def _told(page: Page, data: QueryDict) -> dict[str, Any]:
    """The answers that conditions may depend on, as they were sent and not yet checked."""
    told: dict[str, Any] = {}
    for field in page.fields:
        if field.code in data:
            match field.kind:
                case "choice":
                    told[field.code] = data[field.code]
                case "choices":
                    told[field.code] = data.getlist(field.code)
                case "yes_no":
                    told[field.code] = data[field.code] == "yes"
    return told


def _plain(value: Any) -> Any:
    match value:
        case date():
            return value.isoformat()
        case Decimal():
            return format(value, "f")
        case _:
            return value


def _form_field(field: Field, filled: Filled, language: str) -> forms.Field:
    said = in_language(field.label, language)
    options: dict[str, Any] = {
        "label": said.text,
        "help_text": in_language(field.hint, language).text if field.hint else "",
        "required": field.required,
    }
    if field.kind in _MAKERS:
        made = _MAKERS[field.kind](field, options)
        if field.pattern:
            made.validators.append(
                RegexValidator(field.pattern, _("“%(value)s” is not written as it should be."))
            )
        return made
    if field.kind == "file":
        kept = filled.answers.get(field.code) or {}
        return ui.FileField(kept_name=kept.get("name", ""), **options)
    choices = filled.choices(field, language)
    if field.kind == "choices":
        return ui.ChoicesField(choices=choices, **options)
    return ui.ChoiceField(choices=choices, **options)


def _number(field: Field, options: dict[str, Any]) -> forms.Field:
    limits: dict[str, Any] = {
        name: Decimal(str(value))
        for name, value in (("smallest", field.min), ("greatest", field.max))
        if value is not None
    }
    return ui.NumberField(places=field.places, **limits, **options)


def _day(field: Field, options: dict[str, Any]) -> forms.Field:
    limits: dict[str, Any] = {
        name: date.fromisoformat(str(value))
        for name, value in (("earliest", field.min), ("latest", field.max))
        if value is not None
    }
    return ui.DayField(**limits, **options)


_MAKERS: dict[str, Callable[[Field, dict[str, Any]], forms.Field]] = {
    "text": lambda f, o: ui.TextField(max_length=f.max_length or 200, **o),
    "long_text": lambda f, o: ui.LongTextField(max_length=f.max_length or 4000, **o),
    "date": _day,
    "yes_no": lambda _f, o: ui.YesNoField(**o),
    "number": _number,
    "money": lambda _f, o: ui.MoneyField(**o),
    "address": lambda _f, o: ui.AddressField(find_places=places_named, **o),
    "personal_number": lambda _f, o: ui.IdentifierField(check=check_personal_number, **o),
    "payer_number": lambda _f, o: ui.IdentifierField(check=check_payer_number, **o),
    "email": lambda _f, o: ui.EmailField(**o),
    "phone": lambda _f, o: ui.PhoneField(**o),
}


def uploads(form: PageForm) -> dict[str, "UploadedFile[bytes]"]:
    return {c: v for c, v in form.cleaned_data.items() if isinstance(v, UploadedFile)}


class NoteForm(ui.Form):
    """`stated`: what the decision must state, where only the official can write it."""

    note = ui.LongTextField(
        label=_("Note for the applicant"),
        help_text=_("It will stand in the decision. You may leave it empty."),
        max_length=1000,
        required=False,
    )

    def __init__(self, stated: str, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        if stated:
            note = self.fields["note"]
            note.label, note.required = stated, True
            note.help_text = gettext("It will stand in the decision.")


class SupplementForm(ui.Form):
    """What the official asks for; the day may not be later than `latest`."""

    wanted = ui.LongTextField(
        label=_("What has to be added, and why?"),
        help_text=_("The applicant will read this text. Say which paper or which answer you need."),
        max_length=2000,
    )
    until = ui.DayField(label=_("Until which day?"))

    def __init__(self, latest: date, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["until"].help_text = gettext("Not later than %(day)s.") % {
            "day": day_in_words(latest)
        }


class AnswerForm(AttachForm):
    """What the applicant adds: words, a file, or both."""

    text = ui.LongTextField(label=_("Your answer"), max_length=4000, required=False)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["title"].required = self.fields["file"].required = False

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("file") and not cleaned.get("title"):
            self.add_error("title", gettext("Say what the document is."))
        return cleaned


class GoOnForm(ui.Form):
    note = ui.LongTextField(label=_("Note for the file"), max_length=1000, required=False)


class GiveBackForm(ui.Form):
    note = ui.LongTextField(label=_("What has to be changed in the draft?"), max_length=2000)


class StandAsideForm(ui.Form):
    reason = ui.LongTextField(
        label=_("What is the conflict of interest?"),
        help_text=_("The head of the work reads this. The case never comes back to you."),
        max_length=1000,
    )


class SuspendForm(ui.Form):
    note = ui.TextField(
        label=_("Which body of which state was asked, and about what?"), max_length=300
    )


class RefuseForm(ui.Form):
    """A ground from the closed list of the procedure, and what it means in this case."""

    ground = ui.ChoiceField(label=_("Ground"), choices=[], widget=forms.RadioSelect)
    reasons = ui.LongTextField(
        label=_("Explanation"),
        help_text=_(
            "The applicant will read this text in the decision: what is wrong and what to do next."
        ),
        max_length=4000,
    )

    def __init__(self, grounds: list[tuple[str, str]], *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        field = self.fields["ground"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - declared above
        field.choices = grounds


class RefuseToAcceptForm(RefuseForm):
    """Across the counter the refusal may be said; everywhere else there is nothing to choose."""

    form = ui.ChoiceField(
        label=_("How is the applicant told?"),
        choices=[
            (DecisionForm.WRITTEN.value, _("In writing: a document is issued")),
            (DecisionForm.ORAL.value, _("Said at the counter: the applicant asks for no paper")),
        ],
        widget=forms.RadioSelect,
        initial=DecisionForm.WRITTEN.value,
    )

    def __init__(
        self, grounds: list[tuple[str, str]], channel: str, *args: Any, **more: Any
    ) -> None:
        super().__init__(grounds, *args, **more)
        if channel != COUNTER:
            del self.fields["form"]


class AskForMoreForm(ui.Form):
    tariff = ui.ChoiceField(label=_("Which tariff is right?"), choices=[], widget=forms.RadioSelect)
    reason = ui.LongTextField(
        label=_("Why more is to be paid"),
        help_text=_("The applicant will read this as a message in the case."),
        max_length=2000,
    )

    def __init__(self, tariffs: list[tuple[str, str]], *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        field = self.fields["tariff"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - declared above
        field.choices = tariffs
