"""Traces of systems from outside, and what the registrar found them to be."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from uuid_utils.compat import uuid7

from ratusha.systems.discovery.rules import Kind, Standing


class Proposal(models.Model):
    """Looks like an unregistered system of an organisation. Open until a person has decided, with reasons."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    key = models.CharField(max_length=500, unique=True)
    kind = models.CharField(max_length=10, choices=Kind)
    organisation = models.CharField(max_length=500, blank=True)
    subject = models.CharField(max_length=500)
    address = models.CharField(max_length=500, blank=True)
    seen_on = models.DateField(null=True, blank=True)
    found_on = models.DateField()
    like = models.CharField(max_length=20, blank=True)
    score = models.FloatField(default=0)
    standing = models.CharField(max_length=10, choices=Standing, default=Standing.OPEN)
    registered_as = models.CharField(max_length=20, blank=True)
    reasons = models.TextField(blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ["found_on", "-score", "id"]
        constraints = [
            models.CheckConstraint(
                name="proposal_decided_has_person_moment_and_reasons",
                condition=Q(standing=Standing.OPEN, by=None, decided_at=None)
                | (
                    ~Q(standing=Standing.OPEN)
                    & ~Q(reasons="")
                    & Q(by__isnull=False, decided_at__isnull=False)
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.subject[:60]
