from typing import Any

from django.utils.translation import gettext_lazy as _

from ratusha.ui.fields import NumberField
from ratusha.ui.forms import Form

from .models import PublishedIndex
from .presentation import weights


class WeightsForm(Form):
    """A weight for each part of the index, in percent; they are made to sum to 100."""

    def __init__(self, index: PublishedIndex, data: Any = None) -> None:
        super().__init__(data)
        for name, label, weight in weights(index):
            self.fields[name] = NumberField(
                label=label.text, smallest=0, greatest=1000, places=2, initial=weight
            )

    def clean(self) -> dict[str, Any]:
        found = super().clean() or {}
        if not self.errors and not any(found.values()):
            self.add_error(None, _("Give at least one part a weight above 0"))
        return found
