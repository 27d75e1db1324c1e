"""Units (regions, districts, towns, village councils) and settlements, as the country pack lists them."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from ratusha.kernel.texts import in_language

from .rules import Basis, Level

RETENTION = {
    "Unit": (None, "public facts"),
    "Settlement": (None, "public facts"),
}


class Unit(models.Model):
    """One unit of the territory. `lineage` holds its own code and those above it, nearest first."""

    code = models.CharField(max_length=10, primary_key=True)
    level = models.CharField(max_length=20, choices=Level)
    kind = models.CharField(max_length=12, blank=True)  # of a town or city: how its name is written
    name = models.JSONField()
    basis = models.CharField(max_length=8, choices=Basis, blank=True)
    parent = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")
    lineage = ArrayField(models.CharField(max_length=10))
    lat = models.DecimalField(max_digits=7, decimal_places=4, null=True)
    lon = models.DecimalField(max_digits=7, decimal_places=4, null=True)
    population = models.PositiveIntegerField(null=True)
    population_year = models.PositiveSmallIntegerField(null=True)
    folded = models.TextField()  # the names for searching, see rules.fold

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="unit_is_not_its_own_parent",
                condition=Q(parent=None) | ~Q(parent=F("code")),
            ),
            models.CheckConstraint(
                name="unit_has_both_coordinates_or_none",
                condition=Q(lat=None, lon=None) | Q(lat__isnull=False, lon__isnull=False),
            ),
            models.CheckConstraint(
                name="unit_above_all_has_no_parent_others_have_one",
                condition=Q(level__in=(Level.REGION, Level.CAPITAL), parent=None)
                | (~Q(level__in=(Level.REGION, Level.CAPITAL)) & Q(parent__isnull=False)),
            ),
        ]

    def __str__(self) -> str:
        return in_language(self.name, "").text


class Settlement(models.Model):
    """A town or village by name inside a unit: what an address names."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=12)
    name = models.JSONField()
    key = models.CharField(max_length=120, unique=True)  # unit, kind and the listed name
    basis = models.CharField(max_length=8, choices=Basis, blank=True)
    population = models.PositiveIntegerField(null=True)
    postcode = models.CharField(max_length=6, blank=True)
    lat = models.DecimalField(max_digits=7, decimal_places=4, null=True)
    lon = models.DecimalField(max_digits=7, decimal_places=4, null=True)
    folded = models.TextField()

    def __str__(self) -> str:
        return in_language(self.name, "").text
