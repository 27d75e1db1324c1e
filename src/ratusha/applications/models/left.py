from uuid import uuid4

from django.db import models
from django.db.models import Q


class LeftDraft(models.Model):
    """What stays of an application that was begun at the portal and not lodged: nothing that leads to a person.

    Its key is drawn by lot and it names a month and no day. `page` is where it stood; empty where all was filled in.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    procedure = models.CharField(max_length=40, db_index=True)
    page = models.CharField(max_length=60, blank=True)
    begun_in = models.DateField(help_text="the first day of the month")
    met_silence = models.BooleanField(help_text="a register did not answer")

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="left_draft_names_a_month_and_no_day", condition=Q(begun_in__day=1)
            )
        ]

    def __str__(self) -> str:
        return f"{self.procedure} {self.begun_in:%Y-%m}"


class LeaverMark(models.Model):
    """By which a person is counted once as leaving in a quarter: a keyed digest that goes with the quarter after."""

    digest = models.CharField(primary_key=True, max_length=64)
    quarter = models.DateField(db_index=True, help_text="its first day")

    def __str__(self) -> str:
        return self.digest[:8]
