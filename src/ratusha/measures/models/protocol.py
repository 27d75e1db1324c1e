from django.conf import settings
from django.db import models
from django.db.models import F, Q
from uuid_utils.compat import uuid7

from .council import AgendaItem, Session


class ProtocolCorrection(models.Model):
    """A signed document that names what it corrects in a sealed protocol; both are shown. Added and never changed."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    session = models.ForeignKey(Session, models.PROTECT, related_name="corrections")
    item = models.ForeignKey(
        AgendaItem, models.PROTECT, null=True, blank=True, related_name="corrections"
    )
    number = models.PositiveSmallIntegerField()
    stood = models.TextField()
    reads = models.TextField()
    reasons = models.TextField()
    document_id = models.UUIDField()
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["session", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["session", "number"], name="protocol_correction_has_its_own_number"
            ),
            models.CheckConstraint(
                name="protocol_correction_says_what_it_changes_and_why",
                condition=~Q(stood=F("reads")) & ~Q(stood="") & ~Q(reads="") & ~Q(reasons=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.session_id}/{self.number}"
