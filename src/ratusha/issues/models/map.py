"""What the map reads: public facts alone, so that nothing else can slip out."""

from django.db import models
from django.db.models import Q


class Shown(models.Model):
    """What everybody may know of an issue. Written after the act from the issue; may be thrown away and drawn anew."""

    issue_id = models.UUIDField(primary_key=True)
    reference = models.CharField(max_length=24)
    category = models.CharField(max_length=40)
    status = models.CharField(max_length=20)
    executor_id = models.UUIDField(null=True)
    unit_code = models.CharField(max_length=10, blank=True)
    reported_on = models.DateField()
    days = models.PositiveIntegerField(null=True, help_text="from the report until it was done")
    reported_at = models.DateTimeField(null=True)
    given_at = models.DateTimeField(null=True, help_text="the first time to an organisation")
    done_at = models.DateTimeField(null=True, help_text="the first report of work")
    closed_at = models.DateTimeField(null=True, help_text="the last closing")
    in_term = models.BooleanField(null=True, help_text="of what is done, by its newest term")
    x = models.IntegerField(null=True, help_text="on the finest grid, from the west")
    y = models.IntegerField(null=True, help_text="on the finest grid, from the north")
    place = models.BigIntegerField(null=True, help_text="x and y in one number, see map/grid.py")

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="shown_has_a_whole_place_or_none",
                condition=Q(x=None, y=None, place=None)
                | Q(x__isnull=False, y__isnull=False, place__isnull=False),
            ),
        ]
        indexes = [
            models.Index(
                fields=["place"],
                include=["x", "y", "category", "status", "executor_id", "reported_on"],
                name="shown_by_place",
                condition=Q(place__isnull=False),
            ),
            models.Index(fields=["executor_id", "place"], name="shown_by_executor"),
        ]

    def __str__(self) -> str:
        return self.reference


class Cell(models.Model):
    """How many issues lie in one square of a grid; an empty category or status means all of them."""

    level = models.PositiveSmallIntegerField()
    cell = models.BigIntegerField()
    category = models.CharField(max_length=40, blank=True)
    status = models.CharField(max_length=20, blank=True)
    count = models.IntegerField()
    open = models.IntegerField()
    x = models.BigIntegerField(help_text="sum, for the middle of the issues")
    y = models.BigIntegerField(help_text="sum, for the middle of the issues")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["level", "category", "status", "cell"], name="cell_is_counted_in_one_row"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.level}/{self.cell} {self.count}"
