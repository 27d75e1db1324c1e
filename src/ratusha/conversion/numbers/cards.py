"""What a card of reengineering saves."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from ratusha.conversion import counting
from ratusha.conversion.presentation import Drawn
from ratusha.conversion.ways import Step
from ratusha.ui.numbers import Input, Number


def saved_of(card: Drawn, figure: str) -> Number | None:
    """The burden of the way as it is, less that of the way as it is to be: step by step."""
    labels = {
        "days": _("days"), "documents": _("documents"), "visits": _("visits"),
        "wasteful": _("steps that are waste"),
    }  # fmt: skip
    if figure not in labels:
        return None

    def steps(name: str, ways: Sequence[Step], note: str) -> list[Input]:
        return [
            Input(name, one.name, int(bool(one.waste)) if figure == "wasteful" else getattr(one, figure), note=note,
                  on=card.card.drawn_at.date(), by=card.card.drawn_by.display_name)
            for one in ways
        ]  # fmt: skip

    inputs = [
        *steps("before", card.as_is, _("The way as it is")),
        *steps("after", card.to_be, _("The way as it is to be")),
    ]
    value = getattr(card.before, figure) - getattr(card.after, figure)
    said = _("the way as it is, less the way as it is to be")
    return Number(labels[figure], value, said, "sum(before) - sum(after)", counting.VERSION,
                  card.card.drawn_at.date(), _("all steps of the card"), inputs,
                  of=f"{card.card.procedure}, {_('Card %(number)s') % {'number': card.card.number}}",
                  by=card.card.drawn_by.display_name)  # fmt: skip
