"""Questions that several forms ask, and a form made of a few of them."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.datastructures import MultiValueDict
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from ratusha.measures.law import WithSource, law
from ratusha.measures.rules import LONGEST_WORDS
from ratusha.ui import forms as ui
from ratusha.ui.widgets import DayWidget


class Questions(ui.Form):
    """A form made of these questions."""

    def __init__(
        self,
        questions: Mapping[str, forms.Field],
        data: Any = None,
        initial: dict[str, Any] | None = None,
        *,
        files: Any = None,
    ) -> None:
        self.base_fields = dict(questions)  # type: ignore[misc]  # Django reads it here, on the instance
        super().__init__(data, files, initial=initial or {})


class FiguresField(ui.LongTextField):
    """A day and a figure on each line; what is wrong is told with the number of its line."""

    MOST = 500

    def __init__(self, **options: Any) -> None:
        super().__init__(max_length=20_000, **options)

    def clean(self, value: Any) -> list[tuple[date, Decimal]]:
        lines = [one.strip() for one in str(super().clean(value)).splitlines() if one.strip()]
        if len(lines) > self.MOST:
            raise ValidationError(_("“%(label)s”: no more than 500 lines at once"), "too_many")
        return [self._pair(place, one) for place, one in enumerate(lines, 1)]

    def _pair(self, place: int, written: str) -> tuple[date, Decimal]:
        day, _space, figure = written.replace(";", " ").replace("\t", " ").partition(" ")
        try:
            on = ui.DayField(label="").clean(
                DayWidget().value_from_datadict({"x": day}, MultiValueDict(), "x")
            )
            found = ui.NumberField(label="", places=3).clean(figure)
        except ValidationError as error:
            said = {"line": place, "example": "31.12.2026 41,5"}
            message = _("“%(label)s”, line %(line)s: write a day and a figure, like %(example)s")
            raise ValidationError(message, "line", said) from error
        return on, found


class PlacesField(ui.LongTextField):
    """A place on each line."""

    MOST, LONGEST = 50, 200

    def __init__(self, **options: Any) -> None:
        super().__init__(max_length=10_000, **options)

    def clean(self, value: Any) -> list[str]:
        lines = [one.strip() for one in str(super().clean(value)).splitlines() if one.strip()]
        if len(lines) > self.MOST or any(len(one) > self.LONGEST for one in lines):
            raise ValidationError(_("“%(label)s”: at most 50 places, each in one line"), "too_many")
        return list(dict.fromkeys(lines))


class CostsField(ui.LongTextField):
    """A site and its cost on each line, with a semicolon between."""

    def __init__(self, **options: Any) -> None:
        super().__init__(max_length=20_000, **options)

    def clean(self, value: Any) -> list[tuple[str, Decimal]]:
        lines = [one.strip() for one in str(super().clean(value)).splitlines() if one.strip()]
        return [self._pair(place, one) for place, one in enumerate(lines, 1)]

    def _pair(self, place: int, written: str) -> tuple[str, Decimal]:
        name, _mark, cost = written.replace("\t", ";").rpartition(";")
        try:
            paid = ui.MoneyField(label="").clean(cost)
        except ValidationError:
            paid = None
        if not name.strip() or not paid:
            said = {"line": place, "example": "Гродна; 12 300,50"}
            message = _("“%(label)s”, line %(line)s: write a site and its cost, like %(example)s")
            raise ValidationError(message, "line", said)
        return name.strip()[:200], paid


def line(label: Any, *, hint: Any = "", required: bool = True, most: int = 300) -> ui.TextField:
    return ui.TextField(label=label, help_text=hint, required=required, max_length=most)


def words(label: Any, *, hint: Any = "", required: bool = True) -> ui.LongTextField:
    return ui.LongTextField(
        label=label, help_text=hint, required=required, max_length=LONGEST_WORDS
    )


def one_of(
    label: Any, choices: Sequence[tuple[str, Any]], *, hint: Any = "", required: bool = True
) -> ui.ChoiceField:
    options: dict[str, Any] = {"label": label, "help_text": hint, "required": required}
    if len(choices) <= ui.ChoiceField.few:
        options["widget"] = forms.RadioSelect
    return ui.ChoiceField(choices=choices, **options)


def with_sources(entries: Sequence[WithSource]) -> list[tuple[str, str]]:
    language = get_language() or ""
    return [(one.code, f"{one.said()} ({one.source.cited(language)})") for one in entries]


def ground(*, required: bool = True) -> ui.ChoiceField:
    return one_of(_("Ground"), with_sources(law().grounds), required=required)
