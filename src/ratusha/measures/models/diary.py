from django.conf import settings
from django.db import models
from django.db.models import Q
from uuid_utils.compat import uuid7

from ratusha.measures.incident_rules import Severity


class DiaryEntry(models.Model):
    """What the office of a pilot wrote of one day. Everybody reads the summary. Added and never changed."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="+")
    on = models.DateField()
    text = models.TextField()
    summary = models.CharField(max_length=500, blank=True, help_text="everybody reads it")
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-on", "-id"]
        constraints = [
            models.CheckConstraint(name="diary_entry_has_words", condition=~Q(text="")),
        ]

    def __str__(self) -> str:
        return f"{self.on} {self.text[:60]}"


class Incident(models.Model):
    """Something went wrong: how grave, what happened, in public words too. Added and never changed."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="+")
    on = models.DateField()
    severity = models.CharField(max_length=10, choices=Severity)
    text = models.TextField()
    summary = models.CharField(max_length=500, help_text="everybody reads it")
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-on", "-id"]
        constraints = [
            models.CheckConstraint(
                name="incident_says_what_happened_to_everybody",
                condition=~Q(text="") & ~Q(summary=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.on} {self.severity}"


class IncidentAnswer(models.Model):
    """What was done about an incident; there may be several, one after another. Added and never changed."""

    incident = models.ForeignKey(Incident, models.PROTECT, related_name="answers")
    done = models.TextField()
    summary = models.CharField(max_length=500, help_text="everybody reads it")
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                name="incident_answer_says_what_was_done", condition=~Q(done="") & ~Q(summary="")
            ),
        ]

    def __str__(self) -> str:
        return self.summary[:60]
