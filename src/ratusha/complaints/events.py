"""What happens to complaints and matters to others. Delivered after commit, at least once."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from ratusha.kernel.events import Event


@dataclass(frozen=True, kw_only=True)
class ComplaintDecided(Event):
    """A complaint was considered. `result` is a status of the end; `case_id` is what it was about."""

    complaint_id: UUID
    case_id: UUID
    subject: str
    result: str
    legal_source: str
    text: str
    at: datetime
