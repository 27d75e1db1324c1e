"""Plans and reports, their rows, what was sent and how it was judged, annexes, and figures of the treasury.

Triggers (migration 0002) see that rows of an accepted paper stay, and that filings, reviews and imports are only added.
"""

from decimal import Decimal
from typing import Self

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from uuid_utils.compat import uuid7

from .law import law
from .rules import About, Direction, Kind, PlannedRow, ReportedRow, Stage, percent

RETENTION = {"*": (None, "for good: plans and reports are the memory of digital development")}


class PaperQuerySet(models.QuerySet["Paper"]):
    def accepted(self, kind: str, year: int) -> Self:
        return self.filter(kind=kind, year=year, stage=Stage.ACCEPTED)


class Paper(models.Model):
    """A plan or a report of one body for one year."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    kind = models.CharField(max_length=8, choices=Kind)
    body = models.ForeignKey("parties.Organisation", models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField(
        validators=[MinValueValidator(2000), MaxValueValidator(2100)]
    )
    obligation = models.OneToOneField("obligations.Obligation", models.PROTECT, related_name="+")
    stage = models.CharField(max_length=10, choices=Stage, default=Stage.DRAFTING)
    training = models.TextField(blank=True)
    trained = models.PositiveIntegerField(default=0, help_text="people to be trained, or trained")
    letter = models.CharField(
        max_length=200,
        blank=True,
        help_text="of a paper that was accepted before the platform began",
    )
    begun_at = models.DateTimeField()
    prepared_at = models.DateTimeField(null=True, blank=True)
    prepared_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = PaperQuerySet.as_manager()

    class Meta:
        ordering = ["-year", "kind", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "body", "year"], name="paper_is_one_for_a_body_and_year"
            ),
            models.CheckConstraint(
                name="paper_is_prepared_by_somebody",
                condition=Q(stage="drafting")
                | Q(prepared_at__isnull=False, prepared_by__isnull=False)
                | (Q(stage="accepted") & ~Q(letter="")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.year} {self.body_id}"

    def get_absolute_url(self) -> str:
        return reverse("plans:paper", args=[self.pk])


class Annex(models.Model):
    """A change of an accepted plan: prepared by one, signed by another; its rows come in force with the signature."""

    plan = models.ForeignKey(Paper, models.PROTECT, related_name="annexes")
    number = models.PositiveSmallIntegerField()
    reasons = models.TextField()
    prepared_at = models.DateTimeField()
    prepared_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    signed_at = models.DateTimeField(null=True, blank=True)
    signed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "number"], name="annex_has_its_own_number"),
            models.UniqueConstraint(
                fields=["plan"], condition=Q(signed_at=None), name="annex_is_prepared_one_at_a_time"
            ),
            models.CheckConstraint(name="annex_has_reasons", condition=~Q(reasons="")),
            models.CheckConstraint(
                name="annex_is_signed_by_another_than_who_prepared",
                condition=Q(signed_by=None, signed_at=None)
                | (
                    Q(signed_at__isnull=False, signed_by__isnull=False)
                    & ~Q(signed_by=F("prepared_by"))
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.plan_id}/{self.number}"


class RowQuerySet(models.QuerySet["Row"]):
    def in_force(self) -> Self:
        """The rows as the signed annexes have made them."""
        signed = Q(annex=None) | Q(annex__signed_at__isnull=False)
        replaced = Row.objects.filter(signed).exclude(replaces=None).values("replaces")
        return self.filter(signed).exclude(pk__in=replaced)


class Row(models.Model):
    """One line of a plan: what, whose, until which quarter, how much, for which money, at which risk."""

    paper = models.ForeignKey(Paper, models.PROTECT, related_name="rows")
    annex = models.ForeignKey(Annex, models.PROTECT, null=True, blank=True, related_name="rows")
    replaces = models.OneToOneField("self", models.PROTECT, null=True, blank=True, related_name="+")
    number = models.PositiveSmallIntegerField()
    about = models.CharField(max_length=10, choices=About)
    code = models.CharField(max_length=40, blank=True, help_text="of the indicator or the measure")
    title = models.CharField(max_length=300)
    task = models.CharField(max_length=40, blank=True)
    owner = models.CharField(max_length=200, blank=True)
    quarter = models.PositiveSmallIntegerField()
    unit = models.CharField(max_length=40)
    direction = models.CharField(max_length=4, choices=Direction, default=Direction.MORE)
    base = models.DecimalField(max_digits=18, decimal_places=3, null=True, blank=True)
    target = models.DecimalField(max_digits=18, decimal_places=3)
    money = models.DecimalField(max_digits=18, decimal_places=2, default=Decimal(0))
    source = models.CharField(max_length=20, blank=True)
    risk = models.TextField(blank=True)

    objects = RowQuerySet.as_manager()

    class Meta:
        ordering = ["number", "id"]
        constraints = [
            models.CheckConstraint(
                name="row_is_due_in_a_quarter", condition=Q(quarter__range=(1, 4))
            ),
            models.CheckConstraint(name="row_has_a_title", condition=~Q(title="")),
            models.CheckConstraint(
                name="row_with_money_has_a_source",
                condition=Q(money=0) | (Q(money__gt=0) & ~Q(source="")),
            ),
            models.CheckConstraint(
                name="row_of_an_indicator_or_a_measure_has_its_code",
                condition=Q(about="other") | ~Q(code=""),
            ),
            models.CheckConstraint(
                name="row_replaces_another_only_in_an_annex",
                condition=Q(replaces=None) | Q(annex__isnull=False),
            ),
            models.UniqueConstraint(
                fields=["paper", "number"], condition=Q(annex=None), name="row_has_its_own_number"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.title}"

    def said(self) -> str:
        """An indicator is called as the law calls it in the reader's language; the rest as it was written."""
        indicator = law().indicator(self.code) if self.about == About.INDICATOR else None
        return indicator.said() if indicator else self.title

    def unit_said(self) -> str:
        indicator = law().indicator(self.code) if self.about == About.INDICATOR else None
        return indicator.unit_said() if indicator else self.unit

    def as_planned(self) -> PlannedRow:
        return PlannedRow(
            self.number, self.code, self.task, self.owner, self.base, self.target, self.direction, self.risk,
        )  # fmt: skip


