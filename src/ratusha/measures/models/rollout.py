from django.conf import settings
from django.db import models
from django.db.models import F, Q

from ratusha.measures.rollout_rules import Planned


class RolloutPlan(models.Model):
    """When a place comes to what a pilot has shown. Added and never changed: the last of a place counts."""

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="+")
    place = models.CharField(max_length=10, help_text="code of the territory")
    counted = models.CharField(max_length=200, help_text="what is covered: schools, crossings")
    whole = models.PositiveIntegerField()
    starts_on = models.DateField()
    ends_on = models.DateField()
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                name="rollout_covers_something_and_ends_after_it_starts",
                condition=Q(whole__gt=0, ends_on__gt=F("starts_on")) & ~Q(counted=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.place} {self.starts_on}"

    @property
    def planned(self) -> Planned:
        return Planned(self.whole, self.starts_on, self.ends_on)


class RolloutFact(models.Model):
    """How many are covered in a place on a day. Added and never changed: the last of the last day counts."""

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="+")
    place = models.CharField(max_length=10, help_text="code of the territory")
    on = models.DateField()
    covered = models.PositiveIntegerField()
    evidence = models.CharField(max_length=300)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["on", "id"]
        constraints = [
            models.CheckConstraint(name="rollout_fact_has_evidence", condition=~Q(evidence="")),
        ]

    def __str__(self) -> str:
        return f"{self.place} {self.on} {self.covered}"
