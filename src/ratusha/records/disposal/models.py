"""Acts of disposal and legal holds. Triggers (migration 0004) see that an act only goes forward."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from .rules import Hang, Line, State


class Disposal(models.Model):
    """An act: these cases of this body are erased. One proposes, another confirms; then each is erased by itself."""

    reference = models.CharField(max_length=24, unique=True, editable=False)
    body_id = models.UUIDField(db_index=True)
    prepared_at = models.DateTimeField()
    proposed_at = models.DateTimeField(null=True, blank=True)
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    digest = models.CharField(max_length=64, blank=True)
    confirmed_at = models.DateTimeField(null=True, blank=True)
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    dropped_at = models.DateTimeField(null=True, blank=True)
    dropped_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    dropped_because = models.TextField(blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-prepared_at"]
        constraints = [
            models.CheckConstraint(
                name="disposal_is_proposed_by_somebody_with_a_digest",
                condition=Q(proposed_at=None, proposed_by=None, digest="")
                | (Q(proposed_at__isnull=False, proposed_by__isnull=False) & ~Q(digest="")),
            ),
            models.CheckConstraint(
                name="disposal_is_confirmed_after_it_was_proposed",
                condition=Q(confirmed_at=None, confirmed_by=None)
                | Q(
                    confirmed_at__isnull=False,
                    confirmed_by__isnull=False,
                    proposed_at__isnull=False,
                ),
            ),
            models.CheckConstraint(
                name="disposal_is_confirmed_by_another_than_who_proposed",
                condition=Q(confirmed_by=None) | ~Q(confirmed_by=F("proposed_by")),
            ),
            models.CheckConstraint(
                name="disposal_is_given_back_for_a_reason",
                condition=Q(dropped_at=None, dropped_by=None, dropped_because="")
                | (
                    Q(dropped_at__isnull=False, dropped_by__isnull=False, confirmed_at=None)
                    & ~Q(dropped_because="")
                ),
            ),
            models.CheckConstraint(
                name="disposal_is_finished_after_it_was_confirmed",
                condition=Q(finished_at=None) | Q(confirmed_at__isnull=False),
            ),
            models.UniqueConstraint(
                fields=["body_id"],
                condition=Q(finished_at=None, dropped_at=None),
                name="disposal_runs_one_at_a_time_in_a_body",
            ),
        ]

    def __str__(self) -> str:
        return self.reference

    def get_absolute_url(self) -> str:
        return reverse("records:disposal", args=[self.reference])

    @property
    def state(self) -> State:
        reached = (
            (self.dropped_at, State.DROPPED),
            (self.finished_at, State.FINISHED),
            (self.confirmed_at, State.CONFIRMED),
            (self.proposed_at, State.PROPOSED),
        )
        return next((state for at, state in reached if at), State.PREPARED)


class DisposalItem(models.Model):
    """One case of an act. It ends by being erased, or kept because something had come to hang on it."""

    disposal = models.ForeignKey(Disposal, models.PROTECT, related_name="items")
    case_id = models.UUIDField()  # no key: the case goes, this stays
    reference = models.CharField(max_length=24)
    kind = models.CharField(max_length=20)
    closed_on = models.DateField()
    kept_until = models.DateField()
    basis = models.CharField(max_length=300)
    ended_at = models.DateTimeField(null=True, blank=True)
    kept_because = models.CharField(max_length=20, choices=Hang, blank=True)

    class Meta:
        ordering = ["reference"]
        indexes = [
            models.Index(fields=["disposal"], name="item_to_end", condition=Q(ended_at=None)),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["disposal", "case_id"], name="case_is_once_in_an_act_of_disposal"
            ),
            models.CheckConstraint(
                name="item_is_kept_only_when_it_has_ended",
                condition=Q(kept_because="") | Q(ended_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.reference

    @property
    def line(self) -> Line:
        return Line(
            self.case_id, self.reference, self.kind, self.closed_on, self.kept_until, self.basis
        )


class Hold(models.Model):
    """A legal hold: the case is not erased while it stands, whatever its term. Set and lifted with a reason."""

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="+")
    reason = models.TextField()
    legal_source = models.CharField(max_length=300)
    set_at = models.DateTimeField()
    set_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    lifted_at = models.DateTimeField(null=True, blank=True)
    lifted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    lifted_because = models.TextField(blank=True)

    class Meta:
        ordering = ["-set_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["case"], condition=Q(lifted_at=None), name="hold_stands_once_on_a_case"
            ),
            models.CheckConstraint(
                name="hold_has_a_reason_and_a_legal_source",
                condition=~Q(reason="") & ~Q(legal_source=""),
            ),
            models.CheckConstraint(
                name="hold_is_lifted_by_somebody_for_a_reason",
                condition=Q(lifted_at=None, lifted_by=None, lifted_because="")
                | (Q(lifted_at__isnull=False, lifted_by__isnull=False) & ~Q(lifted_because="")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.set_at:%Y-%m-%d}"
