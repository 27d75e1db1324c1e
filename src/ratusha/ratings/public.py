"""What other modules may use of ratings."""

from .belief import Belief
from .beside import address_of, marks_beside
from .models import Given, Organisation
from .permissions import OVERSEE, REPLY
from .queries import ranking, told_marks
from .services.analyse import make_analyses
from .services.erase import erase
from .services.give import Marks, give, hear_rating
from .services.judge import decide_signal, hide_words, release_words, restore, set_aside
from .services.look import look_for_signs
from .services.reply import reply
from .ways import ways_of

__all__ = [
    "OVERSEE",
    "REPLY",
    "Belief",
    "Given",
    "Marks",
    "Organisation",
    "address_of",
    "decide_signal",
    "erase",
    "give",
    "hear_rating",
    "hide_words",
    "look_for_signs",
    "make_analyses",
    "marks_beside",
    "ranking",
    "release_words",
    "reply",
    "restore",
    "set_aside",
    "told_marks",
    "ways_of",
]
