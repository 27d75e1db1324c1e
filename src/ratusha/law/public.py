"""What other modules may use of law."""

from .clock.recompute import Replay, replay_all

__all__ = ["Replay", "replay_all"]
