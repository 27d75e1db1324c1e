"""What only a request about one's own data has, the register of breaches, disposal."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from .asking.rules import Asks
from .disposal.models import Disposal, DisposalItem, Hold

__all__ = ["Breach", "DataRequest", "Disposal", "DisposalItem", "Hold", "Reply"]

RETENTION = {
    "Breach": ("P5Y", "from the entry; it names no person but the officials who kept it"),
    "DataRequest": ("case", "with its case"),
    "Disposal": (None, "proof of what was erased, by whose hand; names no applicant"),
    "DisposalItem": (None, "a number that leads to nothing any more"),
    "Hold": ("case", "with its case"),
    "Reply": ("case", "with its case"),
}


class DataRequest(models.Model):
    """`look`: the row of the journal of access that it is about, if it is about one."""

    case = models.OneToOneField("cases.Case", models.PROTECT, primary_key=True, related_name="+")
    asks = models.CharField(max_length=20, choices=Asks)
    look = models.UUIDField(null=True, blank=True, db_index=True)
    text = models.TextField(blank=True)

    def __str__(self) -> str:
        return f"{self.case_id} {self.asks}"


class Reply(models.Model):
    """The answer of the body, or its refusal with the norm that lets it refuse."""

    case = models.OneToOneField("cases.Case", models.PROTECT, primary_key=True, related_name="+")
    text = models.TextField()
    legal_source = models.CharField(max_length=300)
    document_id = models.UUIDField(
        null=True, blank=True
    )  # none: answered before answers were sealed
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="reply_has_words_and_a_legal_source",
                condition=~Q(text="") & ~Q(legal_source=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.at:%Y-%m-%d}"


class Breach(models.Model):
    """A breach of personal data at a body. What happened is written once; when the authority was told, once more."""

    reference = models.CharField(max_length=24, unique=True, editable=False)
    body_id = models.UUIDField(db_index=True)
    known_on = models.DateField()
    notify_by = models.DateField()
    happened = models.TextField()
    measures = models.TextField()
    people_told = models.PositiveIntegerField(default=0)
    entered_at = models.DateTimeField()
    entered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    told_at = models.DateTimeField(null=True, blank=True)
    told_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ["-entered_at"]
        constraints = [
            models.CheckConstraint(
                name="breach_says_what_happened_and_what_was_done",
                condition=~Q(happened="") & ~Q(measures=""),
            ),
            models.CheckConstraint(
                name="breach_told_by_somebody_or_not_at_all",
                condition=Q(told_at=None, told_by=None)
                | Q(told_at__isnull=False, told_by__isnull=False),
            ),
            models.CheckConstraint(
                name="breach_is_notified_after_it_is_known",
                condition=Q(notify_by__gte=F("known_on")),
            ),
        ]

    def __str__(self) -> str:
        return self.reference

    def get_absolute_url(self) -> str:
        return reverse("records:breach", args=[self.reference])
