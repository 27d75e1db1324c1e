"""Form fields for every kind of question a procedure asks. Lengths are always bounded; words are forgiving."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import Any

from babel.dates import get_month_names
from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.core.validators import EmailValidator
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext_lazy as _

from ratusha.kernel.errors import RuleBroken

from . import formats
from .widgets import AddressWidget, DayWidget, KeptFileInput

LINE = 200
LONG_TEXT = 4000
PART = 100
MIB = 1024 * 1024
TWO_DIGITS = 2
FOUR_DIGITS = 4
CHOOSE = _("Choose an answer: “%(label)s”")
ADD_FILE = _("Add a file: “%(label)s”")
MIN_MONTH_LETTERS = 3


class TextField(forms.CharField):
    def __init__(self, *, max_length: int = LINE, **options: Any) -> None:
        super().__init__(max_length=max_length, **options)


class LongTextField(forms.CharField):
    """Several lines; line breaks are kept."""

    widget = forms.Textarea(attrs={"rows": 5})

    def __init__(self, *, max_length: int = LONG_TEXT, **options: Any) -> None:
        super().__init__(max_length=max_length, **options)


class PhoneField(forms.RegexField):
    """Digits with the usual signs; kept as typed, without a country's plan."""

    default_error_messages = {"invalid": _("Write the phone number with digits, like %(example)s")}
    widget = forms.TextInput(attrs={"type": "tel", "autocomplete": "tel", "inputmode": "tel"})

    def __init__(self, *, example: str = "+375 29 123-45-67", **options: Any) -> None:
        messages = {"invalid": self.default_error_messages["invalid"] % {"example": example}}
        options.setdefault("error_messages", messages)
        super().__init__(r"^\+?[\d\s()./-]{5,24}$", max_length=30, **options)


class EmailField(forms.EmailField):
    default_validators = [
        EmailValidator(message=_("Write the e-mail address in full, like name@example.com"))
    ]
    widget = forms.EmailInput(attrs={"autocomplete": "email", "spellcheck": "false"})

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"max_length": 254, **options})


class YesNoField(forms.TypedChoiceField):
    """Two radio buttons; the value is True or False, and None where an optional question is left."""

    default_error_messages = {"required": CHOOSE}

    def __init__(self, **options: Any) -> None:
        super().__init__(
            choices=[("yes", _("Yes")), ("no", _("No"))],
            coerce=lambda answer: answer == "yes",
            empty_value=None,
            widget=forms.RadioSelect,
            **options,
        )

    def prepare_value(self, value: Any) -> Any:
        return {True: "yes", False: "no"}.get(value, value) if isinstance(value, bool) else value


class ChoiceField(forms.ChoiceField):
    """Radio buttons up to seven choices, a list beyond."""

    default_error_messages = {"required": CHOOSE, "invalid_choice": CHOOSE}
    few = 7

    def __init__(self, *, choices: Sequence[tuple[str, Any]], **options: Any) -> None:
        options.setdefault(
            "widget", forms.RadioSelect if len(choices) <= self.few else forms.Select
        )
        if options["widget"] is forms.Select:
            choices = [("", _("Choose")), *choices]
        super().__init__(choices=choices, **options)


class ChoicesField(forms.MultipleChoiceField):
    default_error_messages = {"required": CHOOSE, "invalid_choice": CHOOSE}
    widget = forms.CheckboxSelectMultiple


