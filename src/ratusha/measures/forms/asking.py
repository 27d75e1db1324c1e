"""Questions that several forms ask, and a form made of a few of them."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from ratusha.measures.law import WithSource, law
from ratusha.measures.rules import LONGEST_WORDS
from ratusha.ui import forms as ui


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
