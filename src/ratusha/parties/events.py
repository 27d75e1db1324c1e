from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from ratusha.kernel.events import Event


@dataclass(frozen=True, kw_only=True)
class MandateGiven(Event):
    """`principal_id` is a person or an organisation; `agent_id` accepted to act for it."""

    mandate_id: UUID
    agent_id: UUID
    principal_id: UUID
    at: datetime


@dataclass(frozen=True, kw_only=True)
class MandateRevoked(Event):
    """From this moment it allows nothing. `by_agent`: the agent gave it up."""

    mandate_id: UUID
    agent_id: UUID
    principal_id: UUID
    by_agent: bool
    at: datetime
