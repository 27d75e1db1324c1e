"""A value as it was counted for one day: with all it was computed from, frozen."""

import hashlib
import json
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from uuid_utils.compat import uuid7


class SnapshotQuerySet(models.QuerySet["Snapshot"]):
    def newest(self) -> Self:
        """Of each indicator the one of the latest day; what is taken again by another formula comes first."""
        return self.order_by("code", "-on", "-taken_at").distinct("code")


class Snapshot(models.Model):
    """`rows` holds by dimension lists of [key, part, of, value]. The database refuses any change."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    code = models.SlugField(max_length=40)
    version = models.CharField(max_length=40)
    unit = models.CharField(max_length=10)
    on = models.DateField()
    value = models.DecimalField(max_digits=16, decimal_places=6, null=True)
    part = models.DecimalField(max_digits=18, decimal_places=4)
    of = models.PositiveBigIntegerField()
    covers = models.CharField(max_length=20)
    covered = models.PositiveIntegerField()
    covered_of = models.PositiveIntegerField()
    rows = models.JSONField()
    hidden = models.JSONField(default=dict)
    digest = models.CharField(max_length=64)
    back = models.BooleanField(default=False)  # counted for a day that had long passed
    taken_at = models.DateTimeField()
    by = models.ForeignKey(  # null: the platform itself, at night
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True
    )

    objects = SnapshotQuerySet.as_manager()

    class Meta:
        ordering = ["code", "-on"]
        constraints = [
            models.UniqueConstraint(
                fields=["code", "version", "on"], name="snapshot_is_taken_once_for_a_day"
            ),
            models.CheckConstraint(
                name="snapshot_covers_no_more_than_there_is",
                condition=Q(covered__lte=F("covered_of")),
            ),
            models.CheckConstraint(
                name="snapshot_of_nothing_has_no_value",
                condition=Q(of__gt=0) | Q(value=None),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.on}"


def digest_of(rows: dict[str, Any]) -> str:
    told = json.dumps(rows, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(told.encode()).hexdigest()
