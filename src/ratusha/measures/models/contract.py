from datetime import date, datetime
from decimal import Decimal

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from uuid_utils.compat import uuid7

from ratusha.measures.contract_rules import IN_HAND, StageState, StageStep
from ratusha.measures.routes import Money


class Contract(models.Model):
    """Step 5. `continuing` ones were signed before a change of the measure and are paid on meanwhile."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    case = models.OneToOneField("cases.Case", models.PROTECT, related_name="+")
    number = models.CharField(max_length=60)
    signed_on = models.DateField()
    ends_on = models.DateField()
    amount = models.DecimalField(max_digits=16, decimal_places=2)
    year_sums = models.JSONField(default=dict, help_text="what was signed for each year")

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="contract_ends_after_it_was_signed", condition=Q(ends_on__gte=F("signed_on"))
            ),
            models.CheckConstraint(name="contract_has_a_price", condition=Q(amount__gt=0)),
        ]

    def __str__(self) -> str:
        return self.number

    def sums_by_source(self) -> list[tuple[str, str, Decimal]]:
        """Year, source, and what is signed for them; nothing where there is one source alone."""
        sums: dict[tuple[str, str], Decimal] = {}
        for one in self.stages.all():
            place = (str(one.due_on.year), one.source)
            sums[place] = sums.get(place, Decimal()) + one.amount
        several = len({source for _year, source in sums}) > 1
        return [(*place, amount) for place, amount in sorted(sums.items())] if several else []

    def criteria_before(self, stage: "Stage") -> list[tuple[datetime, str]]:
        """By what the stage was to be accepted until that was written anew: when it was said, and the words."""
        told: list[tuple[datetime, str]] = []
        for one in self.terms.all():
            words = one.criteria.get(str(stage.number), "")
            if words and (not told or told[-1][1] != words):
                told.append((one.at, words))
        return told[:-1]

    def said_source(self, code: str) -> str:
        return str(Money(code).label) if code else ""


class Stage(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    contract = models.ForeignKey(Contract, models.PROTECT, related_name="stages")
    number = models.PositiveSmallIntegerField()
    result = models.CharField(max_length=300)
    due_on = models.DateField()
    amount = models.DecimalField(max_digits=16, decimal_places=2)
    source = models.CharField(
        max_length=30, choices=Money, blank=True, help_text="empty where nobody told sources apart"
    )
    with_code = models.BooleanField(default=False, help_text="its result is code (C03)")
    criteria = models.TextField(blank=True, help_text="by what it is accepted")
    state = models.CharField(max_length=20, choices=StageState, default=StageState.PLANNED)
    commit = models.CharField(max_length=64, blank=True)
    accepted_on = models.DateField(null=True, blank=True)
    evidence = models.TextField(blank=True)
    accepted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["contract", "number"], name="stage_has_its_own_number"),
            models.CheckConstraint(
                name="stage_accepted_has_evidence_and_a_person",
                condition=Q(accepted_on=None, accepted_by=None, evidence="")
                | (Q(accepted_on__isnull=False, accepted_by__isnull=False) & ~Q(evidence="")),
            ),
            models.CheckConstraint(
                name="stage_is_accepted_on_a_day",
                condition=Q(state__in=IN_HAND, accepted_on__isnull=False)
                | (~Q(state__in=IN_HAND) & Q(accepted_on=None)),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.result[:40]}"


class StageAct(models.Model):
    """A stage was handed over, accepted, refused, mended: by whom, in which words. Added and never changed."""

    stage = models.ForeignKey(Stage, models.PROTECT, related_name="acts")
    step = models.CharField(max_length=20, choices=StageStep)
    text = models.TextField()
    commit = models.CharField(max_length=64, blank=True)
    mend_by = models.DateField(null=True, blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(name="act_of_a_stage_has_words", condition=~Q(text="")),
            models.CheckConstraint(
                name="remarks_on_a_stage_have_their_day",
                condition=Q(step=StageStep.ACCEPT_WITH_REMARKS, mend_by__isnull=False)
                | (~Q(step=StageStep.ACCEPT_WITH_REMARKS) & Q(mend_by=None)),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.stage_id} {self.step}"


class StagePaper(models.Model):
    """A file of an act of a stage; the bytes are kept by `documents`. Added and never changed."""

    act = models.ForeignKey(StageAct, models.PROTECT, related_name="papers")
    file_id = models.UUIDField(unique=True)
    name = models.CharField(max_length=200)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.name


class Amendment(models.Model):
    """The contract says something else from now on; both are kept. Added and never changed."""

    contract = models.ForeignKey(Contract, models.PROTECT, related_name="amendments")
    number = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=100, help_text="its own number and day")
    signed_on = models.DateField()
    ground = models.CharField(max_length=40)
    reasons = models.TextField()
    before = models.JSONField(help_text="price, last day, price and day of each stage")
    after = models.JSONField()
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["contract", "number"], name="amendment_has_its_own_number"
            ),
            models.CheckConstraint(
                name="amendment_changes_something_and_says_why",
                condition=~Q(before=F("after")) & ~Q(ground="") & ~Q(reasons=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.contract_id} {self.number}"

    def prices(self) -> tuple[Decimal, Decimal]:
        return Decimal(self.before["amount"]), Decimal(self.after["amount"])

    def last_days(self) -> tuple[date, date]:
        before, after = self.before["ends_on"], self.after["ends_on"]
        return date.fromisoformat(before), date.fromisoformat(after)


class Payment(models.Model):
    """Money paid under the contract. Added and never changed."""

    contract = models.ForeignKey(Contract, models.PROTECT, related_name="payments")
    on = models.DateField()
    amount = models.DecimalField(max_digits=16, decimal_places=2)
    under_change = models.BooleanField(default=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(name="payment_is_above_zero", condition=Q(amount__gt=0)),
        ]

    def __str__(self) -> str:
        return f"{self.on} {self.amount}"


class BenefitReview(models.Model):
    """After so many months of operation: what was promised and what came. Late stays late. Added and never changed."""

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="+")
    months = models.PositiveSmallIntegerField()
    due_on = models.DateField()
    figures = models.JSONField(
        default=list, help_text="of each indicator: name, baseline, target, fact"
    )
    text = models.TextField()
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["months"]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "months"], name="benefits_reviewed_once_a_date"
            ),
            models.CheckConstraint(name="review_of_benefits_has_words", condition=~Q(text="")),
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.months}"


class Commissioning(models.Model):
    """Step 6: the act by which a system was put into operation, and what was proven before."""

    case = models.OneToOneField("cases.Case", models.PROTECT, primary_key=True, related_name="+")
    act = models.CharField(max_length=300)
    register_number = models.CharField(max_length=60)
    checks = ArrayField(models.CharField(max_length=4))
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="commissioning_names_act_and_register_number",
                condition=~Q(act="") & ~Q(register_number=""),
            ),
        ]

    def __str__(self) -> str:
        return self.act


class CheckProof(models.Model):
    """By which paper a check before operation is proven; the latest counts. Added and never changed."""

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="+")
    code = models.CharField(max_length=4)
    text = models.TextField()
    figure = models.DecimalField(max_digits=12, decimal_places=2, null=True, blank=True)
    file_id = models.UUIDField()
    name = models.CharField(max_length=200)
    is_open = models.BooleanField(
        default=False, help_text="everybody may read it once it is in operation"
    )
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(name="proof_of_a_check_has_words", condition=~Q(text="")),
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.code}"
