"""What happens to cases and matters to others. Delivered after commit, at least once."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from ratusha.kernel.events import Event


@dataclass(frozen=True, kw_only=True)
class CaseOpened(Event):
    case_id: UUID
    kind: str
    at: datetime


@dataclass(frozen=True, kw_only=True)
class CaseMoved(Event):
    """A step was taken; `outcome` is not empty when it closed the case."""

    case_id: UUID
    kind: str
    step: str
    status: str
    outcome: str
    at: datetime


@dataclass(frozen=True, kw_only=True)
class ActedForApplicant(Event):
    """Somebody did something in the case by a mandate: `act` is a step, or message, attach, rate."""

    case_id: UUID
    kind: str
    act: str
    mandate_id: UUID
    agent_id: UUID
    at: datetime


@dataclass(frozen=True, kw_only=True)
class CaseOverdue(Event):
    """The term has passed and nothing is decided. Told once for a due date."""

    case_id: UUID
    kind: str
    due_on: date
    at: datetime


@dataclass(frozen=True, kw_only=True)
class TermChanged(Event):
    """Extended, stopped or resumed; the ledger says how."""

    case_id: UUID
    kind: str
    tick: str
    at: datetime


@dataclass(frozen=True, kw_only=True)
class MessageSent(Event):
    case_id: UUID
    kind: str
    message_id: int
    from_applicant: bool
    at: datetime


@dataclass(frozen=True, kw_only=True)
class CaseRated(Event):
    case_id: UUID
    kind: str
    body_id: UUID
    at: datetime
