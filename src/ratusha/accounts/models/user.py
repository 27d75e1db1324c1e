from datetime import date
from typing import Self
from uuid import UUID

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.functional import cached_property
from uuid_utils.compat import uuid7

from ratusha.accounts.logins import login_fingerprints
from ratusha.kernel.texts import Said


class UserManager(BaseUserManager["User"]):
    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(login__in=login_fingerprints(username or ""))


class User(AbstractBaseUser):
    """A cabinet. It exists by default and sleeps until its owner first signs in (`opened_at`)."""

    last_login = None  # the sessions and the journal know it
    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    login = models.CharField(
        "fingerprint of the unique identifier", max_length=64, unique=True, null=True, blank=True
    )
    party_id = models.UUIDField(unique=True, null=True, blank=True)
    display_name = models.CharField(max_length=200)
    named_in = models.CharField(max_length=7, default="")  # the language of that name
    language = models.CharField(max_length=7)
    email = models.EmailField(blank=True)
    is_active = models.BooleanField(default=True)
    opened_at = models.DateTimeField(null=True, blank=True)

    objects = UserManager()
    USERNAME_FIELD = "login"
    EMAIL_FIELD = "email"

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def name(self) -> Said:
        """The name as it is known, with its language, so that a page in another one can mark it."""
        return Said(self.display_name, self.named_in)

    @cached_property
    def appointments(self) -> list["Appointment"]:
        """All of them, past and future, in one query; a service that changes them drops this."""
        return list(Appointment.objects.filter(user=self).order_by("since", "id"))

    @property
    def is_official(self) -> bool:
        return bool(self.appointments_on(timezone.localdate()))

    def appointments_on(self, on: date) -> list["Appointment"]:
        return [a for a in self.appointments if a.in_force(on)]

    def may(self, permission: str, body_id: UUID | None, *, on: date) -> bool:
        """Whether this person may do this for that body; nobody may anything as oneself (`None`)."""
        return any(
            a.body_id == body_id and permission in a.permissions for a in self.appointments_on(on)
        )

    def bodies_with(self, permission: str, *, on: date) -> list[UUID]:
        bodies = [a.body_id for a in self.appointments_on(on) if permission in a.permissions]
        return list(dict.fromkeys(bodies))


class AppointmentQuerySet(models.QuerySet["Appointment"]):
    def in_force(self, on: date) -> Self:
        return self.filter(Q(until=None) | Q(until__gt=on), since__lte=on)


class Appointment(models.Model):
    """An official acts for a body: with these permissions, from `since` up to, not including, `until`."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    user = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    body_id = models.UUIDField(db_index=True)
    permissions = ArrayField(models.CharField(max_length=60))
    position = models.JSONField(default=dict)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    appointed_by = models.UUIDField(null=True, blank=True)

    objects = AppointmentQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="appointment_does_not_end_before_it_begins",
                condition=Q(until=None) | Q(until__gte=F("since")),
            ),
            models.CheckConstraint(
                name="appointment_gives_a_permission", condition=~Q(permissions=[])
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user_id} for {self.body_id}"

    def in_force(self, on: date) -> bool:
        return self.since <= on and (self.until is None or on < self.until)
