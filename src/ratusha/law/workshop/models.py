"""Drafts of the workshop and everything that was done to them."""

from typing import Self
from uuid import UUID

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from uuid_utils.compat import uuid7

from .rules import Act, State


class DraftQuerySet(models.QuerySet["RowDraft"]):
    def of_body(self, body_id: UUID | None) -> Self:
        """The drafts of one office: its lawyers share them, and nobody else sees them."""
        return self.filter(body_id=body_id)


class RowDraft(models.Model):
    """One row of the law on its way into force: what was pasted, what was read, what a lawyer made of it."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    code = models.CharField(max_length=40)
    body_id = models.UUIDField()
    source = models.JSONField()  # the cells as they were pasted; never changed
    cells = models.JSONField()  # the cells as they are read now
    facts = models.JSONField()
    to_do = models.JSONField(default=list)
    text = models.TextField()
    by_hand = models.BooleanField(default=False)  # the text is no longer what was compiled
    state = models.CharField(max_length=10, choices=State.choices, default=State.COMPILED)
    compiled_at = models.DateTimeField()
    reviewed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    reviewed_at = models.DateTimeField(null=True)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    published_at = models.DateTimeField(null=True)
    edition = models.ForeignKey("procedures.Edition", models.PROTECT, null=True, related_name="+")

    objects = DraftQuerySet.as_manager()

    class Meta:
        ordering = ["-compiled_at", "code"]
        indexes = [models.Index(fields=["body_id", "state"], name="row_draft_of_a_body")]
        constraints = [
            models.CheckConstraint(
                name="row_draft_is_published_by_a_second_person",
                condition=Q(published_by=None) | ~Q(published_by=F("reviewed_by")),
            ),
            models.CheckConstraint(
                name="row_draft_is_reviewed_before_it_is_published",
                condition=Q(state=State.COMPILED, reviewed_by=None, published_by=None)
                | Q(state=State.REVIEWED, reviewed_by__isnull=False, published_by=None)
                | Q(
                    state=State.PUBLISHED,
                    reviewed_by__isnull=False,
                    published_by__isnull=False,
                    edition__isnull=False,
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} ({self.state})"


class DraftMark(models.Model):
    """One thing that somebody did to a draft: added, never changed."""

    draft = models.ForeignKey(RowDraft, models.PROTECT, related_name="marks")
    act = models.CharField(max_length=10, choices=Act.choices)
    fact = models.CharField(max_length=40, blank=True)
    words = models.TextField(blank=True)  # the phrase, or the whole text as it became
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.draft_id} {self.act} {self.fact}"
