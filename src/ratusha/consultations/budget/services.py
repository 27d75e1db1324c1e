"""The acts of a participatory budget."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.audit.public import record
from ratusha.consultations.electorate import require_part
from ratusha.consultations.law import law
from ratusha.consultations.models import Approval, Budget, Project
from ratusha.consultations.polls.prepare import require_preparer
from ratusha.consultations.polls.rules import new_code
from ratusha.kernel.errors import RuleBroken
from ratusha.kernel.protection import fingerprint

from . import rules
from .rules import Ballots, BudgetStatus, Costs, IdeaStatus


@dataclass(frozen=True, kw_only=True)
class Planned:
    language: str
    title: str
    about: str
    unit: str
    amount: int
    ideas_until: date
    votes_until: date


@transaction.atomic
def open_budget(planned: Planned, *, body_id: UUID, by: User, now: datetime) -> Budget:
    require_preparer(by, body_id, now)
    if not timezone.localdate(now) <= planned.ideas_until < planned.votes_until:
        message = _("The last day of choosing must be after the last day of ideas.")
        raise RuleBroken("budget.days", message, field="votes_until")
    budget = Budget.objects.create(
        code=new_code(), body_id=body_id, language=planned.language, title=planned.title,
        about=planned.about, unit_code=planned.unit, amount=planned.amount,
        ideas_until=planned.ideas_until, votes_until=planned.votes_until,
    )  # fmt: skip
    record("budget.open", "budget", budget.code, by=by.pk, body=body_id)
    return budget


def _locked(budget_id: UUID) -> Budget:
    return Budget.objects.select_for_update().get(pk=budget_id)


@transaction.atomic
def propose(
    budget_id: UUID, *, title: str, text: str, language: str, by: User, now: datetime
) -> Project:
    budget, today, what = _locked(budget_id), timezone.localdate(now), law().budgets
    rules.require_status(budget.status, BudgetStatus.IDEAS)
    if today > budget.ideas_until:
        raise RuleBroken("budget.ideas_over", _("The last day of ideas has passed."))
    author = require_part(by, budget.electorate(what.age), today)
    if budget.projects.filter(author_id=author).count() >= what.most_ideas:
        message = _("One person proposes at most %(most)s projects.") % {"most": what.most_ideas}
        raise RuleBroken("budget.too_many_ideas", message)
    project = Project.objects.create(
        budget=budget, number=budget.projects.count() + 1, author_id=author, title=title,
        text=text, language=language, at=now,
    )  # fmt: skip
    record("budget.propose", "budget", budget.code, by=by.pk, project=project.number)
    return project


@transaction.atomic
def check_project(
    project_id: UUID, *, cost: int | None, reasons: str, by: User, now: datetime
) -> Project:
    """With a cost the project stands for choice; without one it needs reasons, which are published."""
    project = Project.objects.select_for_update().select_related("budget").get(pk=project_id)
    require_preparer(by, project.budget.body_id, now)
    rules.require_status(project.budget.status, BudgetStatus.IDEAS, BudgetStatus.CHECK)
    if not cost and not reasons.strip():
        message = _("Write the cost, or why the project cannot be carried out.")
        raise RuleBroken("budget.reasons_missing", message, field="reasons")
    if cost and cost > project.budget.amount:
        message = _("The project costs more than the whole budget: decline it and say why.")
        raise RuleBroken("budget.cost_too_high", message, field="cost")
    project.status = IdeaStatus.ADMITTED if cost else IdeaStatus.DECLINED
    project.cost, project.reasons = cost or None, reasons
    project.save()
    record("budget.check", "budget", project.budget.code, by=by.pk, project=project.number)
    return project


@transaction.atomic
def go_on(budget_id: UUID, *, by: User, now: datetime) -> Budget:
    """The next part begins; the last step counts by the published rule."""
    budget, today = _locked(budget_id), timezone.localdate(now)
    require_preparer(by, budget.body_id, now)
    rules.require_status(budget.status, *rules.NEXT)
    status = rules.NEXT[BudgetStatus(budget.status)]
    waiting = budget.projects.filter(status=IdeaStatus.PROPOSED).exists()
    if status == BudgetStatus.CHECK and today <= budget.ideas_until:
        raise RuleBroken("budget.ideas_run", _("Ideas are still collected."))
    if status == BudgetStatus.VOTE and waiting:
        raise RuleBroken("budget.unchecked", _("A project has not been checked yet."))
    if status == BudgetStatus.DECIDED:
        if today <= budget.votes_until:
            raise RuleBroken("budget.votes_run", _("People are still choosing."))
        budget.outcome = count(budget)
    budget.status = status
    budget.save()
    record("budget.go_on", "budget", budget.code, by=by.pk, status=status)
    return budget


@transaction.atomic
def approve(budget_id: UUID, numbers: Collection[int], *, by: User, now: datetime) -> Approval:
    """Any number of projects. Until the last day one may think again: the later choice replaces the earlier one."""
    budget, today = _locked(budget_id), timezone.localdate(now)
    rules.require_status(budget.status, BudgetStatus.VOTE)
    if today > budget.votes_until:
        raise RuleBroken("budget.votes_over", _("The last day of choosing has passed."))
    person = require_part(by, budget.electorate(law().budgets.age), today)
    offered = set(costs_of(budget))
    chosen = sorted(set(numbers) & offered)
    if not chosen:
        message = _("Choose at least one project.")
        raise RuleBroken("budget.nothing_chosen", message, field="projects")
    mark = fingerprint(f"budget:{budget.code}:{person}")
    made, _new = Approval.objects.update_or_create(
        holder=mark, defaults={"budget": budget, "projects": chosen}
    )
    return made


def costs_of(budget: Budget) -> Costs:
    admitted = budget.projects.filter(status=IdeaStatus.ADMITTED)
    return {number: cost for number, cost in admitted.values_list("number", "cost") if cost}


def ballots_of(budget: Budget) -> Ballots:
    return [frozenset(one) for one in budget.approvals.values_list("projects", flat=True)]


def count(budget: Budget) -> dict[str, Any]:
    """What both rules choose, and why; money as fractions written out, so that nothing is rounded."""
    costs, ballots = costs_of(budget), ballots_of(budget)
    shares = rules.equal_shares(costs, ballots, budget.amount)
    greedy = rules.greedy(costs, ballots, budget.amount)
    return {
        "voters": len(ballots),
        "votes": {str(p): sum(p in ballot for ballot in ballots) for p in costs},
        "share": str(shares.share),
        "bought": [
            {"project": one.project, "supporters": one.supporters, "most_paid": str(one.most_paid)}
            for one in shares.bought
        ],
        "left": {str(project): str(money) for project, money in shares.left.items()},
        "cost": shares.cost(costs),
        "satisfied": rules.satisfied(shares.projects, ballots),
        "greedy": greedy,
        "greedy_cost": sum(costs[one] for one in greedy),
        "greedy_satisfied": rules.satisfied(greedy, ballots),
    }
