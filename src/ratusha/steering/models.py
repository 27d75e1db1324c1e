"""What is published, as it was published: the method, the figures and what came of them."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from uuid_utils.compat import uuid7

RETENTION = {
    "PublishedIndex": (None, "figures about bodies and places, no person; frozen for good"),
    "Scenario": (
        None,
        "figures about bodies and places; the official who asked is named as author",
    ),
}


class PublishedIndex(models.Model):
    """One publication of one index. The database refuses to change it: a correction is a new publication."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    code = models.SlugField(max_length=80)
    edition = models.CharField(max_length=40)  # of the address: the period, and -2 for a correction
    version = models.CharField(max_length=40)
    period = models.CharField(max_length=20, blank=True)
    title = models.JSONField()
    sample = models.BooleanField()
    author = models.CharField(max_length=200)
    source = models.CharField(max_length=500, blank=True)
    specification = models.TextField()
    table = models.TextField()
    specification_digest = models.CharField(max_length=64)
    table_digest = models.CharField(max_length=64)
    result = models.JSONField()
    units = models.PositiveIntegerField()
    rated = models.PositiveIntegerField()
    published_at = models.DateTimeField()
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True
    )  # null: an operator at the command line

    class Meta:
        ordering = ["code", "-published_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["code", "edition"], name="published_index_has_one_text_an_edition"
            ),
            models.CheckConstraint(
                condition=Q(rated__lte=F("units")), name="published_index_rates_no_more_than_it_has"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.edition}"

    def rows(self) -> list[dict[str, Any]]:
        """Of the period that is published, the best first; who is not rated comes last."""
        mine = [row for row in self.result["rows"] if row.get("period", "") == self.period]
        return sorted(mine, key=lambda row: (row["rank"] is None, row["rank"] or 0, row["unit"]))


class Scenario(models.Model):
    """A question "what if" about a published index with its answer, as somebody kept it: added, never changed."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    index = models.ForeignKey(PublishedIndex, models.PROTECT, related_name="scenarios")
    name = models.CharField(max_length=120)
    question = models.CharField(max_length=2000)  # as the address of the page held it
    unit = models.CharField(max_length=80, blank=True)
    lines = models.JSONField()  # by unit: value and rank
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["-at"]
        constraints = [
            models.CheckConstraint(name="scenario_has_a_name", condition=~Q(name="")),
        ]

    def __str__(self) -> str:
        return self.name
