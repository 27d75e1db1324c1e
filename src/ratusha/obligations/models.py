"""Duties, what happened to them, who was reminded, and the secret addresses of calendars.

Triggers (migration 0002) see that history is only added, that the day a duty became late stays, and that its
terms do not change.
"""

from datetime import date
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from uuid_utils.compat import uuid7

from ratusha.kernel.texts import in_my_language

from .rules import TO_DO, Act, Boundary, Recipient, Shift, Standing, State, deadline_of, state_of

RETENTION = {
    "*": (None, "for good: who was late is a part of the history of the state"),
}


class ObligationQuerySet(models.QuerySet["Obligation"]):
    def of(self, body_id: object) -> Self:
        return self.filter(subject_id=body_id)

    def due_in(self, year: int) -> Self:
        return self.filter(due_on__year=year)

    def to_do(self) -> Self:
        """It is the body's turn."""
        return self.filter(standing__in=TO_DO)

    def passed(self, today: date) -> Self:
        """The day is over and the thing is not there."""
        past = Q(mend_by=None, due_on__lt=today) | Q(mend_by__lt=today)
        return self.to_do().filter(past)

    def ever_late(self) -> Self:
        return self.exclude(late_since=None)


class Obligation(models.Model):
    """One duty: of this body, by this rule, for this period, until this day."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    rule = models.CharField(max_length=60)
    subject = models.ForeignKey("parties.Organisation", models.PROTECT, related_name="+")
    to = models.ForeignKey("parties.Organisation", models.PROTECT, related_name="+")
    period = models.CharField(max_length=20)
    title = models.JSONField()
    source = models.JSONField()
    room = models.CharField(
        max_length=40, blank=True, help_text="the module where it is carried out"
    )
    about = models.CharField(max_length=60, blank=True, help_text="what it is about in that module")
    opens_on = models.DateField()
    named_on = models.DateField(help_text="the day that the act names")
    boundary = models.CharField(max_length=12, choices=[(b.value, b.value) for b in Boundary])
    shift = models.CharField(max_length=20, choices=[(s.value, s.value) for s in Shift])
    due_on = models.DateField(help_text="the last day in time")
    standing = models.CharField(max_length=12, choices=Standing, default=Standing.AWAITED)
    late_since = models.DateField(null=True, blank=True)
    mend_by = models.DateField(null=True, blank=True)
    handed_in_on = models.DateField(null=True, blank=True, help_text="the last time")
    handed_in_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = ObligationQuerySet.as_manager()

    class Meta:
        ordering = ["due_on", "rule", "id"]
        indexes = [
            models.Index(
                fields=["due_on"], name="obligation_to_do", condition=Q(standing__in=TO_DO)
            ),
            models.Index(fields=["subject", "due_on"], name="obligation_of_subject"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["rule", "subject", "period", "about"],
                name="obligation_is_one_for_its_rule_subject_and_period",
            ),
            models.CheckConstraint(
                name="obligation_is_due_after_it_opens", condition=Q(due_on__gte=F("opens_on"))
            ),
            models.CheckConstraint(
                name="obligation_is_late_after_its_last_day",
                condition=Q(late_since=None) | Q(late_since__gt=F("due_on")),
            ),
            models.CheckConstraint(
                name="obligation_is_mended_only_while_given_back",
                condition=Q(standing="returned", mend_by__isnull=False)
                | (~Q(standing="returned") & Q(mend_by=None)),
            ),
            models.CheckConstraint(
                name="obligation_handed_in_has_a_day",
                condition=~Q(standing__in=("submitted", "returned", "accepted"))
                | Q(handed_in_on__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.rule} {self.period} {self.subject_id}"

    def get_absolute_url(self) -> str:
        return reverse("obligations:obligation", args=[self.pk])

    def said(self) -> str:
        return in_my_language(self.title).text

    @property
    def is_to_do(self) -> bool:
        return self.standing in TO_DO

    @property
    def deadline(self) -> date:
        return deadline_of(self.due_on, self.mend_by)

    def state(self, today: date) -> State:
        return state_of(
            Standing(self.standing), opens_on=self.opens_on, deadline=self.deadline, today=today
        )


class Step(models.Model):
    """One act in the history of a duty. Added and never changed."""

    obligation = models.ForeignKey(Obligation, models.PROTECT, related_name="history")
    act = models.CharField(max_length=12, choices=Act)
    at = models.DateTimeField()
    on = models.DateField()
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    words = models.TextField(blank=True)
    mend_by = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["at", "id"]
        constraints = [
            models.CheckConstraint(
                name="step_of_giving_back_and_waiving_has_words",
                condition=~Q(act__in=("return", "waive")) | ~Q(words=""),
            ),
            models.CheckConstraint(
                name="step_of_giving_back_says_until_when",
                condition=Q(act="return", mend_by__isnull=False)
                | (~Q(act="return") & Q(mend_by=None)),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.act} {self.obligation_id}"


class Reminder(models.Model):
    """One mark that was told or passed over. Added and never changed: nobody is told twice."""

    obligation = models.ForeignKey(Obligation, models.PROTECT, related_name="reminders")
    deadline = models.DateField()
    mark = models.CharField(max_length=6)
    to = models.CharField(max_length=12, choices=Recipient)
    on = models.DateField()
    people = models.PositiveSmallIntegerField(help_text="how many were told; 0: passed over")

    class Meta:
        ordering = ["on", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["obligation", "deadline", "mark"], name="reminder_is_told_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.mark} {self.obligation_id}"


class FeedAddress(models.Model):
    """The secret address of a body's calendar. Renewed: the old one ends and a new row begins."""

    body = models.ForeignKey("parties.Organisation", models.PROTECT, related_name="+")
    secret_fingerprint = models.CharField(max_length=64, unique=True)
    secret_sealed = models.BinaryField()
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["body"], condition=Q(ended_at=None), name="feed_of_a_body_has_one_address"
            ),
        ]

    def __str__(self) -> str:
        return str(self.body_id)
