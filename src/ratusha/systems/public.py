"""What other modules may use of the register of systems."""

from .card import Card
from .card import read as read_card
from .models import System
from .permissions import has_part
from .queries import card, cards, cards_like
from .services.entering import register_system
from .services.filing import answer, ask, begin, write
from .services.installing import enter_software, enter_substitute, use_software

__all__ = [
    "Card", "System", "answer", "ask", "begin", "card", "cards", "cards_like", "enter_software",
    "enter_substitute", "has_part", "read_card", "register_system", "use_software", "write",
]  # fmt: skip
