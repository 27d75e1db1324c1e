"""Offices and their people. Of a person the register keeps an id, a role and what was learnt; the name is elsewhere."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from uuid_utils.compat import uuid7

from ratusha.systems.offices.rules import Role, Teaching

LEVEL = Q(level__gte=0, level__lte=4)


class Office(models.Model):
    """An office of digitalisation of a sphere or region, or the unit of a body that has its functions."""

    KINDS = [("office", "office"), ("unit", "unit")]
    code = models.CharField(max_length=60, unique=True)
    kind = models.CharField(max_length=6, choices=KINDS)
    body = models.ForeignKey("parties.Organisation", models.PROTECT, related_name="+")
    sphere = models.CharField(max_length=40, blank=True)
    region = models.CharField(max_length=10, blank=True)
    act = models.CharField(max_length=300, blank=True)
    sample = models.BooleanField(default=False)

    class Meta:
        ordering = ["code"]

    def __str__(self) -> str:
        return self.code


class Specialist(models.Model):
    """Somebody who works in an office. `user`: their cabinet, so that they see what is kept of them."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    office = models.ForeignKey(Office, models.PROTECT, related_name="specialists")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    role = models.CharField(max_length=12, choices=Role)
    level = models.PositiveSmallIntegerField()
    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    loads = models.JSONField(default=dict, help_text="per cent by quarter: {'2026-Q4': 80}")

    class Meta:
        ordering = ["role", "-level", "id"]
        constraints = [
            models.CheckConstraint(name="specialist_has_a_level", condition=LEVEL),
            models.CheckConstraint(
                name="specialist_leaves_after_coming",
                condition=Q(until=None) | Q(until__gte=F("since")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.role} {self.level}"


class Certificate(models.Model):
    specialist = models.ForeignKey(Specialist, models.PROTECT, related_name="certificates")
    title = models.CharField(max_length=300)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["valid_from"]
        constraints = [
            models.CheckConstraint(
                name="certificate_ends_after_it_begins",
                condition=Q(valid_to=None) | Q(valid_to__gte=F("valid_from")),
            ),
        ]

    def __str__(self) -> str:
        return self.title


class CompetenceNeed(models.Model):
    """What a measure or the office itself needs, quarter by quarter."""

    office = models.ForeignKey(Office, models.PROTECT, related_name="needs")
    role = models.CharField(max_length=12, choices=Role)
    level = models.PositiveSmallIntegerField()
    people = models.PositiveSmallIntegerField()
    quarter = models.CharField(max_length=7)
    measure = models.CharField(max_length=60, blank=True)

    class Meta:
        ordering = ["quarter", "role"]
        constraints = [
            models.CheckConstraint(name="need_has_a_level", condition=LEVEL),
            models.CheckConstraint(
                name="need_names_a_quarter", condition=Q(quarter__regex=r"^\d{4}-Q[1-4]$")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.quarter} {self.role} {self.level}"


class TrainingLine(models.Model):
    """From request to effect: what is to be learnt, where, for how much, what came of it after six months."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    office = models.ForeignKey(Office, models.PROTECT, related_name="trainings")
    specialist = models.ForeignKey(
        Specialist, models.PROTECT, null=True, blank=True, related_name="trainings"
    )
    kind = models.CharField(max_length=14, choices=Teaching)
    role = models.CharField(max_length=12, choices=Role)
    level = models.PositiveSmallIntegerField()
    course = models.CharField(max_length=300)
    provider = models.CharField(max_length=300, blank=True)
    budget = models.DecimalField(max_digits=12, decimal_places=2, null=True, blank=True)
    quarter = models.CharField(max_length=7)
    done_on = models.DateField(null=True, blank=True)
    reached = models.PositiveSmallIntegerField(null=True, blank=True)
    effect = models.TextField(blank=True)
    effect_on = models.DateField(
        null=True, blank=True
    )  # unknown of what was told before it was kept

    class Meta:
        ordering = ["quarter", "role"]
        constraints = [
            models.CheckConstraint(name="training_aims_at_a_level", condition=LEVEL),
            models.CheckConstraint(
                name="training_done_says_what_was_reached",
                condition=Q(done_on=None, reached=None) | Q(done_on__isnull=False, reached__lte=4),
            ),
            models.CheckConstraint(
                name="training_has_effect_only_when_done",
                condition=Q(effect="") | Q(done_on__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.quarter} {self.course}"
