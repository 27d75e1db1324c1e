"""The lists of the law, their chapters and rows, and the editions of each row."""

from datetime import date
from typing import Self

import msgspec
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, RangeBoundary, RangeOperators
from django.db import models
from django.db.models import F, Func, Q
from uuid_utils.compat import uuid7

from .definition import Definition
from .search.models import SearchEntry, SearchState, SearchWord

__all__ = [
    "Chapter",
    "Edition",
    "Loading",
    "Procedure",
    "ProcedureList",
    "SearchEntry",
    "SearchState",
    "SearchWord",
]

RETENTION = {
    **dict.fromkeys(
        ("Chapter", "Edition", "Loading", "Procedure", "ProcedureList"), (None, "public facts")
    ),
    **dict.fromkeys(
        ("SearchEntry", "SearchState", "SearchWord"), (None, "made anew from public facts")
    ),
}

_promises: dict[tuple[str, str], Definition] = {}
_PROMISES_KEPT = 4096


class DateRange(Func):
    function = "daterange"


class ProcedureList(models.Model):
    """One official list of procedures: the act, its edition, and what replaced it."""

    code = models.CharField(max_length=12, primary_key=True)
    audience = models.CharField(
        max_length=8, choices=[("citizens", "citizens"), ("business", "business")]
    )
    title = models.JSONField()
    act = models.JSONField()
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position"]

    def __str__(self) -> str:
        return self.code


class Chapter(models.Model):
    list = models.ForeignKey(ProcedureList, models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField()
    name = models.JSONField()

    class Meta:
        ordering = ["list", "number"]
        constraints = [
            models.UniqueConstraint(fields=["list", "number"], name="chapter_number_is_used_once"),
        ]

    def __str__(self) -> str:
        return f"{self.list_id} {self.number}"


class Procedure(models.Model):
    """One row of a list. A heading groups rows and has no editions of its own."""

    code = models.CharField(max_length=40, primary_key=True)
    list = models.ForeignKey(ProcedureList, models.PROTECT, related_name="+")
    chapter = models.ForeignKey(Chapter, models.PROTECT, related_name="+")
    heading = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="+")
    number = models.CharField(max_length=30)
    printed = models.CharField(max_length=30)
    is_heading = models.BooleanField(default=False)
    name = models.JSONField()
    excluded_since = models.DateField(null=True, blank=True)
    note = models.CharField(max_length=200, blank=True)
    position = models.PositiveIntegerField()

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(
                fields=["list", "number"], name="procedure_number_is_used_once"
            ),
        ]

    def __str__(self) -> str:
        return self.code


class EditionQuerySet(models.QuerySet["Edition"]):
    def in_force(self, on: date) -> Self:
        open_ended = Q(valid_until=None) | Q(valid_until__gt=on)
        found = self.filter(open_ended, valid_from__lte=on).select_related("procedure")
        return found.defer("definition")  # `promise` knows most of them without reading it again


class Edition(models.Model):
    """What one procedure promises from one day to another. A case keeps the edition it was lodged under."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    procedure = models.ForeignKey(Procedure, models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField()
    valid_from = models.DateField()
    valid_until = models.DateField(null=True, blank=True)
    title = models.JSONField()
    definition = models.JSONField()
    digest = models.CharField(max_length=64)
    electronic_level = models.CharField(max_length=2)
    decision_electronic = models.BooleanField(default=False)
    access_mode = models.CharField(max_length=8, default="none")
    applicants = ArrayField(models.CharField(max_length=12), default=list, blank=True)
    sample = models.BooleanField(default=False)
    by_act = models.BooleanField(default=False)  # an act of two lawyers, not a file of the pack

    objects = EditionQuerySet.as_manager()

    class Meta:
        ordering = ["procedure", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["procedure", "number"], name="edition_number_is_used_once"
            ),
            models.CheckConstraint(
                name="edition_ends_after_it_begins",
                condition=Q(valid_until=None) | Q(valid_until__gt=F("valid_from")),
            ),
            models.CheckConstraint(
                name="edition_level_is_e0_to_e5",
                condition=Q(electronic_level__in=("e0", "e1", "e2", "e3", "e4", "e5")),
            ),
            ExclusionConstraint(
                name="edition_in_force_is_one_at_a_time",
                expressions=[
                    ("procedure", RangeOperators.EQUAL),
                    (
                        DateRange(
                            "valid_from", "valid_until", RangeBoundary(inclusive_upper=False)
                        ),
                        RangeOperators.OVERLAPS,
                    ),
                ],
            ),
        ]

    def __str__(self) -> str:
        return f"{self.procedure_id} ({self.number})"

    def is_in_force(self, on: date) -> bool:
        return self.valid_from <= on and (self.valid_until is None or on < self.valid_until)

    @property
    def promise(self) -> Definition:
        """The definition as structures, made once a process for each edition and wording."""
        key = (str(self.pk), self.digest)
        known = _promises.get(key)
        if known is None:
            if len(_promises) >= _PROMISES_KEPT:
                _promises.clear()
            known = _promises[key] = msgspec.convert(self.definition, Definition)
        return known


class Loading(models.Model):
    """When the pack was brought in, and what it was: an unchanged pack is not read a second time."""

    digest = models.CharField(max_length=64)
    loaded_at = models.DateTimeField()
    counts = models.JSONField()

    class Meta:
        ordering = ["-loaded_at"]

    def __str__(self) -> str:
        return self.digest[:12]
