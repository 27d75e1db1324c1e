"""What is kept of trying definitions out: verdicts by the words they are about, and who signed a change."""

from django.conf import settings
from django.db import models

from .workshop.models import DraftMark, RowDraft

__all__ = ["DraftMark", "RowDraft", "SignOff", "Verdict"]

RETENTION = {
    "Verdict": (None, "about words of definitions, no person"),
    "SignOff": (None, "the history of the law as data; the official is named by the appointment"),
    "RowDraft": (
        None,
        "how an edition came into force; the officials are named by the appointment",
    ),
    "DraftMark": (None, "the history of a draft; the officials are named by the appointment"),
}


class Verdict(models.Model):
    """How the scenarios of one wording went; another wording, or another way of trying, has its own."""

    digest = models.CharField(max_length=64)
    version = models.CharField(max_length=20)
    code = models.CharField(max_length=40)
    green = models.BooleanField()
    told = models.JSONField()
    tried_at = models.DateTimeField()

    class Meta:
        ordering = ["code"]
        constraints = [
            models.UniqueConstraint(
                fields=["digest", "version"], name="verdict_is_one_for_a_wording"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.digest[:12]}"


class SignOff(models.Model):
    """An official has looked at what a new edition changes and answers for it: added, never changed."""

    code = models.CharField(max_length=40)
    before = models.CharField(max_length=64)
    after = models.CharField(max_length=64)
    report = models.JSONField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["-at"]
        constraints = [
            models.UniqueConstraint(
                fields=["before", "after", "by"], name="sign_off_is_given_once_by_a_person"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.after[:12]}"
