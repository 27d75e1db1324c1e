"""Notices in the cabinet, the letters that go out about them, and who does not want letters."""

from collections.abc import Collection
from typing import Self
from uuid import UUID

from django.db import models
from django.db.models import Q
from uuid_utils.compat import uuid7

RETENTION = {
    "Notice": ("P10Y", "from its day; what tells of a case that is erased goes with it"),
    "Letter": ("P30D", "proof that an e-mail went out; holds no address and no words"),
    "WithoutLetters": (None, "a wish of the party, until it is withdrawn"),
}


class NoticeQuerySet(models.QuerySet["Notice"]):
    def of(self, parties: UUID | Collection[UUID]) -> Self:
        """Start every view here: another party's notice is a plain 404, and few partitions are asked."""
        return self.filter(party_id__in=[parties] if isinstance(parties, UUID) else parties)

    def unread_first(self) -> Self:
        read = models.ExpressionWrapper(Q(read_at__isnull=False), models.BooleanField())
        return self.order_by(read, "-created_at", "-id")


class Notice(models.Model):
    """Something the state told a party. The table is hash-partitioned by party."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    party_id = models.UUIDField()
    kind = models.CharField(max_length=60)
    subject = models.JSONField()
    body = models.JSONField()
    case_reference = models.CharField(max_length=40, blank=True)
    once = models.CharField(max_length=120, help_text="says it is the same notice when told twice")
    created_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True, blank=True)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["party_id", "-created_at"], name="notice_by_party"),
            models.Index(fields=["party_id"], name="notice_unread", condition=Q(read_at=None)),
        ]
        constraints = [
            models.UniqueConstraint(fields=["party_id", "once"], name="notice_is_told_once"),
        ]

    def __str__(self) -> str:
        return self.once


class Letter(models.Model):
    """One e-mail to be sent. A row waits here until it is sent or given up."""

    class State(models.TextChoices):
        WAITING = "waiting"
        SENT = "sent"
        NOT_WANTED = "not_wanted"
        GIVEN_UP = "given_up"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    party_id = models.UUIDField()
    notice_id = models.UUIDField(unique=True)
    state = models.CharField(max_length=12, choices=State, default=State.WAITING)
    tries = models.PositiveSmallIntegerField(default=0)
    due_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True, blank=True)
    trouble = models.CharField(max_length=200, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["due_at"], name="letter_waiting", condition=Q(state="waiting")),
        ]
        constraints = [
            models.CheckConstraint(
                name="letter_waiting_xor_done_at",
                condition=Q(state="waiting", done_at=None)
                | (~Q(state="waiting") & Q(done_at__isnull=False)),
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class WithoutLetters(models.Model):
    """This party reads in the cabinet only and wants no e-mail."""

    party_id = models.UUIDField(primary_key=True)
    since = models.DateTimeField()

    def __str__(self) -> str:
        return str(self.party_id)
