from django.db import models
from django.utils.translation import gettext_lazy as _

from .issue import Issue


class Escalation(models.Model):
    """An issue whose day has passed, told one level higher. Added once for each day and rung, never changed."""

    class Rung(models.IntegerChoices):
        ORGANISATION = 1, _("the organisation that has it")
        SUPERIOR = 2, _("the body above the dispatcher")

    class Missed(models.TextChoices):
        PLANNED = "planned", _("the planned day has passed")
        TERM = "term", _("the term has passed")

    issue = models.ForeignKey(Issue, models.PROTECT, related_name="escalations")
    rung = models.PositiveSmallIntegerField(choices=Rung)
    missed = models.CharField(max_length=10, choices=Missed)
    day = models.DateField(help_text="the day that has passed")
    body_id = models.UUIDField(help_text="who was told")
    at = models.DateTimeField()

    class Meta:
        ordering = ["at"]
        constraints = [
            models.UniqueConstraint(
                fields=["issue", "rung", "day"], name="issue_goes_up_a_rung_once_for_a_day"
            ),
        ]
        indexes = [models.Index(fields=["body_id"], name="escalation_to_body")]

    def __str__(self) -> str:
        return f"{self.issue_id} {self.rung} {self.day:%Y-%m-%d}"
