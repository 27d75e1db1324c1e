"""What other modules may use of indicators."""

from .models import Snapshot
from .passports import Passport, on_the_home_page, passport, passports
from .permissions import may_work
from .presentation import Tile, said_coverage, said_value, tiles
from .queries import by_region, history, newest
from .rules import Standing
from .services.snapshots import take_last_night, take_snapshots

__all__ = [
    "Passport", "Snapshot", "Standing", "Tile", "by_region", "history", "may_work", "newest",
    "on_the_home_page", "passport", "passports", "said_coverage", "said_value", "take_last_night",
    "take_snapshots", "tiles",
]  # fmt: skip
