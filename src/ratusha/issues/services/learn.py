"""Learning anew from all decisions: habits, weights, and how sure one must be."""

from dataclasses import asdict
from datetime import date, datetime

from django.db import transaction

from ratusha.audit.public import record
from ratusha.issues.models import Habit, Learned, Precedent, RoutingVerdict
from ratusha.issues.routing.judge import judge, learn
from ratusha.issues.routing.memory import Decided, habits

FEWEST = 300  # decisions: below that, everything goes to the dispatcher


def remembered() -> list[Decided]:
    rows = Precedent.objects.values_list(
        "reference", "category", "executor_id", "on", "east", "north", "house_key"
    )
    return [
        Decided(reference, category, str(executor), on.toordinal(),
                None if east is None or north is None else (east, north), house)
        for reference, category, executor, on, east, north, house in rows.iterator(5000)
    ]  # fmt: skip


@transaction.atomic
def learn_anew(now: datetime) -> Learned | None:
    """Once a week, and after an import. With too few decisions nothing is learned, and nobody is guessed."""
    decided = remembered()
    if len(decided) < FEWEST:
        return None
    model, threshold, _fitted = learn(decided)
    Habit.objects.all().delete()
    until = max(one.on for one in decided) + 1  # as of the day behind the last
    Habit.objects.bulk_create(
        Habit(key=key, executor_id=executor, share=share, last_on=date.fromordinal(last))
        for key, by in habits(decided, until).items()
        for executor, (share, last) in by.items()
    )
    record("issues.learn", "routing", "", by=None, precedents=len(decided))
    return Learned.objects.create(
        at=now,
        weights=model.weights,
        own=model.own,
        means=model.means,
        spreads=model.spreads,
        threshold=threshold,
        precedents=len(decided),
    )


@transaction.atomic
def judge_anew(now: datetime) -> RoutingVerdict | None:
    """Once a week: how good the routing would have been on the last fifth of the decisions, for everybody to read."""
    decided = remembered()
    if len(decided) < FEWEST:
        return None
    record("issues.judge_routing", "routing", "", by=None, precedents=len(decided))
    return RoutingVerdict.objects.create(at=now, told=asdict(judge(decided)))
