"""What other modules may use of the executive committee's room."""

from .beside import said_beside, ways_of
from .permissions import GIVE, SEE, has_part
from .services.digest import make_digests
from .services.tasks import (
    ROOM,
    accept,
    address_of,
    give,
    give_back,
    move_date,
    report,
    take,
    withdraw,
)

__all__ = [
    "GIVE",
    "ROOM",
    "SEE",
    "accept",
    "address_of",
    "give",
    "give_back",
    "has_part",
    "make_digests",
    "move_date",
    "report",
    "said_beside",
    "take",
    "ways_of",
    "withdraw",
]
