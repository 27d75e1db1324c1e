"""The decision for one issue, with what it leans on."""

from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any
from uuid import UUID

from ratusha.issues.assignment.find import assigned
from ratusha.issues.models import Executor, Issue, Learned

from .evidence import leans_on, weighed
from .memory import group_of
from .model import Model
from .precedents import known_for

ASSIGNMENT = "assignment"
HISTORY = "history"
MOST_LIKELY = 3


@dataclass(frozen=True)
class Choice:
    """`executor_id` is None: nobody is known well enough, the dispatcher decides, beginning with `likely`."""

    by: str = ""
    executor_id: UUID | None = None
    confidence: float = 0.0
    likely: list[tuple[str, float]] = field(default_factory=list)  # the likeliest first
    leans_on: list[str] = field(default_factory=list)  # numbers of earlier issues
    assignment: UUID | None = None  # the one that says so

    def told(self) -> dict[str, Any]:
        if self.assignment:
            return {"by": self.by, "assignment": str(self.assignment)}
        return {
            "by": self.by,
            "confidence": round(self.confidence, 4),
            "likely": [[key, round(share, 4)] for key, share in self.likely],
            "leans_on": self.leans_on,
        }


def decide(issue: Issue, *, on: date) -> Choice:
    """The assignment of the territory; where there is none, what earlier decisions say."""
    return by_assignment(issue, on=on) or by_history(issue, on=on)


def by_assignment(issue: Issue, *, on: date) -> Choice | None:
    if issue.lat is None or issue.lon is None:
        return None
    found = assigned(issue.category, issue.lat, issue.lon, on)
    if found is None or not _works(found.executor, on):
        return None
    return Choice(ASSIGNMENT, found.executor, 1.0, assignment=found.assignment)


def by_history(issue: Issue, *, on: date) -> Choice:
    """Nothing where nothing was learned yet."""
    known = known_for(issue, on=on)
    if known.learned is None:
        return Choice()
    learned = _learned(*known.learned)
    executors, numbers = weighed(known.evidence)
    shares = learned.model.shares(numbers, group_of(issue.category))
    ranked = sorted(zip(executors, shares, strict=True), key=lambda pair: -pair[1])
    likely = [pair for pair in ranked[:10] if pair[0] in known.works][:MOST_LIKELY]
    if not likely or likely[0][1] < learned.threshold:
        return Choice(likely=likely)
    first, share = likely[0]
    return Choice(HISTORY, UUID(first), share, likely, leans_on(known.evidence, first))


@dataclass(frozen=True)
class _Weights:
    model: Model
    threshold: float


@lru_cache(maxsize=4)
def _learned(key: int, _version: str) -> _Weights:
    """What was learned is never changed: read once by each process, again when it was learned anew."""
    found = Learned.objects.get(pk=key)
    return _Weights(Model(found.weights, found.means, found.spreads, found.own), found.threshold)


def _works(executor: UUID, on: date) -> bool:
    """Exists on the day: an organisation that was closed is given nothing."""
    found = Executor.objects.filter(pk=executor).exclude(since__gt=on).exclude(until__lt=on)
    return found.exists()
