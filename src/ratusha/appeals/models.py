from django.conf import settings
from django.db import models
from django.db.models import F, Q

from .rules import ANSWERED, Sort, Status

ENDED = [(Status(s).value, Status(s).label) for s in (*ANSWERED, Status.LEFT)]
RETENTION = {
    "Appeal": ("case", "with its case"),
    "Signature": ("case", "with its case"),
    "Forwarding": ("case", "with its case"),
    "Answer": ("case", "with its case; the document is kept by documents"),
}


class Appeal(models.Model):
    """What only an appeal has. `join_code` is the secret address at which others sign a collective one."""

    case = models.OneToOneField("cases.Case", models.PROTECT, primary_key=True, related_name="+")
    sort = models.CharField(max_length=20, choices=Sort)
    text = models.TextField()
    considered_before = models.TextField(blank=True)
    join_code = models.CharField(max_length=43, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(name="appeal_says_what_is_asked", condition=~Q(text="")),
            models.UniqueConstraint(
                fields=["join_code"],
                name="appeal_is_joined_at_its_own_address",
                condition=~Q(join_code=""),
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def is_collective(self) -> bool:
        return bool(self.join_code)


class Signature(models.Model):
    """Somebody beside the first who stands behind a collective appeal. Taken back until it is considered."""

    appeal = models.ForeignKey(Appeal, models.PROTECT, related_name="signatures")
    party_id = models.UUIDField(db_index=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["appeal", "party_id"], name="appeal_is_signed_once_by_each"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.appeal_id} {self.at:%Y-%m-%d}"


class Forwarding(models.Model):
    """The appeal went to another body under its number. Added and never changed."""

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="+")
    from_body = models.UUIDField()
    to_body = models.UUIDField()
    reasons = models.TextField()
    at = models.DateTimeField()
    late = models.BooleanField(help_text="after the working days that the law gives for it")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                name="forwarding_goes_to_another_body", condition=~Q(from_body=F("to_body"))
            ),
            models.CheckConstraint(name="forwarding_has_reasons", condition=~Q(reasons="")),
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.at:%Y-%m-%d}"


class Answer(models.Model):
    """How an appeal ended, but for its withdrawal. `remarks`: codes of the check that stood when it was sent."""

    case = models.OneToOneField("cases.Case", models.PROTECT, primary_key=True, related_name="+")
    result = models.CharField(max_length=20, choices=ENDED, db_index=True)
    ground_code = models.CharField(max_length=60, blank=True)
    text = models.TextField()
    remarks = models.JSONField(default=list)
    document_id = models.UUIDField()
    answered_at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(name="answer_has_words", condition=~Q(text="")),
            models.CheckConstraint(
                name="answer_without_consideration_has_a_ground",
                condition=Q(result=Status.LEFT) ^ Q(ground_code=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.result}"
