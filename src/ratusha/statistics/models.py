"""Promises of a finishing date as they were made, and how many were kept: aggregates, never a person's case."""

from django.db import models
from django.db.models import Q

RETENTION = {
    "FinishPromise": (None, "aggregates, never a person's case"),
    "Calibration": (None, "aggregates, never a person's case"),
}


class FinishPromise(models.Model):
    """Nine of ten cases under this procedure (at this body) end within so many days: said in one week."""

    week = models.DateField()  # its Monday
    procedure_code = models.CharField(max_length=40)
    body_id = models.UUIDField(null=True)  # none: at all bodies together
    days = models.PositiveIntegerField()
    finished = models.PositiveIntegerField()
    version = models.CharField(max_length=20)

    class Meta:
        ordering = ["-week", "procedure_code"]
        constraints = [
            models.UniqueConstraint(
                fields=["week", "procedure_code", "body_id"],
                nulls_distinct=False,
                name="finish_promise_is_made_once_a_week",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.week} {self.procedure_code} {self.days}"


class Calibration(models.Model):
    """Of the cases lodged in one week under a promise, how many ended within it, as known on a later Monday."""

    week = models.DateField()
    judged_on = models.DateField()
    kept = models.PositiveIntegerField()
    judged = models.PositiveIntegerField()
    version = models.CharField(max_length=20)

    class Meta:
        ordering = ["-week"]
        constraints = [
            models.UniqueConstraint(fields=["week"], name="calibration_is_one_for_a_week"),
            models.CheckConstraint(
                name="calibration_keeps_no_more_than_it_judges",
                condition=Q(kept__lte=models.F("judged")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.week} {self.kept}/{self.judged}"
