from datetime import datetime

from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models
from django.db.models import Q

from ratusha.accounts.rules import AccessMode, visit_is_over


class Session(AbstractBaseSession):
    """A visit. The key kept here is a digest of the cookie: whoever reads the table cannot sign in with it."""

    public_id = models.UUIDField(unique=True, null=True)
    user = models.ForeignKey("accounts.User", models.PROTECT, null=True, related_name="+")
    mode = models.PositiveSmallIntegerField(default=0)
    device = models.CharField(max_length=80, blank=True)
    place = models.CharField(max_length=60, blank=True)
    began_at = models.DateTimeField(null=True)
    seen_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="session_of_a_person_has_a_public_id",
                condition=Q(user=None) | Q(public_id__isnull=False),
            )
        ]

    def is_open(self, now: datetime) -> bool:
        seen, began = self.seen_at or now, self.began_at or now
        return not visit_is_over(AccessMode(self.mode), began_at=began, seen_at=seen, now=now)

    def __str__(self) -> str:
        return str(self.public_id or "anonymous")
