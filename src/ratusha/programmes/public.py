"""What other modules may use of programmes."""

from .attention import Call, calls
from .kept import forget_old_changes
from .permissions import KEEP, RATE, SEE
from .picture import picture
from .services.baseline import PromisedStage, take_baseline
from .services.erase import erase
from .services.foresee import foresee, replay
from .services.place import place
from .services.progress import accept_progress, report_progress
from .services.rate import rate
from .services.take_over import Past, PastProgress, PastRating, take_over_past
from .tree import nodes

__all__ = [
    "KEEP", "RATE", "SEE", "Call", "Past", "PastProgress", "PastRating", "PromisedStage", "accept_progress", "calls",
    "erase", "foresee", "forget_old_changes", "nodes", "picture", "place", "rate", "replay", "report_progress",
    "take_baseline", "take_over_past",
]  # fmt: skip
