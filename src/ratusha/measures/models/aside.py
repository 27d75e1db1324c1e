"""Beside the way: suspended meanwhile, baselines that stay for ever, corrections of what was published."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from .passport import PassportVersion


class Suspension(models.Model):
    """By an act the measure stands still, until another act lets it go on. Its status stays what it was."""

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="+")
    act = models.CharField(max_length=300)
    reasons = models.TextField()
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    ended_by_act = models.CharField(max_length=300, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["case"],
                condition=Q(ended_at=None),
                name="measure_is_suspended_once_at_a_time",
            ),
            models.CheckConstraint(
                name="suspension_names_its_act_and_ends_by_one",
                condition=~Q(act="")
                & (
                    Q(ended_at=None, ended_by=None, ended_by_act="")
                    | (Q(ended_at__isnull=False, ended_by__isnull=False) & ~Q(ended_by_act=""))
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.act


class Baseline(models.Model):
    """What was included: the first stays for ever, and every later one beside it. Added and never changed."""

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="+")
    version = models.ForeignKey(PassportVersion, models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField()
    act = models.CharField(max_length=300)
    total = models.DecimalField(max_digits=16, decimal_places=2, null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "number"], name="measure_baseline_has_its_own_number"
            )
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.number}"


class Correction(models.Model):
    """A mistake in what was published, mended in the open. Added and never changed."""

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="+")
    field = models.CharField(max_length=20)
    before = models.TextField()
    after = models.TextField()
    reasons = models.TextField()
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                name="correction_changes_something_and_says_why",
                condition=~Q(before=models.F("after")) & ~Q(reasons=""),
            )
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.field}"
