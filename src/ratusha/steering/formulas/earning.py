"""How much of a stage is planned to be done by a day, and how much is earned: a rule for each stage, in advance.

Nothing is earned without evidence that somebody accepted. Planned and earned go by the same rule, or they could not
be compared.
"""

from datetime import date
from enum import StrEnum


class Earning(StrEnum):
    AT_THE_END = "0/100"  # all when the stage is accepted
    HALVES = "50/50"  # half when it has begun, half when it is accepted
    MILESTONES = "milestones"
    UNITS = "units"
    PERCENT = "percent"  # of work done, with accepted evidence


def planned_share(rule: Earning, starts: date, ends: date, on: date) -> float:
    """The share of a stage that the plan has done by a day."""
    if on >= ends:
        return 1.0
    if on < starts or rule is Earning.AT_THE_END:
        return 0.0
    if rule is Earning.HALVES:
        return 0.5
    return ((on - starts).days + 1) / ((ends - starts).days + 1)


def earned_share(rule: Earning, *, accepted: bool, proven: float | None) -> float:
    """`proven` is the last share whose evidence was accepted; None where there is none."""
    if accepted:
        return 1.0
    if proven is None or rule is Earning.AT_THE_END:
        return 0.0
    if rule is Earning.HALVES:
        return 0.5 if proven > 0 else 0.0
    return min(max(proven, 0.0), 1.0)
