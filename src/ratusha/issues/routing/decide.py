"""The decision for one issue, with what it leans on."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from ratusha.issues.assignment.find import assigned
from ratusha.issues.models import Executor, Issue, Learned

from .evidence import leans_on, weighed
from .memory import group_of
from .model import Model
from .precedents import evidence_for

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
    if found is None or not _working([str(found.executor)], on):
        return None
    return Choice(ASSIGNMENT, found.executor, 1.0, assignment=found.assignment)


def by_history(issue: Issue, *, on: date) -> Choice:
    """Nothing where nothing was learned yet."""
    learned = Learned.objects.order_by("-at").first()
    if learned is None:
        return Choice()
    evidence = evidence_for(issue, on=on)
    executors, numbers = weighed(evidence)
    model = Model(learned.weights, learned.means, learned.spreads, learned.own)
    shares = model.shares(numbers, group_of(issue.category))
    ranked = sorted(zip(executors, shares, strict=True), key=lambda pair: -pair[1])
    working = _working([key for key, _share in ranked[:10]], on)
    likely = [pair for pair in ranked[:10] if pair[0] in working][:MOST_LIKELY]
    if not likely or likely[0][1] < learned.threshold:
        return Choice(likely=likely)
    first, share = likely[0]
    return Choice(HISTORY, UUID(first), share, likely, leans_on(evidence, first))


def _working(keys: list[str], on: date) -> set[str]:
    """Those that exist on the day: an organisation that was closed is given nothing."""
    found = Executor.objects.filter(pk__in=keys).values_list("pk", "since", "until")
    return {
        str(key)
        for key, since, until in found
        if (since is None or since <= on) and (until is None or on <= until)
    }
