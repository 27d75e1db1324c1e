from typing import Self

from django.db import models
from django.db.models import Q

RETENTION = {
    "OutboxEntry": ("PT0S", "from its delivery; one given up stays until it is delivered anew")
}


class OutboxQuerySet(models.QuerySet["OutboxEntry"]):
    def waiting(self) -> Self:
        return self.filter(failed_at=None)

    def given_up(self) -> Self:
        return self.exclude(failed_at=None)


class OutboxEntry(models.Model):
    """One event on its way to one handler; the row is gone when the handler has done its work.

    Retention: delivered rows are deleted at once; those given up stay until an operator has them delivered anew.
    """

    id = models.BigAutoField(primary_key=True)
    event = models.CharField(max_length=100)
    handler = models.CharField(max_length=100)
    payload = models.JSONField()
    written_at = models.DateTimeField()
    due_at = models.DateTimeField()
    attempts = models.PositiveSmallIntegerField(default=0)
    failed_at = models.DateTimeField(null=True, blank=True)
    last_error = models.TextField(blank=True, default="")

    objects = OutboxQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index("due_at", "id", name="kernel_outbox_waiting", condition=Q(failed_at=None)),
        ]

    def __str__(self) -> str:
        return f"{self.event} to {self.handler}"
