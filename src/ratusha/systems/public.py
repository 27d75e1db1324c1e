"""What other modules may use of the register of systems."""

from .card import Card
from .card import read as read_card
from .models import System
from .queries import card, cards, cards_like
from .services.entering import register_system

__all__ = ["Card", "System", "card", "cards", "cards_like", "read_card", "register_system"]
