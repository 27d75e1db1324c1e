"""Tasks with each control date that they have or had, and digests of weeks.

Triggers (migrations 0002 and 0004) see that a task keeps its words, and that dates and digests are only added.
"""

from datetime import date
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from uuid_utils.compat import uuid7

from ratusha.obligations.public import Standing

from .rules import LONGEST_GROUND, State, state_of

RETENTION = {"*": (None, "for good: what one body asked of another, and sums; no words of people")}
TO_DO = (Standing.AWAITED, Standing.RETURNED)


def _in_state(state: State, today: date) -> Q:
    """The same as `state_of`, as the database asks it."""
    passed = Q(duty__mend_by=None, duty__due_on__lt=today) | Q(duty__mend_by__lt=today)
    awaited = Q(duty__standing=Standing.AWAITED)
    return {
        State.OVERDUE: Q(duty__standing__in=TO_DO) & passed,
        State.REPORTED: Q(duty__standing=Standing.SUBMITTED),
        State.RETURNED: Q(duty__standing=Standing.RETURNED) & ~passed,
        State.TAKEN: awaited & ~passed & Q(taken_at__isnull=False),
        State.GIVEN: awaited & ~passed & Q(taken_at=None),
        State.ACCEPTED: Q(duty__standing=Standing.ACCEPTED),
        State.WITHDRAWN: Q(duty__standing=Standing.WAIVED),
    }[state]


class TaskQuerySet(models.QuerySet["Task"]):
    def in_state(self, state: State, today: date) -> Self:
        return self.filter(_in_state(state, today))

    def counts(self, today: date) -> dict[State, int]:
        asked = {state.value: models.Count("pk", filter=_in_state(state, today)) for state in State}
        found = self.aggregate(**asked)
        return {state: found[state.value] for state in State}

    def with_past(self) -> Self:
        """Whether each was ever late, and whether its day was changed."""
        moved = ControlDate.objects.filter(task=OuterRef("pk")).exclude(reason="")
        return self.annotate(was_late=Exists(_late_dates()), was_moved=Exists(moved))

    def ever_late(self) -> Self:
        return self.filter(Exists(_late_dates()))


def _late_dates() -> models.QuerySet["ControlDate"]:
    """Under any of its control dates: a new one takes nothing back."""
    return ControlDate.objects.filter(task=OuterRef("pk")).exclude(duty__late_since=None)


class Task(models.Model):
    """What the committee wants of an organisation. Its day, who is late and who was reminded: its duty."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    committee = models.ForeignKey("parties.Organisation", models.PROTECT, related_name="+")
    organisation = models.ForeignKey("parties.Organisation", models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    place = models.PositiveIntegerField(help_text="its place among the tasks of the year")
    text = models.TextField()
    resolution = models.CharField(max_length=LONGEST_GROUND, blank=True)
    case_reference = models.CharField(
        max_length=24, blank=True, help_text="of an issue or an appeal, which may be erased one day"
    )
    duty = models.OneToOneField("obligations.Obligation", models.PROTECT, related_name="+")
    given_at = models.DateTimeField()
    given_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    taken_at = models.DateTimeField(null=True, blank=True)
    taken_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    was_late: bool  # of those read `with_past`
    was_moved: bool

    objects = TaskQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["case_reference"], name="task_about_case",
                         condition=~Q(case_reference="")),
        ]  # fmt: skip
        constraints = [
            models.UniqueConstraint(
                fields=["committee", "year", "place"], name="task_has_a_number_of_its_own"
            ),
            models.CheckConstraint(name="task_says_what_is_to_be_done", condition=~Q(text="")),
            models.CheckConstraint(
                name="task_has_a_ground", condition=~Q(resolution="", case_reference="")
            ),
            models.CheckConstraint(
                name="task_is_for_another_organisation",
                condition=~Q(committee=models.F("organisation")),
            ),
            models.CheckConstraint(
                name="task_is_taken_by_somebody",
                condition=Q(taken_at=None, taken_by=None)
                | Q(taken_at__isnull=False, taken_by__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.number

    def get_absolute_url(self) -> str:
        return reverse("committee:task", args=[self.pk])

    @property
    def number(self) -> str:
        return f"{self.place}/{self.year}"

    def state(self, today: date) -> State:
        return state_of(
            self.duty.standing,
            taken=self.taken_at is not None,
            deadline=self.duty.deadline,
            today=today,
        )


class ControlDate(models.Model):
    """A control date that the task has, or had: added and never changed. Only the first needs no reason."""

    task = models.ForeignKey(Task, models.PROTECT, related_name="dates")
    duty = models.OneToOneField("obligations.Obligation", models.PROTECT, related_name="+")
    due_on = models.DateField()
    reason = models.TextField(blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["task"],
                condition=Q(reason=""),
                name="only_the_first_control_date_needs_no_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.task_id} {self.due_on}"


class Digest(models.Model):
    """The topics of one week (its Monday), with small cells hidden. Made once and never changed."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    committee = models.ForeignKey("parties.Organisation", models.PROTECT, related_name="+")
    week = models.DateField()
    tables = models.JSONField()
    ended = models.JSONField(
        default=list, help_text="consultations that ended in the week, small counts hidden"
    )
    times = models.JSONField(default=dict, help_text="how long issues took in the week")
    formula = models.CharField(max_length=20)
    made_at = models.DateTimeField()

    class Meta:
        ordering = ["-week"]
        constraints = [
            models.UniqueConstraint(
                fields=["committee", "week"], name="digest_is_made_once_a_week"
            ),
            models.CheckConstraint(
                name="digest_is_of_a_week_from_its_monday", condition=Q(week__iso_week_day=1)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.committee_id} {self.week}"
