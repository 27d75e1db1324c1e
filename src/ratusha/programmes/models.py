"""What steering adds to measures: places, promises, proofs, confidence; forecasts and choices. Added, never edited."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import pgettext_lazy
from uuid_utils.compat import uuid7

from ratusha.steering.public import Earning

HIGHEST = 5
RETENTION = {
    "Change": (None, "numbers alone; one is left each night"),
    "Placement": ("case", "with its measure"),
    "Baseline": ("case", "with its measure"),
    "BaselineStage": ("case", "with its measure"),
    "Progress": ("case", "with its measure"),
    "Rating": ("case", "with its measure"),
    "ForecastRun": (None, "figures about measures, no person; frozen for good"),
    "Scenario": (None, "a choice that was considered, with its author; for good"),
}


class View(models.TextChoices):
    """Whose confidence it is."""

    OWN = "own", pgettext_lazy("confidence", "own")
    INDEPENDENT = "independent", pgettext_lazy("confidence", "independent")


class Entered(models.Model):
    """Who entered a row and when."""

    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        abstract = True


class Placement(Entered):
    """From a day on a measure stands at this place of a programme. Moving it is another row, by an act."""

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="+")
    node = models.CharField(max_length=60)
    since = models.DateField()
    act = models.CharField(max_length=300)

    class Meta:
        ordering = ["since", "id"]
        constraints = [
            models.UniqueConstraint(fields=["case", "since"], name="measure_is_placed_once_a_day"),
            models.CheckConstraint(name="placement_names_its_act", condition=~Q(act="")),
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.node}"


class Baseline(Entered):
    """What was promised: stages, days, money. The first stays for ever; a change adds the next, with its reason."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField()
    taken_on = models.DateField()
    reason = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["case", "number"]
        constraints = [
            models.UniqueConstraint(fields=["case", "number"], name="baseline_has_its_own_number"),
            models.CheckConstraint(
                name="baseline_after_the_first_has_a_reason", condition=Q(number=1) | ~Q(reason="")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.number}"


class BaselineStage(models.Model):
    """A stage as promised, by which rule it is earned, and how long it may take."""

    baseline = models.ForeignKey(Baseline, models.PROTECT, related_name="stages")
    number = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=300)
    starts_on = models.DateField()
    ends_on = models.DateField()
    amount = models.DecimalField(max_digits=16, decimal_places=2)
    rule = models.CharField(max_length=12, choices=[(one.value, one.value) for one in Earning])
    after = ArrayField(models.PositiveSmallIntegerField(), default=list)
    shortest = models.PositiveSmallIntegerField(help_text="working days")
    likeliest = models.PositiveSmallIntegerField()
    longest = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["baseline", "number"], name="baseline_stage_has_its_own_number"
            ),
            models.CheckConstraint(
                name="baseline_stage_ends_after_it_begins", condition=Q(ends_on__gte=F("starts_on"))
            ),
            models.CheckConstraint(
                name="baseline_stage_durations_are_in_order",
                condition=Q(shortest__lte=F("likeliest")) & Q(likeliest__lte=F("longest")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.title[:40]}"


class Progress(Entered):
    """A share of a stage said to be done, with its evidence; it counts once somebody else has accepted that."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="+")
    stage = models.PositiveSmallIntegerField()
    share = models.DecimalField(max_digits=5, decimal_places=4)
    evidence = models.TextField()
    on = models.DateField()
    accepted_on = models.DateField(null=True, blank=True)
    accepted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ["on", "id"]
        constraints = [
            models.CheckConstraint(name="progress_has_evidence", condition=~Q(evidence="")),
            models.CheckConstraint(
                name="progress_is_a_share", condition=Q(share__gt=0) & Q(share__lte=1)
            ),
            models.CheckConstraint(
                name="progress_is_accepted_by_another_person",
                condition=Q(accepted_on=None, accepted_by=None)
                | (
                    Q(accepted_on__isnull=False, accepted_by__isnull=False)
                    & ~Q(accepted_by=F("by"))
                ),
            ),
        ]
        indexes = [models.Index(fields=["case", "stage"], name="progress_of_stage")]

    def __str__(self) -> str:
        return f"{self.case_id} {self.stage} {self.share}"


class Rating(Entered):
    """How sure one side is that the measure delivers: nine answers with evidence, and the whole they give."""

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="+")
    view = models.CharField(max_length=12, choices=View)
    on = models.DateField()
    body_id = models.UUIDField()
    answers = models.JSONField()  # question: [mark, evidence]
    overall = models.PositiveSmallIntegerField()
    version = models.CharField(max_length=20)

    class Meta:
        ordering = ["-on", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "view", "on"], name="measure_is_rated_once_a_day_by_each_side"
            ),
            models.CheckConstraint(
                name="rating_is_one_to_five", condition=Q(overall__range=(1, HIGHEST))
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.view} {self.overall}"


class ForecastRun(Entered):
    """One computation of when it ends and what it costs: stages as they stood, seed, result. Written once."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    node = models.CharField(max_length=60)
    on = models.DateField()
    replayed = models.BooleanField(
        default=False, help_text="computed later, from what was known on that day"
    )
    version = models.CharField(max_length=20)
    seed = models.PositiveIntegerField()
    runs = models.PositiveIntegerField()
    measures = models.PositiveIntegerField()
    measures_in_all = models.PositiveIntegerField()
    inputs = models.JSONField()
    result = models.JSONField()
    ends_by = models.DateField(help_text="within which eight of ten runs ended")
    costs_up_to = models.DecimalField(max_digits=16, decimal_places=2)
    approved_end = models.DateField()
    approved_cost = models.DecimalField(max_digits=16, decimal_places=2)

    class Meta:
        ordering = ["-at"]
        constraints = [
            models.CheckConstraint(
                name="forecast_counts_no_more_than_there_are",
                condition=Q(measures__lte=F("measures_in_all")),
            ),
        ]
        indexes = [models.Index(fields=["node", "-at"], name="forecast_of_node")]

    def __str__(self) -> str:
        return f"{self.node} {self.on}"


class Scenario(Entered):
    """A choice of measures under a budget, as it was considered: what was asked, and what came of it."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    node = models.CharField(max_length=60)
    name = models.CharField(max_length=120)
    version = models.CharField(max_length=20)
    asked = models.JSONField()
    result = models.JSONField()

    class Meta:
        ordering = ["-at"]
        constraints = [
            models.UniqueConstraint(fields=["node", "name"], name="scenario_has_its_own_name"),
            models.CheckConstraint(name="scenario_is_named", condition=~Q(name="")),
        ]

    def __str__(self) -> str:
        return self.name


class Change(models.Model):
    """Something that dashboards are computed from has changed: written by triggers, read by `kept`."""

    id = models.BigAutoField(primary_key=True)
    measure = models.UUIDField(null=True, editable=False)  # whose it is; None: it may be anybody's

    def __str__(self) -> str:
        return str(self.pk)
