"""What was decided before, near a fresh issue, turned into numbers for each organisation. Pure."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

FADES_IN = 240.0  # days: a decision of that age counts for a third of one of today
RESTS = 45.0  # days without any issue after which an organisation counts as gone quiet
DOUBT = 0.3  # so much weight speaks for nobody: a single far neighbour is no proof
FLOOR = 0.01
NAMES = (
    "same category, very near", "same category, near", "same group, very near", "same group, near",
    "any category, very near", "same house", "same house and group", "same house and category",
    "habit of the category", "habit of the group", "still at work",
)  # fmt: skip
IN_CATEGORY, IN_GROUP, ANYWHERE = 20, 30, 30  # how many neighbours are looked at
AT_HOUSE = 30


class Neighbour(NamedTuple):
    executor: str
    metres: float
    days: float  # how long ago
    reference: str = ""


@dataclass(frozen=True, slots=True)
class Habit:
    """How often a category or a group went to an organisation lately (faded), and how long ago the last time."""

    share: float
    days: float


@dataclass(frozen=True)
class Evidence:
    """The past as it was known when the issue came: never anything later."""

    category: list[Neighbour] = field(default_factory=list)
    group: list[Neighbour] = field(default_factory=list)
    any: list[Neighbour] = field(default_factory=list)
    house: list[Neighbour] = field(default_factory=list)
    house_group: list[Neighbour] = field(default_factory=list)
    house_category: list[Neighbour] = field(default_factory=list)
    habits: Mapping[str, Habit] = field(default_factory=dict)  # of the category
    group_habits: Mapping[str, Habit] = field(default_factory=dict)


Votes = dict[str, float]


def votes(neighbours: Iterable[Neighbour], scale: float) -> Votes:
    """Each neighbour speaks for its organisation: the nearer and the fresher, the louder."""
    found: Votes = {}
    whole = DOUBT
    for one in neighbours:
        weight = math.exp(-one.days / FADES_IN) / (1 + (one.metres / scale) ** 2)
        found[one.executor] = found.get(one.executor, 0.0) + weight
        whole += weight
    return {executor: weight / whole for executor, weight in found.items()}


def weighed(evidence: Evidence) -> tuple[list[str], list[list[float]]]:
    """The organisations that anything speaks for, each with its numbers, in the order of NAMES."""
    said = [
        votes(evidence.category, 60),
        votes(evidence.category, 300),
        votes(evidence.group, 60),
        votes(evidence.group, 200),
        votes(evidence.any, 50),
        votes(evidence.house, 1),
        votes(evidence.house_group, 1),
        votes(evidence.house_category, 1),
    ]
    spoken = sorted({executor for one in said for executor in one})
    if not spoken:  # nothing near: those whose habit it is
        spoken = sorted(evidence.habits, key=lambda one: -evidence.habits[one].share)[:10]
    return spoken, [_numbers(executor, said, evidence) for executor in spoken]


def _numbers(executor: str, said: list[Votes], evidence: Evidence) -> list[float]:
    habit, group = evidence.habits.get(executor), evidence.group_habits.get(executor)
    last = min((one.days for one in (habit, group) if one), default=10 * RESTS)
    shares = [one.get(executor, 0.0) for one in said]
    shares += [habit.share if habit else 0.0, group.share if group else 0.0]
    return [*(math.log(share + FLOOR) for share in shares), math.exp(-max(last, 0.0) / RESTS)]


def leans_on(evidence: Evidence, executor: str, most: int = 3) -> list[str]:
    """The earlier issues that speak loudest for this organisation."""
    near = [*evidence.house_category, *evidence.category, *evidence.house_group, *evidence.group]
    found = [one.reference for one in near if one.executor == executor and one.reference]
    return list(dict.fromkeys(found))[:most]
