"""What is typed on pages of programmes: what to choose by, marks with evidence, places, progress."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from ratusha.ui.fields import ChoiceField, ChoicesField, LongTextField, NumberField, TextField
from ratusha.ui.forms import Form

from .choosing import Wish
from .law import law
from .picture import Row
from .rules import LEVELS
from .tree import Level, nodes

LONGEST_NAME = 120
LONGEST_WORDS = 1000
LARGEST_SHARE = 200


class WishForm(Form):
    """By which money and which weights to choose, what must and what must not be."""

    share = NumberField(
        label=_("Money there is, in percent of what is planned"),
        smallest=1,
        greatest=LARGEST_SHARE,
        initial=70,
    )
    confidence = NumberField(label=_("Weight of confidence"), smallest=0, greatest=100, initial=40)
    tasks = NumberField(
        label=_("Weight of the tasks it serves"), smallest=0, greatest=100, initial=30
    )
    saving = NumberField(label=_("Weight of what it saves"), smallest=0, greatest=100, initial=30)

    def __init__(self, rows: Sequence[Row], data: Any = None) -> None:
        super().__init__(data)
        choices = [(row.key, row.said().text) for row in rows]
        self.fields["must"] = ChoicesField(
            label=_("Must be (an act says so)"), choices=choices, required=False
        )
        self.fields["never"] = ChoicesField(label=_("Must not be"), choices=choices, required=False)

    def clean(self) -> dict[str, Any]:
        found = super().clean() or {}
        both = set(found.get("must") or ()) & set(found.get("never") or ())
        if both:
            self.add_error("never", _("The same measure cannot be required and ruled out."))
        if not self.errors and not found["confidence"] + found["tasks"] + found["saving"]:
            self.add_error("confidence", _("Give at least one of the three a weight above 0."))
        return found

    def wish(self) -> Wish:
        given = self.cleaned_data
        numbers = {name: int(given[name]) for name in ("share", "confidence", "tasks", "saving")}
        return Wish(**numbers, must=tuple(given["must"] or ()), never=tuple(given["never"] or ()))


class NameForm(Form):
    name = TextField(label=_("Name of this choice"), max_length=LONGEST_NAME)


class RatingForm(Form):
    """Nine questions, each a mark with what it rests on."""

    def __init__(self, data: Any = None) -> None:
        super().__init__(data)
        marks = [(str(mark), f"{mark}: {word}") for mark, word in LEVELS.items()]
        for one in law().confidence.questions:
            self.fields[one.code] = ChoiceField(label=one.said().text, choices=marks)
            self.fields[f"{one.code}_evidence"] = TextField(
                label=_("What it rests on"), max_length=LONGEST_WORDS
            )

    def answers(self) -> dict[str, tuple[int, str]]:
        given = self.cleaned_data
        return {
            one.code: (int(given[one.code]), given[f"{one.code}_evidence"])
            for one in law().confidence.questions
        }


class PlaceForm(Form):
    def __init__(self, data: Any = None) -> None:
        super().__init__(data)
        places = [
            (node.key, f"{node.key}: {node.said().text}")
            for node in nodes().values()
            if node.level in (Level.SUBPROGRAMME, Level.EVENT) and node.name
        ]
        self.fields["node"] = ChoiceField(label=_("Where it stands from today on"), choices=places)
        self.fields["act"] = TextField(label=_("By which act"), max_length=300)


class BaselineForm(Form):
    reason = TextField(
        label=_("Why there is a new baseline (not needed for the first)"),
        max_length=300,
        required=False,
    )


class ProgressForm(Form):
    def __init__(self, stages: Sequence[tuple[str, str]], data: Any = None) -> None:
        super().__init__(data)
        self.fields["stage"] = ChoiceField(label=_("Stage"), choices=list(stages))
        self.fields["share"] = NumberField(label=_("Done, in percent"), smallest=1, greatest=100)
        self.fields["evidence"] = LongTextField(
            label=_("Evidence: what was shown, and where it is kept"), max_length=LONGEST_WORDS
        )
