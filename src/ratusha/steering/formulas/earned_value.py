"""Earned value and earned schedule. What would divide by nought is None: not applicable."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class EarnedValue:
    """`budget` of the whole, and to date: what was planned, what is earned by accepted results, what was paid."""

    budget: float
    planned: float
    earned: float
    paid: float

    @property
    def schedule_variance(self) -> float:
        return self.earned - self.planned

    @property
    def cost_variance(self) -> float:
        return self.earned - self.paid

    @property
    def schedule_index(self) -> float | None:
        """SPI. It ends at 1 by construction: near the end only the earned schedule speaks of time."""
        return _over(self.earned, self.planned)

    @property
    def cost_index(self) -> float | None:
        return _over(self.earned, self.paid)

    @property
    def estimate_at_completion(self) -> float | None:
        """If the rest costs as the work so far did."""
        index = self.cost_index
        return _over(self.budget, index) if index is not None else None

    @property
    def estimate_if_rest_as_planned(self) -> float:
        return self.paid + self.budget - self.earned

    @property
    def estimate_by_cost_and_schedule(self) -> float | None:
        cost, schedule = self.cost_index, self.schedule_index
        if cost is None or schedule is None:
            return None
        rest = _over(self.budget - self.earned, cost * schedule)
        return None if rest is None else self.paid + rest

    @property
    def variance_at_completion(self) -> float | None:
        estimate = self.estimate_at_completion
        return None if estimate is None else self.budget - estimate

    @property
    def index_needed_for_budget(self) -> float | None:
        """TCPI: how well the rest must go for the budget to hold."""
        return _over(self.budget - self.earned, self.budget - self.paid)

    @property
    def index_needed_for_estimate(self) -> float | None:
        estimate = self.estimate_at_completion
        return None if estimate is None else _over(self.budget - self.earned, estimate - self.paid)


@dataclass(frozen=True)
class EarnedSchedule:
    earned: float  # periods of the plan that are earned
    index: float | None  # SPI(t)
    end: float | None  # periods the whole will take at this pace


def earned_schedule(planned: Sequence[float], earned: float, now: float) -> EarnedSchedule:
    """`planned` is what should be earned in all by the end of each period; `now` is in the same periods."""
    whole = len(planned)
    full = next((at for at, value in enumerate(planned) if value > earned), whole)
    if full == whole:
        first = next((at for at, value in enumerate(planned) if value >= planned[-1]), whole - 1)
        done = float(first + 1) if planned else 0.0
    else:
        before = planned[full - 1] if full else 0.0
        done = full + (earned - before) / (planned[full] - before)
    index = _over(done, now)
    return EarnedSchedule(done, index, _over(whole, index) if index is not None else None)


def _over(value: float, by: float) -> float | None:
    return value / by if by else None
