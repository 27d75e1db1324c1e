"""Where a duty is carried out: the module that owns it stands upstairs and says its address."""

from collections.abc import Callable

from .models import Obligation

AddressOf = Callable[[Obligation], str]
_rooms: dict[str, AddressOf] = {}


def plug_room(room: str, address_of: AddressOf) -> None:
    _rooms[room] = address_of


def address_of(obligation: Obligation) -> str:
    """Where it is carried out, or "" where that is here or nobody has plugged the room."""
    found = _rooms.get(obligation.room)
    return found(obligation) if found else ""
