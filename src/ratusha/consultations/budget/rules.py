"""The rules that turn approvals into projects. Pure and exact: fractions, no rounding.

The method of equal shares (Peters, Skowron 2020), approvals, utility of a project is its cost: everybody has an equal
share of the money; a project is bought when those who approve it can pay it together; the cheapest for its supporters
first. What is left is given to all step by step, as long as the sum holds. Beside it the usual way:
most approvals first (greedy), for comparison only.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ratusha.kernel.errors import RuleBroken

Ballots = Sequence[frozenset[int]]
Costs = Mapping[int, int]


class BudgetStatus(models.TextChoices):
    IDEAS = "ideas", gettext_lazy("ideas are collected")
    CHECK = "check", gettext_lazy("costs are being checked")
    VOTE = "vote", gettext_lazy("people are choosing")
    DECIDED = "decided", gettext_lazy("decided")


class IdeaStatus(models.TextChoices):
    PROPOSED = "proposed", gettext_lazy("proposed")
    ADMITTED = "admitted", gettext_lazy("can be carried out")
    DECLINED = "declined", gettext_lazy("cannot be carried out")


NEXT = {
    BudgetStatus.IDEAS: BudgetStatus.CHECK,
    BudgetStatus.CHECK: BudgetStatus.VOTE,
    BudgetStatus.VOTE: BudgetStatus.DECIDED,
}


def require_status(status: str, *wanted: str) -> None:
    if status not in wanted:
        raise RuleBroken("budget.not_now", _("This part of the budget is over or has not begun."))


@dataclass(frozen=True)
class Bought:
    """Why a project was bought: who paid, and at most how much each."""

    project: int
    supporters: int
    most_paid: Fraction


@dataclass
class Outcome:
    bought: list[Bought] = field(default_factory=list)
    share: Fraction = Fraction(0)
    left: dict[int, Fraction] = field(
        default_factory=dict
    )  # of what was not bought: its supporters' money

    @property
    def projects(self) -> list[int]:
        return sorted(one.project for one in self.bought)

    def cost(self, costs: Costs) -> int:
        return sum(costs[one.project] for one in self.bought)


def equal_shares(costs: Costs, ballots: Ballots, amount: int) -> Outcome:
    """Steps are added to every share while the projects stay within the amount and something is left to buy."""
    if not ballots:
        return Outcome()
    share = Fraction(amount, len(ballots))
    step = step_of(amount, len(ballots))
    best = _with_share(costs, ballots, share)
    while not _is_exhausted(best, costs, ballots, amount):
        share += step
        more = _with_share(costs, ballots, share)
        if more.cost(costs) > amount:
            break
        best = more
    return best


def step_of(amount: int, voters: int) -> int:
    """About a thousandth of a share, in whole units."""
    return max(1, amount // (1000 * voters))


def _is_exhausted(outcome: Outcome, costs: Costs, ballots: Ballots, amount: int) -> bool:
    """Nothing that anybody wants fits into what is left."""
    left = amount - outcome.cost(costs)
    wanted = frozenset().union(*ballots)
    return not any(
        cost <= left and project in wanted and project not in outcome.projects
        for project, cost in costs.items()
    )


def _with_share(costs: Costs, ballots: Ballots, share: Fraction) -> Outcome:
    money = [share] * len(ballots)
    supporters = {p: [v for v, ballot in enumerate(ballots) if p in ballot] for p in costs}
    outcome = Outcome(share=share)
    waiting = {p for p, cost in costs.items() if supporters[p] and cost > 0}
    while waiting:
        prices = {p: _most_paid(costs[p], [money[v] for v in supporters[p]]) for p in waiting}
        affordable = {p: price for p, price in prices.items() if price is not None}
        waiting = set(affordable)
        if not affordable:
            break
        # by unit of utility, which is the cost; equal prices: the smaller number
        chosen = min(affordable, key=lambda p: (affordable[p] / costs[p], p))
        price = affordable[chosen]
        for voter in supporters[chosen]:
            money[voter] -= min(money[voter], price)
        outcome.bought.append(Bought(chosen, len(supporters[chosen]), price))
        waiting.discard(chosen)
    bought = set(outcome.projects)
    outcome.left = {
        project: sum((money[voter] for voter in those), Fraction(0))
        for project, those in supporters.items()
        if project not in bought
    }
    return outcome


def _most_paid(cost: int, money: Sequence[Fraction]) -> Fraction | None:
    """The least limit at which the supporters together pay the cost; None when they cannot."""
    if sum(money) < cost:
        return None
    left = Fraction(cost)
    ordered = sorted(money)
    for place, one in enumerate(ordered):
        equal = left / (len(ordered) - place)
        if one >= equal:
            return equal
        left -= one
    return None


def greedy(costs: Costs, ballots: Ballots, amount: int) -> list[int]:
    """Most approvals first, whatever fits; equal numbers: the smaller number of the project."""
    votes = {p: sum(p in ballot for ballot in ballots) for p in costs}
    chosen, left = [], amount
    for project in sorted(costs, key=lambda p: (-votes[p], p)):
        if votes[project] and costs[project] <= left:
            chosen.append(project)
            left -= costs[project]
    return sorted(chosen)


def satisfied(projects: Sequence[int], ballots: Ballots) -> int:
    """How many voters get at least one project that they approved."""
    return sum(bool(ballot & set(projects)) for ballot in ballots)
