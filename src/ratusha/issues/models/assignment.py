"""Territories given to organisations by an act. What is in force is held as cells (`assignment/cells.py`)."""

from typing import Any

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from uuid_utils.compat import uuid7

from .issue import Executor

EVERY_DUTY = "*"


class CellsField(models.Field):  # type: ignore[type-arg]  # Django has no such index at run time
    """Runs of numbers of cells: PostgreSQL's multirange, psycopg's Multirange."""

    def db_type(self, connection: Any) -> str:  # noqa: ARG002 - Django asks so
        return "int8multirange"


class Border(models.Model):
    """The outline of a territory that has to be covered. A better outline is a new border; an old one stays."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    unit_code = models.CharField(max_length=10)
    body_id = models.UUIDField(help_text="whose dispatchers answer for it")
    outline = models.JSONField(help_text="polygons of rings of longitude and latitude")
    source = models.CharField(max_length=300)
    square_metres = models.FloatField()
    at = models.DateTimeField()

    class Meta:
        ordering = ["-at"]

    def __str__(self) -> str:
        return f"{self.unit_code} {self.at:%Y-%m-%d}"


class BorderTile(models.Model):
    border = models.ForeignKey(Border, models.PROTECT, related_name="+")
    tile = models.BigIntegerField()
    cells = CellsField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["border", "tile"], name="border_tile_is_told_once"),
        ]

    def __str__(self) -> str:
        return f"{self.border_id} {self.tile}"


class AssignmentEdition(models.Model):
    """One act: who answers for one duty in every place of one territory, from a day. A draft binds nobody."""

    class Stage(models.TextChoices):
        DRAFT = "draft", _("Draft of an assignment")
        PUBLISHED = "published", _("Published assignment")

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    border = models.ForeignKey(Border, models.PROTECT, related_name="+")
    body_id = models.UUIDField()
    duty = models.CharField(
        max_length=40, help_text="a category, a group of them, or * for everything"
    )
    act = models.CharField(max_length=300)
    act_on = models.DateField()
    sample = models.BooleanField(default=False, help_text="invented for the demonstration")
    stage = models.CharField(max_length=10, choices=Stage, default=Stage.DRAFT)
    days = DateRangeField(null=True, blank=True)
    findings = models.JSONField(default=dict, help_text="gaps and overlaps, as they were found")
    made_at = models.DateTimeField()
    published_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-made_at"]
        constraints = [
            models.CheckConstraint(
                name="assignment_edition_in_force_has_days",
                condition=Q(stage="draft", days=None, published_at=None)
                | Q(
                    stage="published",
                    days__isnull=False,
                    days__isempty=False,
                    days__lower_inf=False,
                    published_at__isnull=False,
                ),
            ),
            models.CheckConstraint(
                name="assignment_edition_names_its_act", condition=~Q(act="") & ~Q(duty="")
            ),
            models.UniqueConstraint(
                fields=["id", "duty", "days"], name="assignment_edition_has_its_days_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.duty} {self.act}"


class Assignment(models.Model):
    """One outline of an edition and the organisation that answers inside it."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    edition = models.ForeignKey(AssignmentEdition, models.PROTECT, related_name="assignments")
    executor = models.ForeignKey(Executor, models.PROTECT, related_name="+")
    name = models.CharField(max_length=200, blank=True)
    outline = models.JSONField()
    square_metres = models.FloatField()

    def __str__(self) -> str:
        return self.name or str(self.executor)


class AssignedTile(models.Model):
    """The cells of one assignment in one tile, while it is in force. Never changed but for the day it ends on."""

    assignment = models.ForeignKey(Assignment, models.PROTECT, related_name="+")
    edition = models.ForeignKey(
        AssignmentEdition,
        models.DO_NOTHING,
        related_name="+",
        db_constraint=False,
        help_text="with duty and days: the key is written in the migration, so that the days follow",
    )
    duty = models.CharField(max_length=40)
    days = DateRangeField()
    tile = models.BigIntegerField()
    cells = CellsField()

    class Meta:
        constraints = [
            ExclusionConstraint(
                name="assigned_to_one_organisation_at_a_time",
                expressions=[
                    ("duty", RangeOperators.EQUAL),
                    ("cells", RangeOperators.OVERLAPS),
                    ("days", RangeOperators.OVERLAPS),
                ],
            ),
            models.CheckConstraint(name="assigned_tile_has_days", condition=Q(days__isempty=False)),
        ]
        indexes = [models.Index(fields=["edition", "tile"], name="assigned_tile_of_edition")]

    def __str__(self) -> str:
        return f"{self.assignment_id} {self.tile}"
