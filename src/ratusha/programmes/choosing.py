"""Which measures to go on with under a budget: what is asked, the problem it makes, and what comes of it in words.

The value of a measure is points from 0 to 100: how sure it is, how many tasks it serves, what it saves; the weights are
the reader's.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from ratusha.measures.public import Merits, merits_of_measures, said_source
from ratusha.steering.public import (
    Candidate,
    Problem,
    Reason,
    frontier,
    left,
    reasons,
    robustness,
    solve,
)
from ratusha.ui.formats import number

from .picture import Row

VERSION = "choice-1"
MOST = 120  # candidates of one choice: the dearest first, and the page says how many
TASKS = 7
LEVELS = 5
YEARS_OF_SAVING = 5
SHAKEN = 40  # runs of the robustness
SHARES = (0.4, 0.55, 0.7, 0.85, 1.0)
EVERYTHING = 100


@dataclass(frozen=True)
class Wish:
    """What is asked: the share of the planned money there is, weights, what must and what must not be."""

    share: int = 70
    confidence: int = 40
    tasks: int = 30
    saving: int = 30
    must: tuple[str, ...] = ()
    never: tuple[str, ...] = ()

    def as_plain(self) -> dict[str, Any]:
        return {**vars(self), "must": list(self.must), "never": list(self.never)}


@dataclass(frozen=True)
class Line:
    """One measure and what became of it."""

    row: Row
    value: float
    cost: Decimal
    chosen: bool
    sure: float  # share of shaken runs in which it is chosen
    why: list[str]


@dataclass(frozen=True)
class Chosen:
    lines: list[Line]
    value: float
    proven: bool
    money: Decimal
    budget: Decimal
    curve: list[tuple[float, float]]
    not_valued: int  # measures of which something that gives value is not known


def candidates_of(rows: Iterable[Row]) -> list[Row]:
    """What runs and has money planned for this year or later."""
    running = [row for row in rows if not row.is_over and row.facts.planned]
    return sorted(running, key=lambda row: -(row.facts.planned or 0))[:MOST]


def problem_of(rows: Sequence[Row], merits: dict[Any, Merits], wish: Wish) -> Problem:
    lines: dict[tuple[int, str], float] = defaultdict(float)
    candidates = []
    for row in rows:
        if row.key in wish.never:
            continue
        costs = costs_of(row, merits[row.facts.case_id])
        for line, cost in costs.items():
            lines[line] += cost
        candidates.append(
            Candidate(
                row.key,
                worth_of(row, merits[row.facts.case_id], wish),
                costs,
                mandatory=row.key in wish.must,
            )
        )
    budgets = {line: whole * wish.share / EVERYTHING for line, whole in lines.items()}
    return Problem(tuple(candidates), budgets)


def costs_of(row: Row, merits: Merits) -> dict[tuple[int, str], float]:
    """What is still to be paid: budget lines of this year and later, by year and source."""
    found: dict[tuple[int, str], float] = defaultdict(float)
    for one in merits.lines:
        if one.year >= row.today.year:
            found[one.year, one.source] += float(one.amount)
    return dict(found)


def worth_of(row: Row, merits: Merits, wish: Wish) -> float:
    whole = wish.confidence + wish.tasks + wish.saving
    if not whole:
        return 0.0
    sure = (row.published or 0) / LEVELS
    serves = len(merits.tasks) / TASKS
    saves = (
        float((merits.saved or 0) * YEARS_OF_SAVING / row.facts.planned) if row.facts.planned else 0
    )
    points = wish.confidence * sure + wish.tasks * serves + wish.saving * min(saves, 1.0)
    return round(EVERYTHING * points / whole, 4)


def choose(rows: Iterable[Row], wish: Wish) -> Chosen | None:
    """None where nothing can be chosen from. Raises `Impossible` where what must be does not fit."""
    found = candidates_of(rows)
    merits = merits_of_measures([row.facts.case_id for row in found])
    found = [row for row in found if costs_of(row, merits[row.facts.case_id])]
    if not found:
        return None
    problem = problem_of(found, merits, wish)
    if not problem.candidates:
        return None
    best = solve(problem)
    why = reasons(problem, best)
    sure = robustness(problem, runs=SHAKEN)
    values = {one.code: one.value for one in problem.candidates}
    lines = [
        Line(
            row,
            values.get(row.key, 0.0),
            Decimal(str(round(sum(costs_of(row, merits[row.facts.case_id]).values()), 2))),
            row.key in best,
            sure.get(row.key, 0.0),
            [_("Left out because you asked so.")]
            if row.key in wish.never
            else said(why[row.key])
            if row.key in why
            else [],
        )
        for row in found
    ]
    lines.sort(key=lambda one: (not one.chosen, -one.value, one.row.key))
    unknown = sum(row.published is None or merits[row.facts.case_id].saved is None for row in found)
    budget = Decimal(str(round(sum(problem.budgets.values()), 2)))
    money = budget - Decimal(str(round(sum(left(problem, best).values()), 2)))
    return Chosen(lines, best.value, best.proven, money, budget, frontier(problem, SHARES), unknown)


def said(found: Sequence[Reason]) -> list[str]:
    """Why a measure is not chosen, as one would say it: all the money that is short in one sentence."""
    short = [one for one in found if one.kind == "money"]
    if not short:
        return [_("It would fit, but it adds no value.")]
    parts = []
    for one in short:
        year, _space, source = one.what.partition(" ")
        more = number(round(max(one.short_of / 1000, 0.1), 1))
        parts.append(f"{year} +{more} ({said_source(source)})")
    told = ", ".join(parts)
    return [_("Fits if the money grows, in thousands: %(years)s.") % {"years": told}]
