"""The questions of the page on which anybody recomputes a date: the start, the term, what stopped and lengthened it."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ratusha.kernel.terms import Reason, Unit
from ratusha.ui.forms import ChoiceField, DayField, Form, NumberField

MOST = 6  # stops, and extensions: more than any case has had
FEW = 2
UNITS = [
    (Unit.DAY.value, gettext_lazy("days")),
    (Unit.WORKING_DAY.value, gettext_lazy("working days")),
    (Unit.WEEK.value, gettext_lazy("weeks")),
    (Unit.MONTH.value, gettext_lazy("months")),
    (Unit.YEAR.value, gettext_lazy("years")),
]
STOPS = [
    (Reason.FOREIGN_REQUEST.value, gettext_lazy("a body of a foreign state was asked")),
    (Reason.BY_LAW.value, gettext_lazy("a legislative act provides for it")),
]
EXTENSIONS = [
    ("request_to_body", gettext_lazy("another body was asked")),
    ("further_study", gettext_lazy("further study and checking")),
    ("by_law", gettext_lazy("a legislative act provides for it")),
]
_NUMBERED = re.compile(r"(stop|extension)_(\d)_")


class ClockForm(Form):
    """As many stops and extensions as the address names, and an empty one more."""

    start = DayField(
        label=gettext_lazy("The term is counted from"),
        help_text=gettext_lazy("The day on which the application was lodged."),
        earliest=date(2020, 1, 1),
    )
    amount = NumberField(label=gettext_lazy("Term"), smallest=0, greatest=10_000)
    unit = ChoiceField(label=gettext_lazy("Unit of the term"), choices=UNITS, widget=forms.Select)

    def __init__(self, data: Any = None, **options: Any) -> None:
        super().__init__(data, **options)
        for number in range(1, _rows(data, "stop") + 1):
            self._add_stop(number)
        for number in range(1, _rows(data, "extension") + 1):
            self._add_extension(number)

    def _add_stop(self, number: int) -> None:
        n = {"number": number}
        self.fields[f"stop_{number}_since"] = DayField(
            label=_("Stop %(number)s: the clock stood from") % n, required=False
        )
        self.fields[f"stop_{number}_until"] = DayField(
            label=_("Stop %(number)s: it ran again from") % n,
            help_text=_("Leave it empty if it still stands."),
            required=False,
        )
        self.fields[f"stop_{number}_reason"] = ChoiceField(
            label=_("Stop %(number)s: why") % n,
            choices=STOPS,
            widget=forms.Select,
            required=False,
        )

    def _add_extension(self, number: int) -> None:
        n = {"number": number}
        self.fields[f"extension_{number}_amount"] = NumberField(
            label=_("Longer term %(number)s") % n, smallest=0, greatest=10_000, required=False
        )
        self.fields[f"extension_{number}_unit"] = ChoiceField(
            label=_("Longer term %(number)s: unit") % n,
            choices=UNITS,
            widget=forms.Select,
            required=False,
        )
        self.fields[f"extension_{number}_reason"] = ChoiceField(
            label=_("Longer term %(number)s: why") % n,
            choices=EXTENSIONS,
            widget=forms.Select,
            required=False,
        )

    def clean(self) -> dict[str, Any]:
        """A stop has a beginning; a longer term has a unit."""
        given = super().clean() or {}
        for number in self._numbers("stop"):
            since, until = given.get(f"stop_{number}_since"), given.get(f"stop_{number}_until")
            if until and not since and f"stop_{number}_since" not in self.errors:
                self.add_error(f"stop_{number}_since", _("Say from which day the clock stood."))
            if since and until and until < since:
                words = _("The clock cannot run again before it stopped.")
                self.add_error(f"stop_{number}_until", words)
        for number in self._numbers("extension"):
            amount = given.get(f"extension_{number}_amount")
            if amount is not None and not given.get(f"extension_{number}_unit"):
                self.add_error(f"extension_{number}_unit", _("Choose the unit of the longer term."))
        return given

    def _numbers(self, kind: str) -> Iterator[int]:
        last = "since" if kind == "stop" else "amount"
        return (n for n in range(1, MOST + 1) if f"{kind}_{n}_{last}" in self.fields)

    def stops(self) -> Iterator[tuple[date, date | None, str]]:
        given = self.cleaned_data
        for n in self._numbers("stop"):
            if since := given.get(f"stop_{n}_since"):
                reason = given.get(f"stop_{n}_reason") or Reason.FOREIGN_REQUEST.value
                yield since, given.get(f"stop_{n}_until"), reason

    def extensions(self) -> Iterator[tuple[int, str, str]]:
        given = self.cleaned_data
        for n in self._numbers("extension"):
            amount = given.get(f"extension_{n}_amount")
            if amount is not None:
                reason = given.get(f"extension_{n}_reason") or EXTENSIONS[0][0]
                yield int(amount), given[f"extension_{n}_unit"], reason

    def rows(self, kind: str) -> list[list[Any]]:
        """The bound fields of the stops or the extensions, one list for each."""
        return [
            [self[name] for name in self.fields if name.startswith(f"{kind}_{n}_")]
            for n in self._numbers(kind)
        ]


def _rows(data: Any, kind: str) -> int:
    """Two, or as many as are filled in and one more."""
    filled = [
        int(found[2])
        for name in data or ()
        if (found := _NUMBERED.match(name)) and found[1] == kind and data.get(name)
    ]
    return min(MOST, max(FEW, max(filled, default=0) + 1))
