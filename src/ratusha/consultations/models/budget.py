from django.db import models
from django.db.models import F, Q
from uuid_utils.compat import uuid7

from ratusha.consultations.budget.rules import BudgetStatus, IdeaStatus
from ratusha.consultations.electorate import Electorate
from ratusha.consultations.polls.rules import CODE_LENGTH


class Budget(models.Model):
    """So much money, for what the people of a place choose."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    code = models.CharField(max_length=CODE_LENGTH, unique=True)
    body_id = models.UUIDField()
    language = models.CharField(max_length=2)
    title = models.CharField(max_length=200)
    about = models.TextField()
    unit_code = models.CharField(max_length=10, blank=True)
    amount = models.PositiveIntegerField(help_text="whole units of the currency")
    ideas_until = models.DateField()
    votes_until = models.DateField()
    status = models.CharField(max_length=12, choices=BudgetStatus, default=BudgetStatus.IDEAS)
    outcome = models.JSONField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(name="budget_has_money", condition=Q(amount__gt=0)),
            models.CheckConstraint(
                name="budget_is_voted_on_after_the_ideas",
                condition=Q(votes_until__gt=F("ideas_until")),
            ),
            models.CheckConstraint(
                name="budget_decided_if_and_only_if_there_is_an_outcome",
                condition=Q(status=BudgetStatus.DECIDED) ^ Q(outcome__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return self.code

    def electorate(self, age: int) -> Electorate:
        return Electorate(self.unit_code, age)

    @property
    def said(self) -> dict[str, str]:
        return {self.language: self.title}


class Project(models.Model):
    """An idea of a person, with what it costs once the body has checked it."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    budget = models.ForeignKey(Budget, models.PROTECT, related_name="projects")
    number = models.PositiveSmallIntegerField()
    author_id = models.UUIDField()
    title = models.CharField(max_length=200)
    text = models.TextField()
    language = models.CharField(max_length=2)
    at = models.DateTimeField()
    status = models.CharField(max_length=12, choices=IdeaStatus, default=IdeaStatus.PROPOSED)
    cost = models.PositiveIntegerField(null=True, blank=True)
    reasons = models.TextField(blank=True)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint("budget", "number", name="project_has_a_number_of_its_own"),
            models.CheckConstraint(
                name="project_admitted_if_and_only_if_it_has_a_cost",
                condition=Q(status=IdeaStatus.ADMITTED) ^ Q(cost=None),
            ),
            models.CheckConstraint(
                name="project_declined_has_reasons",
                condition=~Q(status=IdeaStatus.DECLINED) | ~Q(reasons=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.title}"

    @property
    def said(self) -> dict[str, str]:
        return {self.language: self.title}


class Approval(models.Model):
    """What somebody approved, under a fingerprint of budget and person: the same person, the same row."""

    holder = models.CharField(max_length=64, primary_key=True)
    budget = models.ForeignKey(Budget, models.PROTECT, related_name="approvals")
    projects = models.JSONField()

    class Meta:
        constraints = [
            models.CheckConstraint(name="approval_names_a_project", condition=~Q(projects=[])),
        ]

    def __str__(self) -> str:
        return self.holder[:8]
