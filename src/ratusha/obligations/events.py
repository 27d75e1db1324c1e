from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from ratusha.kernel.events import Event


@dataclass(frozen=True, kw_only=True)
class ObligationMoved(Event):
    """A duty was handed in, accepted, given back, waived, or its last day passed."""

    obligation_id: UUID
    rule: str
    subject_id: UUID
    period: str
    act: str
    late_since: date | None
    at: datetime
