"""What was entered in a register and matters to others. Delivered after commit, at least once."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from ratusha.kernel.events import Event


@dataclass(frozen=True, kw_only=True)
class BirthRecorded(Event):
    child_id: UUID
    parent_ids: list[UUID]
    at: datetime


@dataclass(frozen=True, kw_only=True)
class ResidenceRecorded(Event):
    """A person is registered at an address as a place of residence from that day."""

    person_id: UUID
    since: date
    at: datetime
