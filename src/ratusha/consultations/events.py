from dataclasses import dataclass
from datetime import datetime

from ratusha.kernel.events import Event


@dataclass(frozen=True, kw_only=True)
class PollCounted(Event):
    """The trustees have opened the sum."""

    code: str
    at: datetime


@dataclass(frozen=True, kw_only=True)
class PetitionAnswered(Event):
    """The body has answered; who signed must hear of it."""

    code: str
    at: datetime
