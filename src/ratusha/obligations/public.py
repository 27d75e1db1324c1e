"""What other modules may use of obligations."""

from .beside import ways_of
from .events import ObligationMoved
from .law import law
from .models import Obligation
from .permissions import FULFIL, HEAD, OVERSEE, has_part
from .queries import find, late_bodies, of_body
from .rooms import plug_room
from .rules import Act, Standing, State, days_late
from .services.arise import declare, generate, open_years, subjects_of
from .services.bring_over import Past, bring_over
from .services.fulfil import accept, give_back, submit, waive
from .services.remind import tonight

__all__ = [
    "FULFIL",
    "HEAD",
    "OVERSEE",
    "Act",
    "Obligation",
    "ObligationMoved",
    "Past",
    "Standing",
    "State",
    "accept",
    "bring_over",
    "days_late",
    "declare",
    "find",
    "generate",
    "give_back",
    "has_part",
    "late_bodies",
    "law",
    "of_body",
    "open_years",
    "plug_room",
    "subjects_of",
    "submit",
    "tonight",
    "waive",
    "ways_of",
]
