from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from ratusha.kernel.events import Event


@dataclass(frozen=True, kw_only=True)
class PaperMoved(Event):
    """A plan or a report was handed over, signed, accepted or returned."""

    paper_id: UUID
    kind: str
    body_id: UUID
    year: int
    act: str
    at: datetime
