from datetime import date
from typing import Self
from uuid import UUID

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from uuid_utils.compat import uuid7

from ratusha.accounts.public import User


class Recusal(models.Model):
    """An official has declared a conflict of interest in a case, and has nothing to do with it from then on."""

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="recusals")
    official = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    reason = models.TextField()
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["official", "case"], name="official_stands_aside_once_in_a_case"
            ),
            models.CheckConstraint(
                name="official_stands_aside_for_a_reason", condition=~Q(reason="")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.official_id}"


class SubstitutionQuerySet(models.QuerySet["Substitution"]):
    def in_force(self, on: date) -> Self:
        return self.filter(since__lte=on, until__gte=on, ended_at=None)

    def of(self, deputy: User, body_id: UUID, on: date) -> Self:
        return self.in_force(on).filter(deputy=deputy, body_id=body_id)


class Substitution(models.Model):
    """A deputy works on the cases of another official of the body, from the first day to the last, both included."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    body_id = models.UUIDField()
    principal = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    deputy = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    since = models.DateField()
    until = models.DateField()
    named_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    named_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = SubstitutionQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["deputy", "body_id"], name="substitution_by_deputy")]
        constraints = [
            models.CheckConstraint(
                name="substitution_is_by_another", condition=~Q(deputy=F("principal"))
            ),
            models.CheckConstraint(
                name="substitution_does_not_end_before_it_begins",
                condition=Q(until__gte=F("since")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.deputy_id} for {self.principal_id}"
