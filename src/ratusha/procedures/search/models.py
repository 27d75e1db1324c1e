"""The tables of the search: made anew from the catalogue and the pack, holding nothing that is not elsewhere."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import Q


class SearchState(models.Model):
    """What the index was made from: a process keeps its vocabulary while this stays the same."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    digest = models.CharField(max_length=64)
    entries = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.CheckConstraint(name="search_state_is_one", condition=Q(id=1)),
        ]

    def __str__(self) -> str:
        return self.digest[:12]


class SearchEntry(models.Model):
    """One edition as the search sees it. `words`: its terms by where they stand; `vector`: the same for PostgreSQL."""

    edition = models.OneToOneField(
        "procedures.Edition", models.CASCADE, primary_key=True, related_name="+"
    )
    code = models.CharField(max_length=40)
    number = models.CharField(max_length=30)
    list_position = models.PositiveSmallIntegerField()
    position = models.PositiveIntegerField()
    valid_from = models.DateField()
    valid_until = models.DateField(null=True, blank=True)
    applicants = ArrayField(models.CharField(max_length=12), default=list, blank=True)
    level = models.PositiveSmallIntegerField()
    demand = models.PositiveSmallIntegerField()
    words = models.JSONField()
    vector = SearchVectorField()

    class Meta:
        indexes = [GinIndex(fields=["vector"], name="search_entry_vector")]

    def __str__(self) -> str:
        return self.code


class SearchWord(models.Model):
    """One term of the catalogue, in how many procedures it stands, and the forms in which it is written there."""

    term = models.CharField(max_length=120, primary_key=True)
    entries = models.PositiveIntegerField()
    forms = ArrayField(models.CharField(max_length=120))

    def __str__(self) -> str:
        return self.term
