"""When will it end, and what will it cost: thousands of runs over a graph of stages (Monte-Carlo).

Durations are working days. The same seed gives the same figures. Long stages tend to come together: one common factor
with the correlation `rho` (our choice, 0.3) puts the drawn durations of all stages in like order.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter

import numpy as np
from numpy.typing import NDArray

from .three_point import History, Sample, ThreePoint

RHO = 0.3
ALIKE = 1e-9  # working days


@dataclass(frozen=True)
class Stage:
    code: str
    duration: ThreePoint | History
    after: tuple[str, ...] = ()
    cost: float = 0.0
    cost_a_day: float = 0.0


@dataclass(frozen=True)
class Risk:
    """What may happen to a stage: how likely, and what it costs in days and money."""

    code: str
    stage: str
    probability: float
    delay: float = 0.0
    cost: float = 0.0


class NotAGraph(Exception):
    """The stages wait for each other, or for one that is not there; the message names them."""


@dataclass(frozen=True)
class Forecast:
    ends: Sample
    costs: Sample
    critical: dict[str, float]  # share of runs in which the end hung on this stage
    moves: dict[str, float]  # correlation of the stage's duration with the end
    by_means: float  # the end if every stage took its mean
    seed: int

    def end(self, percent: float) -> float:
        return float(np.percentile(self.ends, percent))

    def cost(self, percent: float) -> float:
        return float(np.percentile(self.costs, percent))

    @property
    def merge_bias(self) -> float:
        """By how much paths that meet make the mean end later than the means say."""
        return float(self.ends.mean()) - self.by_means

    def chance_by(self, days: float) -> float:
        return float((self.ends <= days).mean())


def in_order(stages: Sequence[Stage]) -> list[Stage]:
    known = {stage.code: stage for stage in stages}
    for stage in stages:
        for code in stage.after:
            if code not in known:
                raise NotAGraph(f"{stage.code} waits for {code}, which is not among the stages.")
    try:
        order = TopologicalSorter({one.code: one.after for one in stages}).static_order()
        return [known[code] for code in order]
    except CycleError as error:
        raise NotAGraph(f"Stages wait for each other: {', '.join(error.args[1])}.") from error


def forecast(
    stages: Sequence[Stage],
    risks: Sequence[Risk] = (),
    *,
    runs: int = 10_000,
    rho: float = RHO,
    seed: int = 1,
) -> Forecast:
    ordered = in_order(stages)
    if not ordered:
        raise NotAGraph("There are no stages.")
    random = np.random.default_rng(seed)
    durations = _drawn(ordered, random, runs, rho)
    costs = np.zeros(runs)
    for risk in risks:
        happens = random.random(runs) < risk.probability
        durations[risk.stage] = durations[risk.stage] + happens * risk.delay
        costs += happens * risk.cost
    for stage in ordered:
        costs += stage.cost + stage.cost_a_day * durations[stage.code]
    finish = _finished(ordered, durations)
    ends = np.maximum.reduce(list(finish.values()))
    means = {stage.code: np.array([stage.duration.mean]) for stage in ordered}
    for risk in risks:
        means[risk.stage] = means[risk.stage] + risk.probability * risk.delay
    by_means = np.maximum.reduce(list(_finished(ordered, means).values()))
    moves = {code: _correlation(days, ends) for code, days in durations.items()}
    return Forecast(
        ends, costs, _critical(ordered, durations, finish, ends), moves, float(by_means[0]), seed
    )


def _drawn(
    stages: Sequence[Stage], random: np.random.Generator, runs: int, rho: float
) -> dict[str, Sample]:
    """Each stage keeps its own distribution; with `rho` the draws are put in the order of a common factor."""
    common = random.standard_normal(runs)
    found = {}
    for stage in stages:
        drawn = stage.duration.drawn(random, runs)
        if rho:
            factor = np.sqrt(rho) * common + np.sqrt(1 - rho) * random.standard_normal(runs)
            placed = np.empty(runs)
            placed[np.argsort(factor)] = np.sort(drawn)
            drawn = placed
        found[stage.code] = drawn
    return found


def _finished(ordered: Sequence[Stage], durations: Mapping[str, Sample]) -> dict[str, Sample]:
    finish: dict[str, Sample] = {}
    for stage in ordered:
        days = durations[stage.code]
        before = [finish[code] for code in stage.after]
        finish[stage.code] = np.maximum.reduce(before) + days if before else days
    return finish


def _critical(
    ordered: Sequence[Stage],
    durations: Mapping[str, Sample],
    finish: Mapping[str, Sample],
    ends: Sample,
) -> dict[str, float]:
    """Backwards from the end: a stage without slack is critical in that run."""
    latest: dict[str, NDArray[np.floating]] = {}
    found = {}
    for stage in reversed(ordered):
        until = latest.pop(stage.code, ends)
        found[stage.code] = float((until - finish[stage.code] <= ALIKE).mean())
        begin = until - durations[stage.code]
        for code in stage.after:
            latest[code] = np.minimum(latest[code], begin) if code in latest else begin
    return {stage.code: found[stage.code] for stage in ordered}


def _correlation(days: Sample, ends: Sample) -> float:
    spread = days.std() * ends.std()
    return float(((days - days.mean()) * (ends - ends.mean())).mean() / spread) if spread else 0.0
