"""How fast procedures must become electronic for a share of them to be so by a day."""


def needed_rate(share: float, whole: int, done: int, months_left: float) -> float | None:
    """Procedures a month; 0 when the goal is reached, None when no time is left."""
    rest = share * whole - done
    if rest <= 0:
        return 0.0
    return rest / months_left if months_left > 0 else None
