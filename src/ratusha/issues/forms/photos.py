"""What is asked before a photo is shown to everybody: the parts to be covered, drawn or ticked."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext as _

from ratusha.issues.photos.areas import ACROSS, Area, read, squares
from ratusha.kernel.errors import RuleBroken
from ratusha.ui import forms as ui


class CoverForm(ui.Form):
    """`areas`: rectangles that were drawn; `kept`: those of the last time; `square`: numbers of squares of the grid."""

    areas = forms.CharField(required=False, widget=forms.HiddenInput, max_length=2000)

    def __init__(
        self, data: Any = None, *, rows: int, before: Sequence[str], **options: Any
    ) -> None:
        super().__init__(data, **options)
        self.rows = rows
        kept = set(before) if data is None else set(self._told("kept"))
        self.before = [(one, one in kept) for one in before]
        self.grid = [
            (number, (number - 1) // ACROSS + 1, (number - 1) % ACROSS + 1)
            for number in range(1, ACROSS * rows + 1)
        ]

    @property
    def ticked(self) -> list[int]:
        told = self._told("square")
        return [int(one) for one in told if one.isascii() and one.isdecimal() and len(one) < 4]  # noqa: PLR2004 - digits

    def _told(self, name: str) -> list[str]:
        return self.data.getlist(name) if isinstance(self.data, QueryDict) else []

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        try:
            kept = [one for one, is_kept in self.before if is_kept]
            drawn = read(";".join((given.get("areas", ""), *kept)))
        except RuleBroken as error:
            raise ValidationError(error.message, code=error.code) from error
        found: list[Area] = [*drawn, *squares(self.ticked, self.rows)]
        covers_nothing = self.data.get("nothing") == "yes"
        if not found and not covers_nothing:
            message = _(
                "Cover what shows a person or a number plate, or say that nothing has to be covered."
            )
            raise ValidationError(message, code="nothing_said")
        return {"areas": found}
