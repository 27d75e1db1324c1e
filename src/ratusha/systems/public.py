"""What other modules may use of the register of systems."""

from .card import Card
from .card import read as read_card
from .known import KnownSoftware, known_software
from .models import System
from .offices.rules import Role as OfficeRole
from .permissions import has_part
from .queries import card, cards, cards_like, lacking_at, offices_listed
from .register_file.reading import MOST_BYTES
from .services.discovery import take_traces
from .services.duties import ROOM, address_of_duty, ask_to_confirm
from .services.entering import register_system
from .services.filing import answer, ask, begin, write
from .services.installing import enter_software, enter_substitute, use_software
from .services.offices import ask_for_training, enter_specialist, load_offices, need
from .services.taking_in import take_in
from .whole import WRITERS

__all__ = [
    "MOST_BYTES", "ROOM", "WRITERS", "Card", "KnownSoftware", "OfficeRole", "System", "address_of_duty",
    "answer", "ask", "ask_for_training", "ask_to_confirm", "begin", "card", "cards", "cards_like", "enter_software",
    "enter_specialist", "enter_substitute", "has_part", "known_software", "lacking_at", "load_offices", "need",
    "offices_listed", "read_card", "register_system", "take_in", "take_traces", "use_software", "write",
]  # fmt: skip
