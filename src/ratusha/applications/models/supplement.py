from django.conf import settings
from django.db import models
from django.db.models import Q


class Supplement(models.Model):
    """What the applicant was asked to add, until when, and what came. No answer decides nothing by itself."""

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="+")
    wanted = models.TextField()
    until = models.DateField()
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    answer = models.TextField(blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["case"],
                condition=Q(ended_at=None),
                name="supplement_is_asked_for_one_at_a_time",
            ),
            models.CheckConstraint(
                name="supplement_that_was_answered_is_ended",
                condition=Q(answered_by=None) | Q(ended_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.until}"
