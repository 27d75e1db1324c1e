"""What other modules may use of indicators."""

from .models import Snapshot
from .passports import Passport, on_the_home_page, passport, passports
from .permissions import may_work
from .presentation import said_coverage, said_value, tiles
from .queries import by_region, history, newest
from .rules import Standing
from .services.collecting import Figures, add_proof, hand_in, open_collection, save_answers
from .services.duties import ROOM, address_of_duty
from .services.snapshots import take_last_night, take_snapshots
from .services.verifying import choose_for_verifying, verify
from .waiting import Waiting, waiting_for

__all__ = [
    "ROOM", "Figures", "Passport", "Snapshot", "Standing", "Waiting", "add_proof", "address_of_duty",
    "by_region",
    "choose_for_verifying", "hand_in", "history", "may_work", "newest", "on_the_home_page",
    "open_collection", "passport", "passports", "said_coverage", "said_value", "save_answers",
    "take_last_night", "take_snapshots", "tiles", "verify", "waiting_for",
]  # fmt: skip
