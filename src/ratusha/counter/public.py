"""What other modules may use of the counter."""

from .permissions import SERVE
from .queries import may_fill, may_serve, open_visit
from .rules import CHANNEL
from .services.papers import erase, require_ready

__all__ = ["CHANNEL", "SERVE", "erase", "may_fill", "may_serve", "open_visit", "require_ready"]
