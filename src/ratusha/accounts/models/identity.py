from uuid import uuid4

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from uuid_utils.compat import uuid7


class DemonstrationCard(models.Model):
    """An ID card made of software, for showing the state: no cryptography stands behind it."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    number = models.CharField("fingerprint of the number", max_length=64, unique=True)
    party_id = models.UUIDField()
    personal_number = models.BinaryField("sealed")
    attributes = models.BinaryField("sealed")
    pin = models.CharField(max_length=128)
    puk = models.CharField(max_length=128)
    expires_on = models.DateField()
    locked_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return str(self.pk)


class IdentityCheck(models.Model):
    """One strict sign-in on its way: proved at the provider, not yet agreed to by the owner. It works once."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    provider = models.CharField(max_length=40)
    handle = models.CharField("what the provider knows the person by", max_length=200)
    next_page = models.CharField(max_length=2000, blank=True)
    started_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="identity_check_expires_after_it_starts",
                condition=Q(expires_at__gt=F("started_at")),
            )
        ]

    def __str__(self) -> str:
        return str(self.pk)


class Consent(models.Model):
    """The ledger of Law 99-Z: what a person let be passed on, for what, when; withdrawn, never removed."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    user = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    purpose = models.CharField(max_length=40)
    provider = models.CharField(max_length=40)
    required = ArrayField(models.CharField(max_length=40))
    allowed = ArrayField(models.CharField(max_length=40))
    refused = ArrayField(models.CharField(max_length=40))
    given_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="consent_is_withdrawn_after_it_is_given",
                condition=Q(withdrawn_at=None) | Q(withdrawn_at__gte=F("given_at")),
            ),
            models.UniqueConstraint(
                "user",
                "purpose",
                "provider",
                condition=Q(withdrawn_at=None),
                name="consent_in_force_is_one_for_a_purpose",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.purpose} {self.given_at:%Y-%m-%d}"
