from dataclasses import dataclass
from datetime import datetime

from ratusha.kernel.events import Event


@dataclass(frozen=True, kw_only=True)
class PollCounted(Event):
    """The trustees have opened the sum."""

    code: str
    at: datetime