class NumberField(forms.Field):
    """A number as people write it: 1 234,5 or 1234.5. Whole numbers unless `places` is given."""

    default_error_messages = {
        "invalid": _("“%(label)s” must be a number, like %(example)s"),
        "whole": _("“%(label)s” must be a whole number"),
        "places": _("“%(label)s”: no more than %(places)s digits after the comma"),
        "smallest": _("“%(label)s” must be %(limit)s or more"),
        "greatest": _("“%(label)s” must be %(limit)s or less"),
    }
    widget = forms.TextInput

    def __init__(
        self,
        *,
        smallest: Decimal | int | None = None,
        greatest: Decimal | int | None = None,
        places: int = 0,
        **options: Any,
    ) -> None:
        super().__init__(**options)
        self.smallest, self.places = smallest, places
        self.greatest = Decimal(10) ** 12 if greatest is None else greatest
        self.widget.attrs.setdefault("inputmode", "decimal" if places else "numeric")

    def to_python(self, value: Any) -> Decimal | None:
        written = "".join(str(value or "").split()).replace(",", ".").replace("−", "-")
        if not written:
            return None
        try:
            found = Decimal(written)
        except InvalidOperation:
            found = Decimal("NaN")
        if not found.is_finite() or len(written) > LINE:
            example = formats.number(Decimal("12.5") if self.places else 12)
            raise ValidationError(self.error_messages["invalid"], "invalid", {"example": example})
        return found

    def validate(self, value: Decimal | None) -> None:
        super().validate(value)
        if value is None:
            return
        exponent = value.normalize().as_tuple().exponent
        digits = -exponent if isinstance(exponent, int) and exponent < 0 else 0
        if digits > self.places:
            code = "places" if self.places else "whole"
            raise ValidationError(self.error_messages[code], code, {"places": self.places})
        for limit, wrong, code in (
            (self.smallest, self.smallest is not None and value < self.smallest, "smallest"),
            (self.greatest, value > self.greatest, "greatest"),
        ):
            if wrong:
                words = {"limit": formats.number(limit)}
                raise ValidationError(self.error_messages[code], code, words)

    def prepare_value(self, value: Any) -> Any:
        return formats.number(value) if isinstance(value, Decimal | int) else value


