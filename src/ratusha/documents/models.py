"""The register of documents, the files people bring, and the bytes of both."""

from typing import Self

from django.db import models
from django.db.models import Q
from uuid_utils.compat import uuid7

RETENTION = {
    "Content": (None, "as long as the file or the document it belongs to"),
    "StoredFile": ("case", "with the case it was used in; never used, it goes after a day"),
    "Document": ("P75Y", "the register of what the state has attested; people lean on it for life"),
    "Revocation": ("P75Y", "with its document"),
    "WrongCode": ("PT1H", "against guessing; holds a fingerprint, not an address"),
}


class Content(models.Model):
    """Bytes, kept in the database so that a paper and its register row appear together or not at all."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    body = models.BinaryField()

    class Meta:
        db_table = "documents_content"

    def __str__(self) -> str:
        return str(self.pk)


class StoredFile(models.Model):
    """A file somebody brought. Kept while the case it belongs to is kept; never used, it goes after a day."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    owner_id = models.UUIDField(help_text="the party, or the user who has none")
    name = models.CharField(max_length=120)
    media_type = models.CharField(max_length=40)
    size = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    content = models.ForeignKey(Content, models.PROTECT, related_name="+")
    kept_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)
    used_in = models.CharField(max_length=40, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["owner_id", "sha256"], name="file_by_owner_and_digest"),
            models.Index(fields=["kept_at"], name="file_never_used", condition=Q(used_at=None)),
            models.Index(fields=["content"], name="file_by_content"),
        ]
        constraints = [
            models.CheckConstraint(name="file_is_not_empty", condition=Q(size__gt=0)),
        ]

    def __str__(self) -> str:
        return self.name


class DocumentQuerySet(models.QuerySet["Document"]):
    def with_standing(self) -> Self:
        return self.select_related("revocation")


class Document(models.Model):
    """One row of the register of issued documents. It is written once; a trigger refuses any change."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    kind = models.CharField(max_length=60)
    number = models.CharField(max_length=60)
    code = models.CharField(max_length=12, unique=True)
    key = models.CharField(max_length=20, unique=True)
    holder_id = models.UUIDField()
    holder_name = models.CharField(max_length=300)
    holder_short = models.CharField(max_length=100)
    body_id = models.UUIDField()
    body_name = models.CharField(max_length=400)
    case_reference = models.CharField(max_length=40, blank=True)
    language = models.CharField(max_length=8)
    title = models.CharField(max_length=400)
    issued_at = models.DateTimeField()
    issued_by_id = models.UUIDField(null=True, blank=True)
    valid_until = models.DateField(null=True, blank=True)
    sample = models.BooleanField(default=False)
    sha256 = models.CharField(max_length=64, unique=True)
    size = models.PositiveIntegerField()
    key_id = models.CharField(max_length=16)
    seal = models.CharField(max_length=128)
    token = models.TextField()
    content = models.OneToOneField(Content, models.PROTECT, related_name="+")

    objects = DocumentQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["holder_id", "-issued_at"], name="document_by_holder"),
            models.Index(fields=["case_reference"], name="document_by_case"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["body_id", "number"], name="document_number_is_once_in_a_body"
            ),
        ]

    def __str__(self) -> str:
        return self.number


class Revocation(models.Model):
    """The one later word about a document. Nothing takes it back: a new document is issued instead."""

    document = models.OneToOneField(
        Document, models.PROTECT, primary_key=True, related_name="revocation"
    )
    reason = models.JSONField()
    revoked_at = models.DateTimeField()
    revoked_by_id = models.UUIDField(null=True, blank=True)

    def __str__(self) -> str:
        return str(self.pk)


class WrongCode(models.Model):
    """How many codes that lead nowhere one address has asked for in an hour; kept for that hour."""

    source = models.CharField(max_length=64)
    hour = models.DateTimeField()
    count = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["source", "hour"], name="wrong_codes_are_counted_by_hour"
            )
        ]

    def __str__(self) -> str:
        return f"{self.hour:%H}: {self.count}"