class Result(models.Model):
    """One line of a report: what came of a row of the plan."""

    report = models.ForeignKey(Paper, models.PROTECT, related_name="results")
    row = models.ForeignKey(Row, models.PROTECT, related_name="+")
    fact = models.DecimalField(max_digits=18, decimal_places=3, null=True, blank=True)
    reason = models.CharField(max_length=20, blank=True)
    words = models.TextField(blank=True)
    evidence = models.TextField(blank=True)
    money = models.DecimalField(max_digits=18, decimal_places=2, null=True, blank=True)
    next_steps = models.TextField(blank=True)
    known = models.DecimalField(
        max_digits=18,
        decimal_places=3,
        null=True,
        blank=True,
        help_text="by the campaign of indicators",
    )
    known_from = models.CharField(max_length=200, blank=True)
    difference = models.TextField(blank=True)

    class Meta:
        ordering = ["row__number", "id"]
        constraints = [
            models.UniqueConstraint(fields=["report", "row"], name="result_is_one_for_a_row"),
            models.CheckConstraint(
                name="result_is_known_from_somewhere", condition=Q(known=None) | ~Q(known_from="")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.row_id}: {self.fact}"

    @property
    def percent(self) -> Decimal | None:
        return percent(self.fact, self.row.target, self.row.direction)

    def as_reported(self) -> ReportedRow:
        row = self.row
        return ReportedRow(
            row.number, row.title, row.target, row.direction, row.source, row.money, self.fact,
            self.reason, self.words, self.evidence, self.money, self.known, self.difference,
        )  # fmt: skip


class Filing(models.Model):
    """A paper as it was signed and sent, with what was said of it then. Added and never changed."""

    paper = models.ForeignKey(Paper, models.PROTECT, related_name="filings")
    number = models.PositiveSmallIntegerField()
    at = models.DateTimeField()
    prepared_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    signed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    content = models.JSONField()
    digest = models.CharField(max_length=64)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["paper", "number"], name="filing_has_its_own_number"),
            models.CheckConstraint(
                name="filing_is_signed_by_another_than_who_prepared",
                condition=~Q(signed_by=F("prepared_by")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.paper_id}/{self.number}"


class Review(models.Model):
    """The word of the ministry on one filing. Added and never changed."""

    class Outcome(models.TextChoices):
        ACCEPTED = "accepted"
        RETURNED = "returned"

    filing = models.OneToOneField(Filing, models.PROTECT, primary_key=True, related_name="review")
    outcome = models.CharField(max_length=10, choices=Outcome)
    words = models.TextField(blank=True)
    mend_by = models.DateField(null=True, blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="review_that_returns_has_words_and_a_day",
                condition=Q(outcome="accepted", mend_by=None)
                | (Q(outcome="returned", mend_by__isnull=False) & ~Q(words="")),
            ),
        ]

    def __str__(self) -> str:
        return self.outcome


class TreasurySum(models.Model):
    """What the treasury says a body spent in a year from one source; the newest import counts. Only added."""

    body = models.ForeignKey("parties.Organisation", models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    source = models.CharField(max_length=20)
    amount = models.DecimalField(max_digits=18, decimal_places=2)
    imported_at = models.DateTimeField()
    imported_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["body", "year", "-imported_at"], name="treasury_newest")]
        constraints = [
            models.UniqueConstraint(
                fields=["body", "year", "source", "imported_at"],
                name="treasury_sum_is_once_in_an_import",
            ),
            models.CheckConstraint(name="treasury_sum_is_not_negative", condition=Q(amount__gte=0)),
        ]

    def __str__(self) -> str:
        return f"{self.body_id} {self.year} {self.source}"
