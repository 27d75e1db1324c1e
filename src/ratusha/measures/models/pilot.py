from decimal import Decimal

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from ratusha.measures.effect import Grade, Warned
from ratusha.measures.pilot_checks import LEAST_READINESS, MOST_READINESS, Design
from ratusha.measures.site_costs import PerSite, per_site

from .call import Direction


class PilotTerms(models.Model):
    """What a pilot tries: a hypothesis that can be measured, where, for how long, when it stops."""

    case = models.OneToOneField("cases.Case", models.PROTECT, primary_key=True, related_name="+")
    direction = models.ForeignKey(
        Direction,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="empty where the application is older than the calls",
    )
    hypothesis = models.TextField()
    indicator = models.CharField(max_length=200)
    baseline = models.DecimalField(max_digits=16, decimal_places=3)
    target = models.DecimalField(max_digits=16, decimal_places=3)
    site = models.CharField(max_length=300)
    site_agreed = models.CharField(max_length=300)
    means = models.TextField(blank=True, help_text="given free of charge")
    design = models.CharField(max_length=20, choices=Design)
    compared_with = ArrayField(
        models.CharField(max_length=200), default=list, help_text="places without the pilot"
    )
    points = models.PositiveSmallIntegerField(default=0, help_text="measurements that are planned")
    months = models.PositiveSmallIntegerField()
    readiness = models.PositiveSmallIntegerField()
    stop_criteria = models.TextField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="pilot_says_when_it_stops_and_who_agreed",
                condition=~Q(stop_criteria="") & ~Q(site_agreed=""),
            ),
            models.CheckConstraint(
                name="pilot_readiness_is_one_to_nine",
                condition=Q(readiness__range=(LEAST_READINESS, MOST_READINESS)),
            ),
            models.CheckConstraint(
                name="pilot_under_a_direction_names_places_it_is_compared_with",
                condition=Q(direction=None)
                | ~Q(design=Design.COMPARISON)
                | Q(compared_with__len__gt=0),
            ),
        ]

    def __str__(self) -> str:
        return self.hypothesis[:60]


class Agreement(models.Model):
    """With the owner of the site: from which day the pilot works there. Added and never changed."""

    case = models.OneToOneField("cases.Case", models.PROTECT, primary_key=True, related_name="+")
    text = models.TextField()
    starts_on = models.DateField()
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(name="pilot_agreement_has_words", condition=~Q(text="")),
        ]

    def __str__(self) -> str:
        return self.text[:60]


class Measurement(models.Model):
    """One figure of one place on one day. Added and never changed: a later one for the same day corrects it."""

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="+")
    place = models.CharField(max_length=200)
    with_pilot = models.BooleanField()
    on = models.DateField()
    value = models.DecimalField(max_digits=16, decimal_places=3)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(name="measurement_says_its_place", condition=~Q(place="")),
        ]

    def __str__(self) -> str:
        return f"{self.place} {self.on} {self.value}"


class Evaluation(models.Model):
    """Step 6: the effect with its interval, and what was decided. Added and never changed."""

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="+")
    effect = models.DecimalField(max_digits=16, decimal_places=3)
    low = models.DecimalField(max_digits=16, decimal_places=3)
    high = models.DecimalField(max_digits=16, decimal_places=3)
    p = models.FloatField(null=True, blank=True, help_text="empty where it is an opinion")
    grade = models.CharField(max_length=1, choices=Grade, default=Grade.D)
    points = models.PositiveIntegerField(default=0, help_text="measurements it was computed from")
    warned = ArrayField(models.CharField(max_length=20, choices=Warned), default=list)
    cost = models.DecimalField(max_digits=16, decimal_places=2, null=True, blank=True)
    sites = models.JSONField(default=list, help_text="each as name, cost: for one more site")
    answers = models.PositiveIntegerField(help_text="of users about their satisfaction")
    side_effects = models.TextField(blank=True)
    text = models.TextField()
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                name="effect_lies_within_its_interval",
                condition=Q(low__lte=models.F("effect")) & Q(high__gte=models.F("effect")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.effect}"

    def warned_said(self) -> list[tuple[str, str]]:
        return [(code, str(Warned(code).label)) for code in self.warned]

    def per_site(self, dearer: Decimal) -> PerSite | None:
        return per_site([Decimal(cost) for _name, cost in self.sites], dearer=dearer)

    def for_a_thousand(self) -> Decimal:
        """The effect for each thousand of the currency that the pilot has cost."""
        return round(self.effect / self.cost * 1000, 3) if self.cost else Decimal()
