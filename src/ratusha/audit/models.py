"""The journal. Its tables are made by SQL in the migrations: partitions, triggers and grants are the point of them."""

from typing import Self
from uuid import UUID

from django.db import models
from django.db.models.functions import Now

RETENTION = {
    "Entry": ("P10Y", "evidence of official acts; whole years are detached and archived"),
    "Seal": (None, "proof of the journal, without personal data"),
    "Link": ("P10Y", "with the entries it seals"),
}


class EntryQuerySet(models.QuerySet["Entry"]):
    def of_bodies(self, bodies: list[UUID] | None) -> Self:
        """Entries made on behalf of these bodies; None stands for the whole journal."""
        return self.all() if bodies is None else self.filter(body__in=bodies)


class Entry(models.Model):
    """`at` and `tx` are set by the database, so that a program cannot date its own trace."""

    id = models.BigAutoField(primary_key=True)
    at = models.DateTimeField(db_default=Now())
    tx = models.BigIntegerField(db_default=0, editable=False)
    action = models.CharField(max_length=80)
    object_type = models.CharField(max_length=80)
    object_id = models.CharField(max_length=120)
    by = models.UUIDField(null=True)
    body = models.UUIDField(null=True)
    details = models.JSONField(default=dict)

    objects = EntryQuerySet.as_manager()

    class Meta:
        managed = False  # so that `flush` leaves it alone as well
        db_table = "audit_entry"

    def __str__(self) -> str:
        return f"{self.action} {self.object_type} {self.object_id}"


class Seal(models.Model):
    """One run of the sealer: how far it came and the head of the chain after it."""

    number = models.BigAutoField(primary_key=True)
    sealed_at = models.DateTimeField(db_default=Now())
    cluster = models.CharField(max_length=20)
    settled_tx = models.BigIntegerField()
    last_position = models.BigIntegerField()
    head = models.BinaryField()

    class Meta:
        managed = False
        db_table = "audit_seal"

    def __str__(self) -> str:
        return f"seal {self.number}"


class Link(models.Model):
    """The digest of one entry together with the digest before it."""

    position = models.BigIntegerField(primary_key=True)
    entry_id = models.BigIntegerField(unique=True)
    digest = models.BinaryField()

    class Meta:
        managed = False
        db_table = "audit_link"

    def __str__(self) -> str:
        return f"link {self.position}"
