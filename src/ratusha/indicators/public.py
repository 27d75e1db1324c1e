"""What other modules may use of indicators."""

from .models import Snapshot
from .passports import Passport, on_the_home_page, passport, passports
from .permissions import may_work
from .presentation import Tile, said_coverage, said_value, tiles
from .queries import by_region, history, newest
from .rules import Standing
from .services.collecting import Figures, add_proof, hand_in, open_collection, save_answers
from .services.snapshots import take_last_night, take_snapshots
from .services.verifying import choose_for_verifying, verify

__all__ = [
    "Figures", "Passport", "Snapshot", "Standing", "Tile", "add_proof", "by_region",
    "choose_for_verifying", "hand_in", "history", "may_work", "newest", "on_the_home_page",
    "open_collection", "passport", "passports", "said_coverage", "said_value", "save_answers",
    "take_last_night", "take_snapshots", "tiles", "verify",
]  # fmt: skip
