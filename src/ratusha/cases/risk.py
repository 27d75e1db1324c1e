"""What could go wrong first: how likely a case is to be late, times what that would mean. Pure; ours, not the law's.

Of cases like this one nine of ten end within so many days. One that is still open is taken to go on as such cases do:
the share that outlasts the days left is a tenth to the power of these days over those. Where too few have ended to
know, nine of ten are taken to end within the whole term. The weights are plain on purpose: each is said on the row.
"""

from dataclasses import dataclass
from datetime import date

VERSION = "risk-1"
STILL_OPEN = 0.1  # the share of cases that outlasts the usual days
CERTAIN = 100  # per cent
WEEK = 7
MOST_WEEKS = 4


@dataclass(frozen=True)
class Facts:
    """`usual_days`: within which nine of ten end, as measured, or None; `weight`: of this kind of case."""

    lodged_on: date
    due_on: date | None
    usual_days: int | None
    weight: int = 1
    anew: bool = False


@dataclass(frozen=True)
class Risk:
    """`likelihood` in per cent times `consequence`; the other fields are the parts as a row tells them."""

    likelihood: int
    consequence: int
    days_left: int | None
    usual_days: int
    measured: bool
    weight: int
    anew: bool
    weeks_late: int

    @property
    def score(self) -> int:
        return self.likelihood * self.consequence


def risk_of(facts: Facts, today: date) -> Risk:
    """While the clock stands nothing can be late. A late case is certain, and each week of delay makes it graver."""
    left = (facts.due_on - today).days if facts.due_on else None
    usual = facts.usual_days or _whole_term(facts)
    weeks_late = min(MOST_WEEKS, -left // WEEK) if left is not None and left < 0 else 0
    return Risk(
        likelihood=_likelihood(left, usual),
        consequence=facts.weight + int(facts.anew) + weeks_late,
        days_left=left,
        usual_days=usual,
        measured=bool(facts.usual_days),
        weight=facts.weight,
        anew=facts.anew,
        weeks_late=weeks_late,
    )


def _whole_term(facts: Facts) -> int:
    return max(1, (facts.due_on - facts.lodged_on).days) if facts.due_on else 1


def _likelihood(left: int | None, usual: int) -> int:
    """The last day of the term is still a day to work on."""
    if left is None:
        return 0
    return CERTAIN if left < 0 else round(CERTAIN * STILL_OPEN ** ((left + 1) / usual))
