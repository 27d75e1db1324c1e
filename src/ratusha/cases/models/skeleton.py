from uuid import uuid4

from django.db import models
from django.db.models import Q

from ratusha.cases.rules import Outcome


class Skeleton(models.Model):
    """What is left of a case that was erased, for statistics: nothing that leads to a person or to its number.

    Its key is drawn by lot, so that not even the order tells which case it was. Added, never changed: a trigger.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    kind = models.CharField(max_length=20)
    subject_code = models.CharField(max_length=40)
    body_id = models.UUIDField()
    channel = models.CharField(max_length=20)
    outcome = models.CharField(max_length=20, choices=Outcome)
    closed_in = models.DateField(help_text="the first day of the month")
    days = models.PositiveIntegerField(help_text="from lodging to the end")
    in_term = models.BooleanField()
    marks = models.PositiveSmallIntegerField(null=True, blank=True, help_text="the four together")

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="skeleton_names_a_month_and_no_day",
                condition=Q(closed_in__day=1),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.subject_code} {self.closed_in:%Y-%m}"
