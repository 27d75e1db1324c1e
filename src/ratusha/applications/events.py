from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from ratusha.kernel.events import Event


@dataclass(frozen=True, kw_only=True)
class DraftHandedOver(Event):
    """Prepared by an agent, to be lodged by who may: it lies in their cabinet now."""

    draft_id: UUID
    agent_id: UUID | None
    to_party_id: UUID | None
    at: datetime
