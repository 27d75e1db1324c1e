"""Decided issues in memory, to learn from and to judge by: the same evidence as the database gives for one."""

import math
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np

from ratusha.issues.geometry import Flat

from .evidence import (
    ANYWHERE,
    AT_HOUSE,
    FADES_IN,
    IN_CATEGORY,
    IN_GROUP,
    Evidence,
    Habit,
    Neighbour,
)

CELL = 500.0  # metres
RINGS = (1, 3, 8)
WEEK = 7
PRIOR = 3.0  # so many decisions speak for nobody in a habit


@dataclass(frozen=True, slots=True)
class Decided:
    """One issue that was given to an organisation. `on` is the day's ordinal."""

    reference: str
    category: str
    executor: str
    on: int
    place: Flat | None
    house: str

    @property
    def group(self) -> str:
        return group_of(self.category)


def group_of(category: str) -> str:
    return category.partition(".")[0]


Habits = dict[
    str, dict[str, tuple[float, int]]
]  # by category or "group.*": executor -> (share, last day)


def habits(decided: Iterable[Decided], until: int) -> Habits:
    """Shares of organisations in each category and group, the older the fainter, and the last day of each."""
    counted: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    last: dict[tuple[str, str], int] = {}
    for one in decided:
        weight = math.exp(-(until - one.on) / FADES_IN)
        for key in (one.category, f"{one.group}.*"):
            counted[key][one.executor] += weight
            last[key, one.executor] = max(last.get((key, one.executor), 0), one.on)
    return {
        key: {
            executor: (weight / (sum(by.values()) + PRIOR), last[key, executor])
            for executor, weight in by.items()
        }
        for key, by in counted.items()
    }


def on_day(by: dict[str, tuple[float, int]], day: int) -> dict[str, Habit]:
    return {executor: Habit(share, day - last) for executor, (share, last) in by.items()}


class Past:
    """Decisions in the order of time. An issue is told only of those from days before its own: never of anything later.

    Habits are counted anew every week, as the state does it.
    """

    def __init__(self, decided: Iterable[Decided]) -> None:
        self.everything = sorted(decided, key=lambda one: one.on)
        self.until = self.everything[-1].on if self.everything else 0
        self.places = _Places(self.everything)
        self.by_category: dict[str, _Places] = _by(self.everything, lambda one: one.category)
        self.by_group: dict[str, _Places] = _by(self.everything, lambda one: one.group)
        self.houses: dict[str, list[Decided]] = defaultdict(list)
        for one in self.everything:
            if one.house:
                self.houses[one.house].append(one)
        self._habits: dict[int, Habits] = {}

    def habits_before(self, day: int) -> Habits:
        week = min(day - day % WEEK, self.until + 1)
        if week not in self._habits:
            known = self.everything[: bisect_left(self.everything, week, key=_day)]
            self._habits[week] = habits(known, week)
        return self._habits[week]

    def evidence(self, fresh: Decided) -> Evidence:
        """For an issue as it comes: its own organisation is not looked at."""
        at_house = self.houses.get(fresh.house, []) if fresh.house else []
        told = at_house[: bisect_left(at_house, fresh.on, key=_day)][-AT_HOUSE:]
        nowhere = _Places(())
        known = self.habits_before(fresh.on)
        return Evidence(
            category=self.by_category.get(fresh.category, nowhere).near(fresh, IN_CATEGORY),
            group=self.by_group.get(fresh.group, nowhere).near(fresh, IN_GROUP),
            any=self.places.near(fresh, ANYWHERE),
            house=[_seen(one, fresh) for one in told],
            house_group=[_seen(one, fresh) for one in told if one.group == fresh.group],
            house_category=[_seen(one, fresh) for one in told if one.category == fresh.category],
            habits=on_day(known.get(fresh.category, {}), fresh.on),
            group_habits=on_day(known.get(f"{fresh.group}.*", {}), fresh.on),
        )


def _day(one: Decided) -> int:
    return one.on


class _Places:
    """Points in cells: the nearest are among the cells around as soon as the last of them is nearer than their edge."""

    def __init__(self, decided: Iterable[Decided]) -> None:
        self.all = [one for one in decided if one.place is not None]  # in the order of time
        self.points = np.array([one.place for one in self.all], float).reshape(-1, 2)
        self.cells: dict[tuple[int, int], list[int]] = defaultdict(list)
        for number, (east, north) in enumerate(self.points // CELL):
            self.cells[int(east), int(north)].append(number)

    def near(self, fresh: Decided, most: int) -> list[Neighbour]:
        """Of the days before."""
        known = bisect_left(self.all, fresh.on, key=_day)
        if not known or fresh.place is None:
            return []
        for ring in (*RINGS, None):
            some = self._around(fresh.place, ring, known)
            far = np.hypot(*(self.points[some] - fresh.place).T)
            nearest = np.argsort(far)[:most]
            enough = len(nearest) == most and ring and far[nearest[-1]] <= ring * CELL
            if enough or ring is None:
                break
        return [
            Neighbour(one.executor, float(far[place]), fresh.on - one.on, one.reference)
            for place in nearest
            for one in (self.all[some[place]],)
        ]

    def _around(
        self, place: Flat, ring: int | None, known: int
    ) -> "np.ndarray[tuple[int], np.dtype[np.int64]]":
        if ring is None:
            return np.arange(known)
        east, north = int(place[0] // CELL), int(place[1] // CELL)
        cells = (
            self.cells.get((column, row), ())
            for column in range(east - ring, east + ring + 1)
            for row in range(north - ring, north + ring + 1)
        )
        found = np.fromiter((number for cell in cells for number in cell), np.int64)
        return found[found < known]


def _by(decided: Iterable[Decided], key: Callable[[Decided], str]) -> dict[str, _Places]:
    found: dict[str, list[Decided]] = defaultdict(list)
    for one in decided:
        found[key(one)].append(one)
    return {name: _Places(ones) for name, ones in found.items()}


def _seen(one: Decided, fresh: Decided) -> Neighbour:
    return Neighbour(one.executor, 0.0, fresh.on - one.on, one.reference)
