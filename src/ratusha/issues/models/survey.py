"""Asking people by lot whether it was done: the draws, and what was answered."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from uuid_utils.compat import uuid7

from .issue import Executor, Issue, Reporter


class Draw(models.Model):
    """One night of lots. The seed is made, and its fingerprint shown, before anybody knows what it will decide on."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    since = models.DateField(help_text="the first day of reported work that it decides on")
    until = models.DateField(null=True, blank=True, help_text="the last one")
    seed = models.CharField(max_length=64, help_text="told to nobody before it is drawn")
    fingerprint = models.CharField(max_length=64, help_text="SHA-256 of the seed")
    announced_at = models.DateTimeField()
    drawn_at = models.DateTimeField(null=True, blank=True)
    entered = models.PositiveIntegerField(default=0, help_text="whom it could have hit")
    hit = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["-announced_at"]
        constraints = [
            models.CheckConstraint(
                name="draw_has_its_last_day_once_it_is_drawn",
                condition=Q(until=None, drawn_at=None)
                | Q(until__gte=F("since"), drawn_at__isnull=False),
            ),
            models.CheckConstraint(
                name="draw_hits_nobody_who_did_not_enter", condition=Q(hit__lte=F("entered"))
            ),
            models.UniqueConstraint(
                fields=["drawn_at"],
                name="one_draw_is_waiting",
                condition=Q(drawn_at=None),
                nulls_distinct=False,
            ),
            models.UniqueConstraint(fields=["since"], name="a_day_is_drawn_for_once"),
        ]

    def __str__(self) -> str:
        return f"{self.since:%Y-%m-%d}"


class Lot(models.Model):
    """One reporter in one draw: hit or not, and if hit, what they said. Organisation and category as they were then."""

    class Outcome(models.TextChoices):
        NOT_DRAWN = "not_drawn", pgettext_lazy("survey", "Not drawn")
        WAITING = "waiting", pgettext_lazy("survey", "To be asked")
        ANSWERED = "answered", pgettext_lazy("survey", "Answered")
        NOT_REACHED = "not_reached", pgettext_lazy("survey", "Not reached")
        DECLINED = "declined", pgettext_lazy("survey", "Did not want to answer")
        OVER = "over", pgettext_lazy("survey", "The days are over")

    class Channel(models.TextChoices):
        CALL = "call", _("by telephone")
        PAGE = "page", _("on the page")

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    draw = models.ForeignKey(Draw, models.PROTECT, related_name="lots")
    reporter = models.ForeignKey(Reporter, models.PROTECT, related_name="lots")
    issue = models.ForeignKey(Issue, models.PROTECT, related_name="lots")
    category = models.CharField(max_length=40)
    executor = models.ForeignKey(Executor, models.PROTECT, null=True, blank=True, related_name="+")
    percent = models.PositiveSmallIntegerField(help_text="the share of the category on that day")
    outcome = models.CharField(max_length=12, choices=Outcome)
    until = models.DateField(help_text="the last day to answer")
    tries = models.PositiveSmallIntegerField(default=0, help_text="calls that reached nobody")
    tried_at = models.DateTimeField(null=True, blank=True)
    taken_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    taken_at = models.DateTimeField(null=True, blank=True)
    done = models.BooleanField(null=True, blank=True)
    mark = models.PositiveSmallIntegerField(null=True, blank=True)
    words = models.TextField(blank=True)
    channel = models.CharField(max_length=4, choices=Channel, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    opened_again = models.BooleanField(default=False, help_text="the issue, by this answer")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["draw", "reporter"], name="reporter_enters_a_draw_once"
            ),
            models.CheckConstraint(
                name="lot_that_is_answered_says_whether_it_is_done",
                condition=Q(outcome="answered", done__isnull=False) & ~Q(channel="")
                | (~Q(outcome="answered") & Q(done=None, mark=None, words="", channel="")),
            ),
            models.CheckConstraint(
                name="lot_ends_unless_it_waits",
                condition=Q(outcome__in=["waiting", "not_drawn"], ended_at=None)
                | (~Q(outcome__in=["waiting", "not_drawn"]) & Q(ended_at__isnull=False)),
            ),
            models.CheckConstraint(
                name="mark_of_the_work_is_one_to_five",
                condition=Q(mark=None) | Q(mark__range=(1, 5)),
            ),
            models.CheckConstraint(
                name="only_work_that_is_not_done_is_opened_again",
                condition=Q(opened_again=False) | Q(done__isnull=False, done=False),
            ),
            models.CheckConstraint(
                name="lot_is_taken_by_somebody_at_a_moment",
                condition=Q(taken_by=None, taken_at=None)
                | Q(taken_by__isnull=False, taken_at__isnull=False),
            ),
        ]
        indexes = [
            models.Index(fields=["until"], name="lot_that_waits", condition=Q(outcome="waiting")),
        ]

    def __str__(self) -> str:
        return f"{self.issue_id} {self.outcome}"
