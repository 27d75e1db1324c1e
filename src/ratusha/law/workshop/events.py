"""What the workshop tells others. Delivered after commit, at least once."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from ratusha.kernel.events import Event


@dataclass(frozen=True, kw_only=True)
class ProcedurePublished(Event):
    """An edition was put in force by an act of two lawyers; it begins on `valid_from`."""

    edition_id: UUID
    code: str
    level: str
    valid_from: date
    at: datetime
