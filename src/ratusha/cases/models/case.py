from datetime import date
from typing import Self
from uuid import UUID

from django.conf import settings
from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.functional import cached_property
from uuid_utils.compat import uuid7

from ratusha.accounts.public import User
from ratusha.cases.clock import Tick
from ratusha.cases.rules import ENGINE_STEPS, HIGHEST_SCORE, LOWEST_SCORE, Outcome, statute_of
from ratusha.kernel.errors import RuleBroken
from ratusha.kernel.references import normalise_reference
from ratusha.parties.public import Mandate, mandates_held

from .officials import Recusal

DAY_IN_QUEUE = Coalesce(  # of a case whose clock stands: after all others
    "due_on", Value(date.max, output_field=models.DateField())
)


def _reached_by(mandate: Mandate) -> Q:
    """The cases that a mandate opens: all of the principal, or those within its limits."""
    found = Q(applicant_id=mandate.party_id)
    if mandate.case_reference:
        found &= Q(reference=mandate.case_reference)
    if mandate.procedures:
        within = Q(subject_code__in=mandate.procedures)
        for chapter in mandate.procedures:
            within |= Q(subject_code__startswith=f"{chapter}.")
        found &= within
    return found


class CaseQuerySet(models.QuerySet["Case"]):
    def of_parties(self, parties: list[UUID]) -> Self:
        return self.filter(applicant_id__in=parties)

    def mine(self, user: User, on: date) -> Self:
        """The person's own cases and those of whom the person may act for."""
        if user.party_id is None:
            return self.none()
        reached = Q(applicant_id=user.party_id)
        for mandate in mandates_held(user.party_id, on):
            reached |= _reached_by(mandate)
        return self.filter(reached)

    def at_desk_of(self, user: User, on: date, *, body: UUID | None) -> Self:
        """Cases of the body that the official acts for and may see cases of, but never the official's own."""
        if body is None or not user.may("cases.see", body, on=on):
            return self.none()
        stood_aside = Recusal.objects.filter(official=user).values("case_id")
        there = self.filter(body_id=body).exclude(pk__in=stood_aside)
        return there.exclude(applicant_id=user.party_id) if user.party_id else there

    def numbered(self, typed: str) -> Self:
        """With the number that somebody has typed; none where it is no number."""
        try:
            return self.filter(reference=normalise_reference(typed))
        except RuleBroken:
            return self.none()

    def open(self) -> Self:
        return self.filter(closed_on=None)

    def overdue(self, today: date) -> Self:
        return self.open().filter(due_on__lt=today)


class Case(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    reference = models.CharField(max_length=24, unique=True, editable=False)
    kind = models.CharField(max_length=20)
    status = models.CharField(max_length=30)
    outcome = models.CharField(max_length=20, choices=Outcome, blank=True)
    applicant_id = models.UUIDField()
    lodged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    body_id = models.UUIDField()
    handler = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    subject_code = models.CharField(max_length=40)
    title = models.JSONField()
    language = models.CharField(max_length=2)
    channel = models.CharField(max_length=20, default="portal")
    lodged_at = models.DateTimeField()
    lodged_on = models.DateField()
    due_on = models.DateField(null=True, blank=True)
    stopped_on = models.DateField(null=True, blank=True)
    closed_on = models.DateField(null=True, blank=True)
    told_late_on = models.DateField(null=True, blank=True, help_text="the due date that had passed")

    objects = CaseQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="case_outcome_if_and_only_if_closed",
                condition=Q(closed_on=None, outcome="")
                | (Q(closed_on__isnull=False) & ~Q(outcome="")),
            ),
            models.CheckConstraint(
                name="case_has_a_due_date_unless_its_clock_stands",
                condition=Q(due_on__isnull=False) ^ Q(stopped_on__isnull=False),
            ),
            models.CheckConstraint(
                name="case_is_closed_after_it_was_lodged",
                condition=Q(closed_on=None) | Q(closed_on__gte=F("lodged_on")),
            ),
        ]
        indexes = [
            models.Index(fields=["applicant_id", "-lodged_at"], name="case_of_applicant"),
            models.Index(
                "body_id",
                DAY_IN_QUEUE,
                "lodged_at",
                "id",
                include=["applicant_id", "due_on"],  # what the head of the queue counts by
                name="case_in_queue_of_body",
                condition=Q(closed_on=None),
            ),
            models.Index(
                "body_id",
                "handler",
                DAY_IN_QUEUE,
                "lodged_at",
                "id",
                include=["due_on", "status"],  # what the load of an official counts by
                name="case_in_queue_of_official",
                condition=Q(closed_on=None),
            ),
            models.Index(
                fields=["body_id", "-closed_on"],
                name="case_closed_at_body",
                condition=Q(closed_on__isnull=False),
            ),
            models.Index(
                fields=["kind", "-lodged_at", "-id"],
                include=["status", "subject_code"],  # what a public list of one kind is asked by
                name="case_of_kind_newest_first",
            ),
        ]

    def __str__(self) -> str:
        return self.reference

    @cached_property
    def found_to_act(self) -> dict[tuple[UUID, date], list[Mandate]]:
        """The mandates that somebody has for the applicant on a day: asked once for a case as it was read."""
        return {}

    @cached_property
    def stood_aside(self) -> frozenset[UUID]:
        """Officials who have declared a conflict of interest in this case."""
        return frozenset(self.recusals.values_list("official_id", flat=True))

    @cached_property
    def found_to_substitute(self) -> dict[tuple[UUID, date], bool]:
        """Who was found to stand in for the official of the case on a day, or not to."""
        return {}

    @property
    def status_label(self) -> str:
        return str(statute_of(self.kind).statuses(self.status).label)

    @property
    def to_do(self) -> str:
        """What the status asks of an official, or nothing."""
        return str(statute_of(self.kind).to_do.get(self.status, ""))

    @property
    def result_label(self) -> str:
        """How the case ended, in the words of its kind."""
        said = statute_of(self.kind).results.get(self.status)
        return str(said or self.get_outcome_display())

    @property
    def address(self) -> str:
        """The page on which the applicant sees this case."""
        return reverse(statute_of(self.kind).page, args=[self.reference])

    @property
    def desk_address(self) -> str:
        return reverse(statute_of(self.kind).desk_page, args=[self.reference])


