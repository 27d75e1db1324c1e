from django.conf import settings
from django.db import models
from django.db.models import F, Q

from ratusha.applications.rules import DecisionForm
from ratusha.cases.public import Case, Outcome

KINDS_OF_DECISION = (Outcome.GRANTED, Outcome.REFUSED, Outcome.NOT_ACCEPTED)


class DecisionQuerySet(models.QuerySet["Decision"]):
    def of(self, case: Case) -> "Decision | None":
        """The one that counts: the newest. Those before it are history."""
        return self.filter(case=case).order_by("-round").first()


class Decision(models.Model):
    """One of the exactly three kinds of decision (Law 433-Z): to refuse to accept, to grant, to refuse.

    A case that is considered anew is decided once more, in its next round. A decision is never edited; one that was
    cancelled says when, by whose act and why.
    """

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="+", db_index=False)
    round = models.PositiveSmallIntegerField(default=1)
    outcome = models.CharField(
        max_length=20,
        choices=[(o.value, o.label) for o in KINDS_OF_DECISION],
    )
    ground_code = models.CharField(max_length=60, blank=True)
    ground = models.JSONField(default=dict, blank=True)
    legal_source = models.CharField(max_length=300, blank=True)
    reasons = models.TextField(blank=True)
    document_id = models.UUIDField(null=True, blank=True)
    decided_at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    drafted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    form = models.CharField(max_length=10, choices=DecisionForm, default=DecisionForm.WRITTEN)
    expires_on = models.DateField(null=True, blank=True)
    notify_by = models.DateField(null=True, blank=True)
    notified_at = models.DateTimeField(null=True, blank=True)
    delivered_at = models.DateTimeField(null=True, blank=True)
    cancelled_at = models.DateTimeField(null=True, blank=True)
    cancelled_because = models.TextField(blank=True)

    objects = DecisionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="decision_to_refuse_has_ground_source_and_reasons",
                condition=Q(outcome=Outcome.GRANTED)
                | (~Q(ground_code="") & ~Q(legal_source="") & ~Q(reasons="")),
            ),
            models.UniqueConstraint(
                fields=["case", "round"], name="decision_is_one_for_each_round_of_a_case"
            ),
            models.UniqueConstraint(
                fields=["case"],
                condition=Q(cancelled_at=None),
                name="decision_that_stands_is_one_for_a_case",
            ),
            models.CheckConstraint(
                name="decision_is_oral_only_when_it_refuses_to_accept",
                condition=Q(form=DecisionForm.WRITTEN)
                | Q(outcome=Outcome.NOT_ACCEPTED, document_id=None),
            ),
            models.CheckConstraint(
                name="decision_is_confirmed_by_another_than_who_wrote_it",
                condition=Q(drafted_by=None) | ~Q(drafted_by=F("by")),
            ),
            models.CheckConstraint(
                name="decision_is_cancelled_for_a_reason",
                condition=Q(cancelled_at=None, cancelled_because="")
                | (Q(cancelled_at__isnull=False) & ~Q(cancelled_because="")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.round} {self.outcome}"


class DraftDecision(models.Model):
    """A decision as one official wrote it, for a second one to confirm or to give back with a note."""

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="+")
    outcome = models.CharField(
        max_length=20, choices=[(o.value, o.label) for o in (Outcome.GRANTED, Outcome.REFUSED)]
    )
    ground_code = models.CharField(max_length=60, blank=True)
    reasons = models.TextField(blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    note = models.TextField(blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["case"],
                condition=Q(ended_at=None),
                name="draft_decision_waits_one_at_a_time",
            ),
            models.CheckConstraint(
                name="draft_decision_to_refuse_has_ground_and_reasons",
                condition=Q(outcome=Outcome.GRANTED) | (~Q(ground_code="") & ~Q(reasons="")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.outcome}"


class SecondOfficial(models.Model):
    """A body has its decisions confirmed by a second official: all of them, or those of one procedure."""

    body_id = models.UUIDField(db_index=True)
    subject_code = models.CharField(max_length=40, blank=True)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    set_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["body_id", "subject_code"],
                condition=Q(until=None),
                name="second_official_is_asked_for_once_for_a_procedure",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.body_id} {self.subject_code}"
