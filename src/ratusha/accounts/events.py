from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from ratusha.kernel.events import Event


@dataclass(frozen=True, kw_only=True)
class SignedIn(Event):
    """`mode` is a value of AccessMode."""

    user_id: UUID
    party_id: UUID | None
    mode: int
    at: datetime


@dataclass(frozen=True, kw_only=True)
class CabinetOpened(Event):
    """The owner came for the first time."""

    user_id: UUID
    party_id: UUID | None
    at: datetime


@dataclass(frozen=True, kw_only=True)
class CardLocked(Event):
    """Three wrong PINs: perhaps the owner's fingers, perhaps somebody else's."""

    card_id: UUID
    party_id: UUID
    at: datetime
