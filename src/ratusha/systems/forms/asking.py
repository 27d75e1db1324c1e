"""A form made of questions that are put together when the page is asked for."""

from collections.abc import Mapping
from typing import Any

from django import forms

from ratusha.ui import forms as ui


class Questions(ui.Form):
    def __init__(
        self,
        questions: Mapping[str, forms.Field],
        data: Any = None,
        files: Any = None,
        *,
        initial: dict[str, Any] | None = None,
    ) -> None:
        self.base_fields = dict(questions)  # type: ignore[misc]  # Django reads it here, on the instance
        super().__init__(data, files, initial=initial or {})


def line(label: Any, *, hint: Any = "", required: bool = True, most: int = 300) -> ui.TextField:
    return ui.TextField(label=label, help_text=hint, required=required, max_length=most)


def words(label: Any, *, hint: Any = "", required: bool = True) -> ui.LongTextField:
    return ui.LongTextField(label=label, help_text=hint, required=required)
