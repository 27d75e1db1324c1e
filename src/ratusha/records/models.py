"""What only a request about one's own data has: what is asked, and what was replied."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from .asking.rules import Asks

RETENTION = {
    "DataRequest": ("case", "with its case"),
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
