from datetime import date
from typing import Self
from uuid import UUID

from django.conf import settings
from django.db import models
from django.db.models import Q
from uuid_utils.compat import uuid7

from ratusha.accounts.public import User

from .rules import Reply, is_open

RETENTION = {
    "Sitting": ("P10Y", "with the cases it led to"),
    "Errand": ("P10Y", "with the cases it led to"),
    "Offer": ("P10Y", "a declined offer must not return"),
}


class SittingQuerySet(models.QuerySet["Sitting"]):
    def mine(self, user: User) -> Self:
        return self.filter(user=user)


class Sitting(models.Model):
    """One person deals with one event of a life: several procedures at once."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    applicant_id = models.UUIDField()
    event = models.CharField(max_length=40)
    begun_at = models.DateTimeField()

    objects = SittingQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.event} {self.pk}"


class Errand(models.Model):
    """One procedure of a sitting: its draft while it is filled in, then its case."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    sitting = models.ForeignKey(Sitting, models.CASCADE, related_name="errands")
    procedure = models.CharField(max_length=40)
    place = models.PositiveSmallIntegerField()
    draft = models.ForeignKey(
        "applications.Draft", models.SET_NULL, null=True, blank=True, related_name="+"
    )
    case = models.ForeignKey("cases.Case", models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["place"]
        constraints = [
            models.UniqueConstraint(
                fields=["sitting", "procedure"], name="procedure_is_once_in_a_sitting"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.procedure} of {self.sitting_id}"


class OfferQuerySet(models.QuerySet["Offer"]):
    def of(self, person_id: UUID) -> Self:
        return self.filter(person_id=person_id)

    def open(self, today: date) -> Self:
        return self.filter(reply=Reply.OPEN, until__gte=today)


class Offer(models.Model):
    """A right that follows from an act in a register, offered to the person who has it; made once."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    person_id = models.UUIDField()
    rule = models.CharField(max_length=40)
    about = models.CharField(max_length=60)
    answers = models.JSONField()
    made_at = models.DateTimeField()
    until = models.DateField()
    reply = models.CharField(max_length=10, choices=Reply, default=Reply.OPEN)
    replied_at = models.DateTimeField(null=True, blank=True)
    sitting = models.ForeignKey(Sitting, models.PROTECT, null=True, blank=True, related_name="+")

    objects = OfferQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person_id", "rule", "about"], name="offer_is_made_once"
            ),
            models.CheckConstraint(
                name="offer_is_replied_to_at_a_moment",
                condition=Q(reply=Reply.OPEN, replied_at=None)
                | (~Q(reply=Reply.OPEN) & Q(replied_at__isnull=False)),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.rule} for {self.person_id}"

    def is_open(self, today: date) -> bool:
        return is_open(self.reply, self.until, today)
