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
from .weeks import monday_of

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
    "monday_of",
    "move_date",
    "report",
    "said_beside",
    "take",
    "ways_of",
    "withdraw",
]
