"""When a case like this one ends: survival curves over finished and running cases. Pure: counts in, days out.

A mean of finished cases lies, because the slow ones are not among them yet. The estimate of Kaplan and Meier counts a
running case as long as it has been seen to run. Days during which the clock of the law stood are taken out.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import groupby
from operator import attrgetter

VERSION = "finish-1"  # Kaplan-Meier over cases lodged within a year; stopped days out; withdrawn ones as seen so far
SHARE = Decimal("0.9")
ENOUGH = 20  # finished cases: with fewer, nothing is said


@dataclass(frozen=True)
class Lives:
    """So many cases that were seen for so many days; finished on the last of them, or still running then."""

    days: int
    finished: bool
    cases: int = 1


def curve(lives: Iterable[Lives]) -> list[tuple[int, Fraction]]:
    """For each day on which cases ended, the share still open after it: exact, so that nine of ten are nine of ten."""
    ordered = sorted(lives, key=attrgetter("days"))
    at_risk, still_open, points = sum(one.cases for one in ordered), Fraction(1), []
    for days, group in groupby(ordered, key=attrgetter("days")):
        there = list(group)
        ended = sum(one.cases for one in there if one.finished)
        if ended:
            still_open *= 1 - Fraction(ended, at_risk)
            points.append((days, still_open))
        at_risk -= sum(one.cases for one in there)
    return points


def ends_within(lives: Iterable[Lives], share: Decimal = SHARE) -> int | None:
    """The days within which this share of cases ends; None with too few finished, or while the share is not reached."""
    known = list(lives)
    if sum(one.cases for one in known if one.finished) < ENOUGH:
        return None
    allowed = 1 - Fraction(share)
    return next((days for days, still_open in curve(known) if still_open <= allowed), None)


def kept(promised: int, lives: Iterable[Lives]) -> tuple[int, int]:
    """How many ended within the days promised, of how many of which that can be told by now.

    A case that still runs and has not outlived the promise is not judged. The caller leaves out cases younger than
    the promise: else early ends would count before late ones can be seen.
    """
    judged = [one for one in lives if one.finished or one.days > promised]
    good = sum(one.cases for one in judged if one.finished and one.days <= promised)
    return good, sum(one.cases for one in judged)
