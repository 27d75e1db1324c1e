"""Which measures to choose under a budget: proven the best by HiGHS, with a reason for each that is not chosen."""

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import highspy
import numpy as np

Line = tuple[int, str]  # year and source of money


@dataclass(frozen=True)
class Candidate:
    """`costs` and `effort` count from the first year it may begin; it may be put off by `put_off` years at most."""

    code: str
    value: float
    costs: Mapping[Line, float]
    risk: float = 0.0
    group: str = ""  # subprogramme
    region: str = ""
    effort: Mapping[int, float] = field(default_factory=dict)  # people by year
    after: tuple[str, ...] = ()
    put_off: int = 0
    mandatory: bool = False  # an act says so


@dataclass(frozen=True)
class Problem:
    candidates: tuple[Candidate, ...]
    budgets: Mapping[Line, float]
    people: Mapping[int, float] = field(default_factory=dict)
    at_least: Mapping[str, int] = field(default_factory=dict)  # measures of a group or region
    at_most: Mapping[str, int] = field(default_factory=dict)
    exclusive: tuple[tuple[str, ...], ...] = ()
    risk_aversion: float = 0.0
    discount: float = 0.0  # what a year later is worth less

    def worth(self, one: Candidate, years: int) -> float:
        return (one.value - self.risk_aversion * one.risk) / (1 + self.discount) ** years


@dataclass(frozen=True)
class Choice:
    chosen: dict[str, int]  # years put off
    value: float
    proven: bool

    def __contains__(self, code: str) -> bool:
        return code in self.chosen


class Impossible(Exception):
    """What must be cannot be: the mandatory measures do not fit together."""


@dataclass(frozen=True)
class Reason:
    """Why a measure is not chosen. `kind`: money, people, waits_for, excluded_by, limit, worth."""

    kind: str
    what: str = ""
    short_of: float = 0.0


class _Quiet(highspy.Highs):
    """The solver says its name on the output of the program when it is made; ours belongs to the caller."""

    def enableCallbacks(self) -> None:  # noqa: N802 - its own interface
        self.setOptionValue("output_flag", False)  # noqa: FBT003 - its own interface
        super().enableCallbacks()  # type: ignore[no-untyped-call]


def solve(problem: Problem, *, relaxed: bool = False, forced: str = "") -> Choice:
    """The best choice; `relaxed` measures may be taken in part, which bounds the best from above."""
    model = _Quiet()  # type: ignore[no-untyped-call]
    model.setOptionValue("threads", 1)
    model.setOptionValue("mip_rel_gap", 0.0)
    model.setOptionValue("mip_abs_gap", 0.0)
    kind = highspy.HighsVarType.kContinuous if relaxed else highspy.HighsVarType.kInteger
    begins = {
        (one.code, years): model.addVariable(0, 1, type=kind)
        for one in problem.candidates
        for years in range(one.put_off + 1)
    }
    _constrain(model, problem, begins, forced)
    worths = [
        problem.worth(one, years) * begins[one.code, years]
        for one in problem.candidates
        for years in range(one.put_off + 1)
    ]
    model.maximize(model.qsum(worths))
    status = model.getModelStatus()
    if status in {highspy.HighsModelStatus.kInfeasible, highspy.HighsModelStatus.kUnboundedOrInfeasible}:  # fmt: skip
        raise Impossible("The mandatory measures and limits do not fit into the budget.")
    chosen = {
        code: years for (code, years), x in begins.items() if model.variableValue(x) > 0.5  # noqa: PLR2004 - half of a whole
    }  # fmt: skip
    proven = status == highspy.HighsModelStatus.kOptimal
    return Choice(chosen, float(model.getObjectiveValue()), proven)


Begins = Mapping[tuple[str, int], Any]


def _taken(model: highspy.Highs, begins: Begins, one: Candidate, until: int | None = None) -> Any:
    """1 if the measure begins, no later than `until` years after it might."""
    last = one.put_off if until is None else min(until, one.put_off)
    return model.qsum([begins[one.code, years] for years in range(last + 1)])


def _constrain(model: highspy.Highs, problem: Problem, begins: Begins, forced: str) -> None:
    known = {one.code: one for one in problem.candidates}
    for one in problem.candidates:
        if one.mandatory or one.code == forced:
            model.addConstr(_taken(model, begins, one) == 1)
        elif one.put_off:
            model.addConstr(_taken(model, begins, one) <= 1)
        for code, until in itertools.product(one.after, range(one.put_off + 1)):
            before = _taken(model, begins, known[code], until)
            model.addConstr(_taken(model, begins, one, until) <= before)
    for line, limit in problem.budgets.items():
        _bound(model, [(cost, begins[k]) for k, cost in _costs(problem, line)], limit)
    for year, limit in problem.people.items():
        _bound(model, [(need, begins[k]) for k, need in _efforts(problem, year)], limit)
    for codes in problem.exclusive:
        model.addConstr(model.qsum([_taken(model, begins, known[code]) for code in codes]) <= 1)
    _count(model, problem, begins)


