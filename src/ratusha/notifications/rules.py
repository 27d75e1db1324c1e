"""When a letter is tried again, and when it is given up. Pure."""

from datetime import timedelta

PAUSES = [timedelta(minutes=m) for m in (1, 5, 30, 2 * 60, 12 * 60)]


def pause_after(tries: int) -> timedelta | None:
    """How long to wait after so many failed tries; None when it is time to give up."""
    return PAUSES[tries - 1] if tries <= len(PAUSES) else None
