from typing import Any

from django.forms import CharField, HiddenInput, Select
from django.utils.translation import gettext_lazy as _

from ratusha.ui.fields import ChoiceField, NumberField, TextField
from ratusha.ui.forms import Form

from .models import PublishedIndex
from .presentation import label, rows, spec_of, weights
from .what_if import Question, inputs_to_change

FIGURE = "figure-"


class WeightsForm(Form):
    """A weight for each part of the index, in percent, made to sum to 100; and other figures of one unit, or none."""

    def __init__(self, index: PublishedIndex, data: Any = None) -> None:
        super().__init__(data)
        self.published = {name: weight for name, _label, weight in weights(index)}
        for name, label_, weight in weights(index):
            self.fields[name] = NumberField(
                label=label_.text, smallest=0, greatest=1000, places=2, initial=weight
            )
        spec = spec_of(index)
        self.inputs = inputs_to_change(spec)
        if self.inputs:
            units = [("", _("none")), *((one.key, one.name.text) for one in rows(index))]
            self.fields["unit"] = ChoiceField(
                label=_("Other figures of"), choices=units, required=False, widget=Select
            )
        for name in self.inputs:
            self.fields[FIGURE + name] = NumberField(
                label=label(spec, name).text, places=6, required=False
            )

    def clean(self) -> dict[str, Any]:
        found = super().clean() or {}
        if not self.errors and not any(found.get(name) for name in self.published):
            self.add_error(None, _("Give at least one part a weight above 0"))
        if any(found.get(FIGURE + name) is not None for name in self.inputs) and not found["unit"]:
            self.add_error("unit", _("Choose whose figures these are"))
        return found

    def question(self) -> Question:
        """Weights that are the published ones are no question."""
        found = self.cleaned_data
        weights_ = {name: found.get(name) or 0 for name in self.published}
        changed = any(weights_[name] != weight for name, weight in self.published.items())
        given = {name: found.get(FIGURE + name) for name in self.inputs}
        return Question(
            weights={name: float(weight) for name, weight in weights_.items()} if changed else {},
            unit=found.get("unit", ""),
            figures={name: float(value) for name, value in given.items() if value is not None},
        )


class KeepForm(Form):
    """Under which name a question is kept; the question itself comes along as the address held it."""

    name = TextField(label=_("Name of the scenario"), max_length=120)
    question = CharField(max_length=2000, widget=HiddenInput)
