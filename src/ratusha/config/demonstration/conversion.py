"""Cards of reengineering of the demonstration state: one being agreed, one drawn. The ways are invented."""

from datetime import datetime

from django.utils import timezone

from ratusha.conversion import public as conversion
from ratusha.conversion.public import Side

from .cases import BENEFIT, KINDERGARTEN, at_work
from .officials import Account

AS_IS = "Збірае даведкі | 5 | 3 | 2 | carry\nЧакае адказу | 10 | 0 | 0 | wait\nЗабірае вынік | 0 | 1 | 1 | visit"
TO_BE = "Пацвярджае тое, што ведаюць рэестры | 0 | 0 | 0\nАтрымлівае вынік у кабінеце | 3 | 0 | 0"


def live_conversion(officials: dict[str, Account], *, now: datetime) -> int:
    """The number of cards."""
    drawer = officials["programme"].user
    drawn = at_work(now, 2, hour=10)
    body = drawer.bodies_with("conversion.draw", on=timezone.localdate(now))[0]
    for code in (BENEFIT, KINDERGARTEN):
        card = conversion.draw(
            code, variant="shorten", as_is=AS_IS, to_be=TO_BE, acts="Пералік, пункт працэдуры (узор)",
            body_id=body, by=drawer, now=drawn,
        )  # fmt: skip
    sent = conversion.send(card, by=drawer, now=drawn)
    reviewer = officials["law_reviewer"].user
    conversion.speak(sent, Side.CONCERNED, agrees=True, words="", by=reviewer, now=drawn)
    return 2
