"""What other modules may use of conversion."""

from .dropping import plug_drafts
from .models import Side, WorkKind
from .permissions import has_part
from .services.cards import draw, send, speak, switch_on
from .services.duties import ROOM, address_of_duty
from .services.falling import judge
from .services.work import work_done

__all__ = [
    "ROOM", "Side", "WorkKind", "address_of_duty", "draw", "has_part", "judge", "plug_drafts", "send", "speak",
    "switch_on", "work_done",
]  # fmt: skip
