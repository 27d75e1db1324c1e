"""What the routing remembers: decisions without people, habits, and the weights that were learned from them."""

from django.contrib.postgres.indexes import GistIndex
from django.db import models
from django.db.models import F, Func, Q

from .issue import Executor

FLAT_POINT = Func(F("east"), F("north"), function="point")


class Precedent(models.Model):
    """An issue that a person gave to an organisation. It outlives the issue: there is nobody in it."""

    reference = models.CharField(max_length=24, primary_key=True)
    category = models.CharField(max_length=40)
    group = models.CharField(max_length=40)
    executor = models.ForeignKey(Executor, models.PROTECT, related_name="+")
    on = models.DateField()
    east = models.FloatField(null=True, blank=True, help_text="metres on the flat map")
    north = models.FloatField(null=True, blank=True)
    house_key = models.CharField(max_length=160, blank=True)

    class Meta:
        indexes = [
            GistIndex(FLAT_POINT, name="precedent_by_place"),
            GistIndex(F("category"), FLAT_POINT, name="precedent_by_category_place"),
            GistIndex(F("group"), FLAT_POINT, name="precedent_by_group_place"),
            models.Index(
                fields=["house_key", "-on"], name="precedent_at_house", condition=~Q(house_key="")
            ),
        ]
        constraints = [
            models.CheckConstraint(
                name="precedent_has_both_coordinates_or_none",
                condition=Q(east=None, north=None) | Q(east__isnull=False, north__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.reference


class Habit(models.Model):
    """Which share of a category ("road.hole") or a group ("road.*") went to an organisation lately."""

    key = models.CharField(max_length=44)
    executor = models.ForeignKey(Executor, models.PROTECT, related_name="+")
    share = models.FloatField()
    last_on = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["key", "executor"], name="habit_is_told_once"),
        ]

    def __str__(self) -> str:
        return f"{self.key} {self.share:.2f}"


class Learned(models.Model):
    """Weights of the evidence and the certainty below which the dispatcher decides. The newest counts; all are kept."""

    at = models.DateTimeField()
    weights = models.JSONField()
    own = models.JSONField(default=dict, help_text="by group of issues: added to the weights")
    means = models.JSONField()
    spreads = models.JSONField()
    threshold = models.FloatField()
    precedents = models.PositiveIntegerField(help_text="how many it was learned from")

    class Meta:
        ordering = ["at"]
        get_latest_by = "at"

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d} {self.precedents}"


class RoutingVerdict(models.Model):
    """How good the routing was on what came later, by the protocol of `judge.py`. The newest is shown; all are kept."""

    at = models.DateTimeField()
    told = models.JSONField()

    class Meta:
        ordering = ["at"]
        get_latest_by = "at"

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d}"
