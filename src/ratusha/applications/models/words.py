from datetime import date
from typing import Self
from uuid import UUID

from django.conf import settings
from django.db import models
from django.db.models import Q
from uuid_utils.compat import uuid7


class OwnWordsQuerySet(models.QuerySet["OwnWords"]):
    def of_body(self, body_id: UUID) -> Self:
        return self.filter(body_id=body_id).select_related("by")

    def in_force(self, on: date) -> "list[OwnWords]":
        """Of each series that is not retired the version that holds on this day."""
        begun = self.filter(since__lte=on)
        held = begun.exclude(series__in=begun.filter(retired=True).values("series"))
        newest = held.order_by("series", "-since", "-id").distinct("series")
        return sorted(newest, key=lambda one: (one.ground_code, one.pk))


class OwnWords(models.Model):
    """One version of the body's own words for a ground: it holds from its day until the next of its series does.

    Versions are only added. The one that retires a series says nothing, and none of the series holds from its day on.
    """

    series = models.UUIDField(default=uuid7, editable=False)
    body_id = models.UUIDField()
    ground_code = models.CharField(max_length=60)
    text = models.JSONField(default=dict, blank=True)
    since = models.DateField()
    retired = models.BooleanField(default=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = OwnWordsQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        indexes = [models.Index(fields=["body_id", "series", "-since"], name="own_words_of_body")]
        constraints = [
            models.CheckConstraint(
                name="own_words_say_nothing_if_and_only_if_retired",
                condition=Q(retired=True, text={}) | (Q(retired=False) & ~Q(text={})),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.ground_code} {self.since}"
