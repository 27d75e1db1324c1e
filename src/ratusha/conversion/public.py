"""What other modules may use of conversion."""

from .models import Side
from .permissions import has_part
from .services.cards import draw, send, speak, switch_on

__all__ = ["Side", "draw", "has_part", "send", "speak", "switch_on"]
