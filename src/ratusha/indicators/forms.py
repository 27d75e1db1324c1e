"""What is asked in collections: figures, proofs, reasons. No law here."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ratusha.kernel.texts import Said
from ratusha.ui import forms as ui

from .collecting import law
from .models import Answer
from .services.collecting import Figures

PLACES = 4
MOST_BYTES = 1024 * 1024
FILES = ".csv,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class OpenForm(ui.Form):
    """Which collection, about which year."""

    def __init__(
        self, titles: Mapping[str, Said], days: Mapping[int, str], data: Any = None
    ) -> None:
        templates = [(code, said.text) for code, said in titles.items()]
        rounds = [(str(turn.number), days[turn.number]) for turn in law().rounds]
        self.base_fields = {  # type: ignore[misc]  # Django reads it here, on the instance
            "template": ui.ChoiceField(label=_("What is collected"), choices=templates),
            "year": ui.NumberField(label=_("About the year"), smallest=2000, greatest=2100),
            "number": ui.ChoiceField(label=_("Until"), choices=rounds, widget=forms.RadioSelect),
        }
        super().__init__(data)


class FiguresForm(ui.Form):
    """A figure for each question, or a part and its whole; all may stay empty and be written later."""

    def __init__(
        self, answers: Iterable[Answer], names: Mapping[str, Said], data: Any = None
    ) -> None:
        self.codes: list[str] = []
        self.base_fields = {}  # type: ignore[misc]  # Django reads it here, on the instance
        for answer in answers:
            self.codes.append(answer.question)
            said = {"question": names[answer.question].text}
            if answer.asked.kind == "share":
                part, whole = _("%(question)s: how many have it"), _("%(question)s: of how many")
                self.base_fields[f"{answer.question}-part"] = _figure(str(part) % said, answer.part)
                self.base_fields[f"{answer.question}-whole"] = _figure(
                    str(whole) % said, answer.whole
                )
            else:
                self.base_fields[f"{answer.question}-part"] = _figure(said["question"], answer.part)
        super().__init__(data)

    def figures(self) -> dict[str, Figures]:
        return {
            code: Figures(self.cleaned_data[f"{code}-part"], self.cleaned_data.get(f"{code}-whole"))
            for code in self.codes
        }


def _figure(label: str, initial: Decimal | None) -> ui.NumberField:
    shown = None if initial is None else f"{initial.normalize():f}"
    return ui.NumberField(label=label, smallest=0, places=PLACES, required=False, initial=shown)


class ProofForm(ui.Form):
    title = ui.TextField(
        label=_("What it is"), help_text=_("The act, the report, the page of a register")
    )
    taken_on = ui.DayField(label=_("Of which day it is"))
    file = ui.FileField(label=_("The file"), required=False)
    link = forms.URLField(
        label=_("Or its address"), required=False, max_length=500, assume_scheme="https"
    )


class ReasonForm(ui.Form):
    reason = ui.LongTextField(label=_("Reasons"), required=False)


class UploadForm(ui.Form):
    file = ui.FileField(label=_("The file with figures"), max_bytes=MOST_BYTES, kinds=FILES)
