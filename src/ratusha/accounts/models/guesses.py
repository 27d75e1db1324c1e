from django.db import models

from ratusha.accounts.rules import Scope


class Tries(models.Model):
    """How often somebody has tried, by identifier or by address. Keys are fingerprints, known or unknown alike."""

    id = models.BigAutoField(primary_key=True)
    scope = models.CharField(max_length=12, choices=Scope)
    key = models.CharField(max_length=64)
    count = models.PositiveIntegerField(default=0)
    last_at = models.DateTimeField()
    closed_until = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint("scope", "key", name="tries_are_counted_once_per_key")
        ]

    def __str__(self) -> str:
        return f"{self.scope} {self.count}"
