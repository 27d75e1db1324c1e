"""What other modules may use of self-assessment."""

from .facts import own
from .offers import Provider, Told, address, plug
from .permissions import takes_part
from .queries import candidates
from .rules import NO, YES, Given
from .services.answering import accept_offers, answer, decline_offer
from .services.components import load_components
from .services.edition import forget_contacts, hand_in, name_owner, open_edition, publish, take_over
from .services.scoring import Found, mark, open_scoring

__all__ = [
    "NO", "YES", "Found", "Given", "Provider", "Told", "accept_offers", "address", "answer", "candidates",
    "decline_offer", "forget_contacts", "hand_in", "load_components", "mark", "name_owner", "open_edition",
    "open_scoring", "own", "plug", "publish", "take_over", "takes_part",
]  # fmt: skip
