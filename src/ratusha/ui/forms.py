"""The form all pages use: what is typed is cleaned, bounded and kept; every error names its question."""

from collections.abc import Mapping
from typing import Any, Self

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.forms.boundfield import BoundField
from django.http import QueryDict
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from ratusha.kernel.errors import DomainError

from . import text
from .controls import Control, control
from .fields import (
    ADD_FILE,
    CHOOSE,
    LINE,
    LONG_TEXT,
    AddressField,
    ChoiceField,
    ChoicesField,
    DayField,
    EmailField,
    FileField,
    IdentifierField,
    LongTextField,
    MoneyField,
    NumberField,
    PhoneField,
    TextField,
    YesNoField,
)

__all__ = [
    "AddressField",
    "ChoiceField",
    "ChoicesField",
    "DayField",
    "EmailField",
    "FileField",
    "Form",
    "GivenBack",
    "IdentifierField",
    "LongTextField",
    "MoneyField",
    "NumberField",
    "PhoneField",
    "TextField",
    "YesNoField",
    "add_domain_error",
]

FILL_IN = _("Fill in “%(label)s”")
TOO_LONG = _("“%(label)s”: %(show_value)s characters are written, %(limit_value)s are allowed")
DJANGO_REQUIRED = forms.Field.default_error_messages["required"]


class GivenBack(QueryDict):
    """Words that come back to who typed them: a form shows them and calls nothing wrong before they are sent."""

    @classmethod
    def of(cls, words: Mapping[str, list[str]]) -> Self:
        back = cls(mutable=True)
        for name, values in words.items():
            back.setlist(name, values)
        return back


class CleanBoundField(BoundField):
    """Data arrive without control characters, in NFC, trimmed; passwords and files are left alone."""

    @property
    def data(self) -> Any:
        found = super().data
        if isinstance(self.field.widget, forms.PasswordInput):
            return found
        lines = isinstance(self.field.widget, forms.Textarea)
        if isinstance(found, str):
            return text.clean(found, lines=lines)
        if isinstance(found, Mapping):
            return {k: text.clean(v) if isinstance(v, str) else v for k, v in found.items()}
        if isinstance(found, list):
            return [text.clean(v) if isinstance(v, str) else v for v in found]
        return found

    @cached_property
    def control(self) -> Control:
        return control(self)


class Form(forms.Form):
    bound_field_class = CleanBoundField
    use_required_attribute = False  # the browser's own bubbles cannot be read by everybody

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for field in self.fields.values():
            if field.error_messages.get("required") is DJANGO_REQUIRED:
                field.error_messages["required"] = _required(field)
            if isinstance(field, forms.CharField):
                _bound(field)

    def full_clean(self) -> None:
        super().full_clean()
        if isinstance(self.data, GivenBack):
            self.errors.clear()

    def add_error(self, field: str | None, error: Any) -> None:
        """Put the name of the question into a message that leaves room for it."""
        if field and isinstance(error, ValidationError) and hasattr(error, "error_list"):
            label = self.fields[field].label or ""
            for one in error.error_list:
                if "%(label)s" in str(one.message):
                    one.params = {**(one.params or {}), "label": label}
        super().add_error(field, error)


def _required(field: forms.Field) -> Any:
    if isinstance(field, forms.ChoiceField | forms.BooleanField):
        return CHOOSE
    return ADD_FILE if isinstance(field, forms.FileField) else FILL_IN


def _bound(field: forms.CharField) -> None:
    """Django lets a text be endless; ours never is."""
    if field.max_length is None:
        field.max_length = LONG_TEXT if isinstance(field.widget, forms.Textarea) else LINE
        field.validators.append(MaxLengthValidator(field.max_length))
    for validator in field.validators:
        if isinstance(validator, MaxLengthValidator):
            validator.message = TOO_LONG


def add_domain_error(form: forms.BaseForm, error: DomainError) -> None:
    """The domain said no: show it at the field it names, or above the form."""
    field = error.field if error.field in form.fields else None
    form.add_error(field, ValidationError(error.message, code=error.code))