class StepTaken(models.Model):
    """The history of a case: one row a step, added and never changed."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="history")
    step = models.CharField(max_length=30)
    status = models.CharField(max_length=30)
    at = models.DateTimeField()
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    acting_for = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    note = models.TextField(blank=True)
    mandate = models.ForeignKey(  # by which somebody acted for the applicant
        "parties.Mandate", models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.case_id} {self.step}"

    @property
    def label(self) -> str:
        steps = statute_of(self.case.kind).steps
        known = self.step in steps.values
        return str(steps(self.step).label if known else ENGINE_STEPS[self.step])


class ClockEntry(models.Model):
    """The ledger the due date is computed from: added and never changed."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="clock")
    tick = models.CharField(max_length=10, choices=Tick)
    on = models.DateField()
    term = models.CharField(max_length=40, blank=True)
    reason = models.CharField(max_length=60, blank=True)
    source = models.CharField(max_length=300)
    at = models.DateTimeField()
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["case"], condition=Q(tick=Tick.START), name="clock_starts_once"
            ),
            models.CheckConstraint(
                name="clock_term_where_one_is_set",
                condition=(Q(tick__in=[Tick.START, Tick.EXTEND, Tick.RESTART]) & ~Q(term=""))
                | Q(tick__in=[Tick.STOP, Tick.RESUME], term=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.tick} {self.on}"


class Message(models.Model):
    case = models.ForeignKey(Case, models.PROTECT, related_name="messages")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    from_applicant = models.BooleanField()
    text = models.TextField()
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.case_id} {self.at:%Y-%m-%d %H:%M}"


class Attachment(models.Model):
    """A file in a case; the bytes are kept by `documents`."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="attachments")
    file_id = models.UUIDField()
    title = models.CharField(max_length=200)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "file_id"], name="attachment_is_in_a_case_once"
            ),
        ]

    def __str__(self) -> str:
        return self.title


class CaseLink(models.Model):
    """This case is about that one, as `kind` says (a complaint about a decision): added, never removed."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="links")
    about = models.ForeignKey(Case, models.PROTECT, related_name="links_to_it")
    kind = models.CharField(max_length=20)
    reason = models.TextField(blank=True, help_text="why an official tied them")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    ended_because = models.TextField(blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "about", "kind"],
                name="case_is_linked_to_another_once",
                condition=Q(ended_at=None),
            ),
            models.CheckConstraint(
                name="link_is_ended_by_somebody_for_a_reason",
                condition=Q(ended_at=None, ended_by=None, ended_because="")
                | (Q(ended_at__isnull=False, ended_by__isnull=False) & ~Q(ended_because="")),
            ),
            models.CheckConstraint(name="case_is_not_about_itself", condition=~Q(case=F("about"))),
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.kind} {self.about_id}"


class RatingQuerySet(models.QuerySet["Rating"]):
    def counted(self) -> Self:
        """All but those that a person has set aside with a reason."""
        return self.filter(set_aside_at=None)


class Rating(models.Model):
    """One rating a finished case, on the four criteria. Earlier marks of one that was changed: `ratings`."""

    case = models.OneToOneField(Case, models.PROTECT, related_name="rating")
    body_id = models.UUIDField(db_index=True)
    simplicity = models.PositiveSmallIntegerField()
    information = models.PositiveSmallIntegerField()
    term = models.PositiveSmallIntegerField()
    politeness = models.PositiveSmallIntegerField()
    comment = models.TextField(blank=True)
    at = models.DateTimeField()
    changed_at = models.DateTimeField(null=True, blank=True)
    set_aside_at = models.DateTimeField(null=True, blank=True, help_text="it does not count")

    objects = RatingQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="rating_marks_are_one_to_five",
                condition=Q(simplicity__range=(LOWEST_SCORE, HIGHEST_SCORE))
                & Q(information__range=(LOWEST_SCORE, HIGHEST_SCORE))
                & Q(term__range=(LOWEST_SCORE, HIGHEST_SCORE))
                & Q(politeness__range=(LOWEST_SCORE, HIGHEST_SCORE)),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.simplicity}{self.information}{self.term}{self.politeness}"

    @property
    def four_marks(self) -> tuple[int, int, int, int]:
        return (self.simplicity, self.information, self.term, self.politeness)

    @property
    def sum_of_marks(self) -> int:
        return sum(self.four_marks)
