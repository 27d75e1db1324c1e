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
class DeathRecorded(Event):
    """`relative_ids`: spouse, parents and children of that day, as the register has them."""

    person_id: UUID
    relative_ids: list[UUID]
    died_on: date
    at: datetime


@dataclass(frozen=True, kw_only=True)
class PensionAgeReached(Event):
    """A person has the general age of retirement since that day. Told once."""

    person_id: UUID
    since: date
    at: datetime


@dataclass(frozen=True, kw_only=True)
class OrganisationEntered(Event):
    """A new organisation or sole trader stands in the register."""

    organisation_id: UUID
    at: datetime


@dataclass(frozen=True, kw_only=True)
class ResidenceRecorded(Event):
    """A person is registered at an address as a place of residence from that day."""

    person_id: UUID
    since: date
    at: datetime