class MoneyField(NumberField):
    """An amount in the national currency, two digits after the comma."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"smallest": 0, "places": 2, **options})
        self.prefix_sign = True


class DayField(forms.Field):
    """A calendar day from three inputs; months may be written in words of any of our languages."""

    widget = DayWidget
    default_error_messages = {
        "required": _("Enter the date: “%(label)s”"),
        "incomplete": _("“%(label)s” must have a day, a month and a year"),
        "invalid": _("“%(label)s” must be a real date, like 22 12 2026"),
        "short_year": _("“%(label)s”: write the year with four digits"),
        "earliest": _("“%(label)s” must be %(limit)s or later"),
        "latest": _("“%(label)s” must be %(limit)s or earlier"),
    }

    def __init__(
        self,
        *,
        earliest: date | None = date(1900, 1, 1),
        latest: date | None = date(2199, 12, 31),
        **options: Any,
    ) -> None:
        super().__init__(**options)
        self.earliest, self.latest = earliest, latest

    def to_python(self, value: Any) -> date | None:
        if isinstance(value, date) or not value:
            return value or None
        parts = {name: str(value.get(name, "")).strip() for name in DayWidget.parts}
        if not any(parts.values()):
            return None
        if not all(parts.values()):
            raise ValidationError(self.error_messages["incomplete"], "incomplete")
        if parts["year"].isdecimal() and len(parts["year"]) == TWO_DIGITS:
            raise ValidationError(self.error_messages["short_year"], "short_year")
        try:
            if len(parts["year"]) != FOUR_DIGITS:
                raise ValueError  # noqa: TRY301 - the same answer as for a day that does not exist
            return date(int(parts["year"]), month_number(parts["month"]), int(parts["day"]))
        except ValueError as error:
            raise ValidationError(self.error_messages["invalid"], "invalid") from error

    def validate(self, value: date | None) -> None:
        super().validate(value)
        if value and self.earliest and value < self.earliest:
            words = {"limit": formats.day(self.earliest)}
            raise ValidationError(self.error_messages["earliest"], "earliest", words)
        if value and self.latest and value > self.latest:
            words = {"limit": formats.day(self.latest)}
            raise ValidationError(self.error_messages["latest"], "latest", words)

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, str) and value:
            value = DayWidget().value_from_datadict({"x": value}, MultiValueDict(), "x")
        if isinstance(value, date):
            return {"day": str(value.day), "month": str(value.month), "year": str(value.year)}
        return value


@cache
def month_words() -> dict[str, int]:
    words: dict[str, int] = {}
    for language, _name in settings.LANGUAGES:
        for context in ("format", "stand-alone"):
            names = get_month_names("wide", context, locale=language)
            words |= {name.lower(): number for number, name in names.items()}
    return words


def month_number(text: str) -> int:
    """12, снежня, декабрь, dec: at least three letters that fit one month only."""
    if text.isdecimal():
        return int(text)
    start = text.lower().rstrip(".")
    fits = {number for word, number in month_words().items() if word.startswith(start)}
    if len(start) < MIN_MONTH_LETTERS or len(fits) != 1:
        raise ValueError(text)
    return fits.pop()


class AddressField(forms.Field):
    """An address as a plain dictionary with the code of its settlement.

    `find_places(name) -> [(code, label)]` is given by a module that knows the territory. One place: its code is
    taken; several: the page asks which; none: the person is told how to write it.
    """

    widget = AddressWidget
    default_error_messages = {
        "settlement": _("“%(label)s”: write the town or village"),
        "house": _("“%(label)s”: write the house number"),
        "unknown": _(
            "“%(label)s”: we do not know the place “%(place)s”. Write its name without abbreviations"
        ),
        "several": _("“%(label)s”: there are several places with this name. Choose yours"),
        "long": _("“%(label)s”: one of the parts is too long"),
    }

    def __init__(
        self,
        *,
        find_places: Callable[[str], Sequence[tuple[str, str]]] | None = None,
        **options: Any,
    ) -> None:
        super().__init__(**options)
        self.find_places = find_places

    def to_python(self, value: Mapping[str, str] | None) -> dict[str, str] | None:
        parts = {part: str((value or {}).get(part) or "").strip() for part in AddressWidget.parts}
        if not any(parts.values()):
            return None
        if any(len(text) > PART for text in parts.values()):
            raise ValidationError(self.error_messages["long"], "long")
        for part in ("settlement", "house"):
            if not parts[part]:
                raise ValidationError(self.error_messages[part], part)
        if self.find_places:
            parts["code"] = self._code(parts["settlement"], parts["code"])
        return parts

    def _code(self, settlement: str, chosen: str) -> str:
        assert self.find_places is not None  # noqa: S101 - the caller has looked
        places = list(self.find_places(settlement))
        codes = [code for code, _label in places]
        if chosen in codes:
            return chosen
        if not codes:
            words = {"place": settlement}
            raise ValidationError(self.error_messages["unknown"], "unknown", words)
        if len(codes) > 1:
            if isinstance(self.widget, AddressWidget):
                self.widget.candidates = places[:50]
            raise ValidationError(self.error_messages["several"], "several")
        return codes[0]


class IdentifierField(TextField):
    """A personal or payer number; `check` is the kernel's function and returns the canonical value.

    What the check only warns about is kept in `warnings` for the page to show.
    """

    def __init__(self, *, check: Callable[[str], Any], **options: Any) -> None:
        super().__init__(**{"max_length": 40, **options})
        self.check_number = check
        self.warnings: tuple[str, ...] = ()
        self.widget.attrs |= {
            "autocomplete": "off",
            "autocapitalize": "characters",
            "spellcheck": "false",
        }

    def clean(self, value: Any) -> str:
        text = super().clean(value)
        if not text:
            return ""
        try:
            checked = self.check_number(text)
        except RuleBroken as error:
            raise ValidationError(error.message, error.code) from error
        self.warnings = tuple(checked.warnings)
        return str(checked.value)


class FileField(forms.FileField):
    """One file. What is inside is checked by the documents module; here only presence and size."""

    default_error_messages = {
        "required": ADD_FILE,
        "empty": _("“%(label)s”: the file is empty"),
        "too_big": _("“%(label)s”: the file is larger than %(limit)s"),
    }
    widget = KeptFileInput

    def __init__(
        self,
        *,
        max_bytes: int = 10 * MIB,
        kinds: str = "application/pdf,image/jpeg,image/png",
        kept_name: str = "",
        **options: Any,
    ) -> None:
        super().__init__(max_length=255, **options)
        self.max_bytes = max_bytes
        self.required = self.required and not kept_name
        self.widget.attrs["accept"] = kinds
        if isinstance(self.widget, KeptFileInput):
            self.widget.kept_name = kept_name

    def clean(self, data: Any, initial: Any = None) -> Any:
        if isinstance(data, UploadedFile) and data.size and data.size > self.max_bytes:
            words = {"limit": formats.file_size(self.max_bytes)}
            raise ValidationError(self.error_messages["too_big"], "too_big", words)
        return super().clean(data, initial)
