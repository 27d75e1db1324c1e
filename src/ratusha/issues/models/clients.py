from django.db import models
from django.db.models import F, Q
from uuid_utils.compat import uuid7


class Client(models.Model):
    """A program of others that may report by Open311. Only the fingerprint of its key is kept."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    name = models.CharField(max_length=100, unique=True)
    key_fingerprint = models.CharField(max_length=64, unique=True)
    since = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="client_ends_after_it_began",
                condition=Q(ended_at=None) | Q(ended_at__gte=F("since")),
            ),
        ]

    def __str__(self) -> str:
        return self.name
