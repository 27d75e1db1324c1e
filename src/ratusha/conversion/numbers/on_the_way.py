"""Cards of reengineering by where they stand, down to the procedures they are about."""

from collections import Counter
from dataclasses import replace

from django.utils.translation import gettext as _

from ratusha.conversion.models import Card, Stage
from ratusha.kernel.texts import in_my_language
from ratusha.ui.addresses import address_of
from ratusha.ui.numbers import Input, Number, Unit, Words, counted

from .day import Day

ON_THE_WAY = (
    Stage.DRAFT, Stage.AGREEING, Stage.AGREED, Stage.SETTLED, Stage.DEVELOPED, Stage.TESTED, Stage.SWITCHED_ON,
    Stage.FELL_BACK,
)  # fmt: skip


def by_stage() -> list[tuple[Stage, int]]:
    """How many cards stand at each step, those that were given up for another drawing left out."""
    found = Counter(Card.objects.order_by().values_list("stage", flat=True))
    return [(stage, found[stage]) for stage in ON_THE_WAY]


def cards(day: Day, key: str) -> Number | None:
    """A key is a stage."""
    if key not in Stage.values:
        return None
    rows = [_row(day, "card", one, 1) for one in Card.objects.filter(stage=key)]
    value, expression = counted("card", rows)
    said = _("cards of reengineering that stand there now")
    number = day.derived(
        _("Cards"), value, said, expression, rows, of=str(Stage(key).label), source=_source()
    )
    return replace(number, coverage=_("all cards of reengineering"))


def days_of_the_way(day: Day, key: str) -> Number | None:
    """From the drawing of a card to its switching on."""
    switched = list(Card.objects.exclude(switched_on_at=None).order_by("switched_on_at"))
    if key or not switched:
        return None
    rows = [_row(day, "days", one, days_between(one)) for one in switched]
    mean = sum(one.value for one in rows) / len(rows)
    said = _("the mean of days from the drawing of a card to its switching on")
    number = day.derived(_("Days from card to new way"), mean, said, "mean(days)", rows, unit=Unit.INDEX,
                         source=_source())  # fmt: skip
    return replace(number, coverage=_("all cards that were switched on"))


def days_between(card: Card) -> int:
    assert card.switched_on_at is not None, "a card that was switched on"  # noqa: S101 - asked for above
    return (card.switched_on_at - card.drawn_at).days


def _row(day: Day, name: str, card: Card, adds: int) -> Input:
    row = next((one for one in day.rows if one.code == card.procedure), None)
    label: Words = in_my_language(row.title) if row else card.procedure
    note = f"{card.procedure}, " + _("Card %(number)s") % {"number": card.number}
    address = address_of("conversion:procedure", *card.procedure.split("/", 1)) if row else ""
    return Input(
        name, label, adds, note=note, on=card.switched_on_at or card.drawn_at, address=address
    )


def _source() -> str:
    return _("Cards of reengineering")
