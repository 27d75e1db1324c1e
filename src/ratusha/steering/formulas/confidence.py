"""Confidence that a measure delivers: answers from 1 to 5, what caps them, and the rating that figures alone give."""

from collections.abc import Mapping, Sequence
from statistics import mean, median

LOWEST, HIGHEST = 1, 5


def overall(answers: Mapping[str, int], caps: Sequence[str]) -> int | None:
    """The median of the answers (the lower one of two in the middle), no higher than the lowest of those that cap."""
    if not answers or any(code not in answers for code in caps):
        return None
    middle = int(median(answers.values()))
    return min([middle, *(answers[code] for code in caps)])


def points(value: float, steps: Sequence[float], *, less_is_better: bool = False) -> int:
    """5 for what reaches the first step, 4 for the second …, 1 for what reaches none."""
    for place, step in enumerate(steps):
        if value <= step if less_is_better else value >= step:
            return HIGHEST - place
    return LOWEST


def computed(cost: int | None, schedule: int | None, own: int | None) -> float | None:
    """As the IT Dashboard does: the mean of cost, schedule and the owner; an owner lower than both decides alone."""
    known = [one for one in (cost, schedule, own) if one is not None]
    if own is not None and cost is not None and schedule is not None and own < min(cost, schedule):
        return float(own)
    return mean(known) if len(known) > 1 else None


def published(own: int | None, independent: int | None) -> int | None:
    """The independent rating if there is one, else the owner's (the rule of the GMPP)."""
    return independent if independent is not None else own
