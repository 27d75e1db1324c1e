from django.conf import settings
from django.db import models
from django.db.models import F, Q
from uuid_utils.compat import uuid7

from ratusha.consultations.drafts.rules import Decision, Part, parts_of
from ratusha.consultations.polls.rules import CODE_LENGTH


class Draft(models.Model):
    """A draft act that is discussed with everybody."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    code = models.CharField(max_length=CODE_LENGTH, unique=True)
    body_id = models.UUIDField()
    language = models.CharField(max_length=2)
    title = models.CharField(max_length=300)
    about = models.TextField()
    opens_on = models.DateField()
    closes_on = models.DateField()
    finished_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="draft_closes_after_it_opens", condition=Q(closes_on__gt=F("opens_on"))
            ),
            models.CheckConstraint(
                name="draft_is_finished_after_it_closes",
                condition=Q(finished_on=None) | Q(finished_on__gt=F("closes_on")),
            ),
        ]

    def __str__(self) -> str:
        return self.code

    @property
    def said(self) -> dict[str, str]:
        return {self.language: self.title}


class Version(models.Model):
    """The text of a draft: added, never changed."""

    draft = models.ForeignKey(Draft, models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField()
    source = models.TextField()
    at = models.DateTimeField()

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint("draft", "number", name="version_of_a_draft_has_a_number"),
        ]

    def __str__(self) -> str:
        return f"{self.draft_id} {self.number}"

    @property
    def parts(self) -> list[Part]:
        return parts_of(self.source)


class Reply(models.Model):
    """One answer to one comment or to several that say the same; `part` is what was changed for it. Never changed."""

    draft = models.ForeignKey(Draft, models.PROTECT, related_name="replies")
    decision = models.CharField(max_length=10, choices=Decision)
    reasons = models.TextField(blank=True)
    part = models.CharField(max_length=60, blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                name="reply_that_declines_has_reasons",
                condition=Q(decision=Decision.TAKEN) | ~Q(reasons=""),
            ),
        ]

    def __str__(self) -> str:
        return self.decision


class Comment(models.Model):
    """On a part by its id, made of a version. Who wrote it is not published."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    draft = models.ForeignKey(Draft, models.PROTECT, related_name="comments")
    version = models.ForeignKey(Version, models.PROTECT, related_name="+")
    part = models.CharField(max_length=60)
    text = models.TextField()
    language = models.CharField(max_length=2)
    author_id = models.UUIDField()
    at = models.DateTimeField()
    hidden_ground = models.CharField(max_length=40, blank=True)
    reply = models.ForeignKey(Reply, models.PROTECT, null=True, blank=True, related_name="comments")

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                name="comment_that_is_hidden_is_not_answered",
                condition=Q(hidden_ground="") | Q(reply=None),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.part} {self.at:%Y-%m-%d}"
