"""What other modules may use of conversion."""

from .models import Side
from .permissions import has_part
from .services.cards import draw, send, speak, switch_on
from .services.duties import ROOM, address_of_duty
from .services.falling import judge

__all__ = [
    "ROOM", "Side", "address_of_duty", "draw", "has_part", "judge", "send", "speak", "switch_on",
]  # fmt: skip
