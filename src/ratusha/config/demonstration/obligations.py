"""Duties of the demonstration state: this year's, as they arose on its first day, and what the nights have noted."""

from datetime import datetime

from ratusha.obligations import public as obligations


def live_obligations(*, now: datetime) -> int:
    """The number of duties of this year and the next."""
    new_year = now.replace(month=1, day=1, hour=6)
    made = obligations.open_years(new_year)
    obligations.tonight(now)
    return made
