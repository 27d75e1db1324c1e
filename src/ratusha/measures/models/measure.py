from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from ratusha.measures.routes import WITHOUT_COMPETITION, Money, Purpose
from ratusha.measures.routes import Mechanism as Way


class Measure(models.Model):
    """What a measure or a pilot has beside its case. The applicant of the case is who proposes it."""

    case = models.OneToOneField("cases.Case", models.PROTECT, primary_key=True, related_name="+")
    purpose = models.CharField(max_length=20, choices=Purpose)
    goal = models.TextField()
    sphere = models.CharField(max_length=40)
    sources = ArrayField(models.CharField(max_length=30, choices=Money))
    programme = models.CharField(max_length=20, blank=True)
    subprogramme = models.CharField(max_length=20, blank=True)
    regions = ArrayField(models.CharField(max_length=10), default=list, help_text="codes")
    examined_by = models.UUIDField(null=True, blank=True, help_text="the organisation of experts")
    implementer_id = models.UUIDField(null=True, blank=True)
    scales = models.ForeignKey(
        "cases.Case", models.PROTECT, null=True, blank=True, related_name="+", help_text="a pilot"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="only_scaling_scales_a_pilot",
                condition=Q(scales=None) | Q(purpose=Purpose.SCALING),
            ),
            models.CheckConstraint(name="measure_says_its_goal", condition=~Q(goal="")),
            models.CheckConstraint(
                name="measure_has_a_source_of_money", condition=Q(sources__len__gt=0)
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class Classification(models.Model):
    """Step 1: what kind of measure this is, or by which exception it is none. Added and never changed."""

    case = models.OneToOneField("cases.Case", models.PROTECT, primary_key=True, related_name="+")
    kind = models.CharField(max_length=40, blank=True)
    answers = models.JSONField(
        default=list, help_text="questions of the classifier with their answers, by codes"
    )
    exception = models.CharField(max_length=40, blank=True)
    reasons = models.TextField()
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="classification_is_a_kind_or_an_exception",
                condition=(Q(kind="") & ~Q(exception="")) | (~Q(kind="") & Q(exception="")),
            ),
        ]

    def __str__(self) -> str:
        return self.kind or self.exception


class ActRecorded(models.Model):
    """An act that lets a measure go on: it includes, skips a step, or ends. Added and never changed."""

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="+")
    step = models.CharField(max_length=30)
    act = models.CharField(max_length=300)
    reasons = models.TextField(blank=True)
    skips = models.BooleanField(default=False)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(name="act_recorded_is_named", condition=~Q(act="")),
            models.CheckConstraint(
                name="skipped_step_has_reasons", condition=Q(skips=False) | ~Q(reasons="")
            ),
        ]

    def __str__(self) -> str:
        return self.act


class Mechanism(models.Model):
    """Step 4: by which way the implementer was found, and why without a competition. Published."""

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="+")
    way = models.CharField(max_length=20, choices=Way)
    implementer = models.CharField(max_length=300)
    why_not_competition = models.TextField(blank=True)
    tender = models.CharField(max_length=100, blank=True)
    office = models.CharField(max_length=60, blank=True, help_text="code in the list of offices")
    roles = ArrayField(models.CharField(max_length=12), default=list)
    level = models.PositiveSmallIntegerField(null=True, blank=True)
    handed = models.TextField(blank=True, help_text="act, rights, money and days of the function")
    criteria = models.TextField(blank=True, help_text="lots, and by what the winner was chosen")
    unfair_checked_on = models.DateField(null=True, blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                name="mechanism_without_competition_says_why",
                condition=~Q(way__in=WITHOUT_COMPETITION) | ~Q(why_not_competition=""),
            ),
        ]

    def __str__(self) -> str:
        return self.implementer
