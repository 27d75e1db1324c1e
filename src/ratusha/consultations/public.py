"""What other modules may use of consultations."""

from .polls.count import bring_share, tally_of
from .polls.count import close_due as close_due_polls
from .polls.prepare import Asked, bring_key, open_poll, prepare_poll
from .polls.tool import is_installed as can_hold_polls
from .polls.vote import cast_for, mix_open_polls
from .ways import ways_of

__all__ = [
    "Asked", "bring_key", "bring_share", "can_hold_polls", "cast_for", "close_due_polls",
    "mix_open_polls", "open_poll", "prepare_poll", "tally_of", "ways_of",
]  # fmt: skip