def _count(model: highspy.Highs, problem: Problem, begins: Begins) -> None:
    for label in {**problem.at_least, **problem.at_most}:
        inside = [one for one in problem.candidates if label in {one.group, one.region}]
        number = model.qsum([_taken(model, begins, one) for one in inside])
        if label in problem.at_least:
            model.addConstr(number >= problem.at_least[label])
        if label in problem.at_most:
            model.addConstr(number <= problem.at_most[label])


def _bound(model: highspy.Highs, terms: Sequence[tuple[float, Any]], limit: float) -> None:
    if terms:
        model.addConstr(model.qsum([amount * begin for amount, begin in terms]) <= limit)


def _costs(problem: Problem, line: Line) -> list[tuple[tuple[str, int], float]]:
    year, source = line
    return [
        ((one.code, late), cost)
        for one in problem.candidates
        for late in range(one.put_off + 1)
        if (cost := one.costs.get((year - late, source), 0.0))
    ]


def _efforts(problem: Problem, year: int) -> list[tuple[tuple[str, int], float]]:
    return [
        ((one.code, late), need)
        for one in problem.candidates
        for late in range(one.put_off + 1)
        if (need := one.effort.get(year - late, 0.0))
    ]


def left(problem: Problem, choice: Choice) -> dict[Line, float]:
    """The money that the choice leaves."""
    return {
        line: limit - sum(cost for (code, late), cost in _costs(problem, line) if choice.chosen.get(code) == late)
        for line, limit in problem.budgets.items()
    }  # fmt: skip


def reasons(problem: Problem, choice: Choice) -> dict[str, list[Reason]]:
    """For each measure not chosen, what stands in its way if the others stay: "fits if the budget grows by ...".

    Empty reasons do not exist: what would fit and is still not chosen is worth nothing.
    """
    rest = left(problem, choice)
    return {
        one.code: list(_reasons(problem, choice, one, rest)) or [Reason("worth")]
        for one in problem.candidates
        if one.code not in choice.chosen
    }


def _reasons(
    problem: Problem, choice: Choice, one: Candidate, rest: Mapping[Line, float]
) -> Sequence[Reason]:
    found = [
        Reason("money", f"{year} {source}", cost - rest[year, source])
        for (year, source), cost in one.costs.items()
        if (year, source) in rest and cost > rest[year, source] + 1e-9
    ]
    found += [Reason("waits_for", code) for code in one.after if code not in choice.chosen]
    found += [
        Reason("excluded_by", other)
        for codes in problem.exclusive
        if one.code in codes
        for other in codes
        if other in choice.chosen
    ]
    for year, need in one.effort.items():
        if year in problem.people:
            used = sum(n for (code, late), n in _efforts(problem, year) if choice.chosen.get(code) == late)  # fmt: skip
            if need > problem.people[year] - used + 1e-9:
                found.append(Reason("people", str(year), need + used - problem.people[year]))
    for label, most in problem.at_most.items():
        inside = sum(label in {c.group, c.region} for c in problem.candidates if c.code in choice.chosen)  # fmt: skip
        if label in {one.group, one.region} and inside >= most:
            found.append(Reason("limit", label))
    return found


def price(problem: Problem, choice: Choice, code: str) -> float | None:
    """How much value is lost if this measure is put in all the same; None if it cannot be put in."""
    try:
        return choice.value - solve(problem, forced=code).value
    except Impossible:
        return None


def robustness(
    problem: Problem, *, runs: int = 500, noise: float = 0.1, seed: int = 1
) -> dict[str, float]:
    """Share of runs in which a measure is chosen when values are known only roughly."""
    random = np.random.default_rng(seed)
    counts = dict.fromkeys((one.code for one in problem.candidates), 0)
    for _ in range(runs):
        shaken = tuple(
            replace(one, value=one.value * float(random.lognormal(0, noise)))
            for one in problem.candidates
        )
        for code in solve(replace(problem, candidates=shaken)).chosen:
            counts[code] += 1
    return {code: number / runs for code, number in counts.items()}


def frontier(problem: Problem, shares: Sequence[float]) -> list[tuple[float, float]]:
    """The best value for each share of the budget."""
    found = []
    for share in shares:
        budgets = {line: limit * share for line, limit in problem.budgets.items()}
        found.append((share, solve(replace(problem, budgets=budgets)).value))
    return found
