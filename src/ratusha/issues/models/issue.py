from typing import Self
from uuid import UUID

from django.contrib.postgres.indexes import GinIndex, GistIndex
from django.contrib.postgres.search import SearchVector
from django.db import models
from django.db.models import F, Func, Q, Value
from uuid_utils.compat import uuid7

from ratusha.issues.law import Category, law
from ratusha.kernel.texts import in_my_language

POINT = Func(F("lon"), F("lat"), function="point")
WORDS = SearchVector("search_text", config="simple")


class Executor(models.Model):
    """Who mends things: an organisation by the code of the service; `body_id` if it is a party of this state."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    code = models.CharField(max_length=40, unique=True)
    name = models.JSONField()
    body_id = models.UUIDField(null=True, blank=True, unique=True)
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True, help_text="the last day it works")

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="executor_does_not_end_before_it_begins",
                condition=Q(since=None) | Q(until=None) | Q(until__gte=F("since")),
            ),
        ]

    def __str__(self) -> str:
        return in_my_language(self.name).text


class IssueQuerySet(models.QuerySet["Issue"]):
    def public(self) -> Self:
        """What was taken back is nobody's business; everything else is everybody's."""
        return self.exclude(case__status="withdrawn")

    def within(self, box: tuple[float, float, float, float]) -> Self:
        """West, south, east, north: found by the index of points."""
        west, south, east, north = box
        corners = Func(
            Func(Value(west), Value(south), function="point"),
            Func(Value(east), Value(north), function="point"),
            function="box",
        )
        inside = Func(
            POINT, corners, template="(%(expressions)s)", arg_joiner=" <@ ",
            output_field=models.BooleanField(),
        )  # fmt: skip
        return self.filter(inside)

    def of_body(self, body_id: UUID) -> Self:
        return self.filter(Q(case__body_id=body_id) | Q(executor__body_id=body_id))


class Issue(models.Model):
    """What only an issue has. The reporter's own words are shown in public only when a dispatcher released them."""

    case = models.OneToOneField("cases.Case", models.PROTECT, primary_key=True, related_name="+")
    category = models.CharField(max_length=40)
    reported_at = models.DateTimeField()
    words = models.TextField(blank=True)
    public_words = models.TextField(blank=True)
    address = models.CharField(max_length=300, blank=True)
    house_key = models.CharField(max_length=160, blank=True, help_text="street and house, folded")
    lat = models.FloatField(null=True, blank=True)
    lon = models.FloatField(null=True, blank=True)
    unit_code = models.CharField(max_length=10, blank=True)
    executor = models.ForeignKey(Executor, models.PROTECT, null=True, blank=True, related_name="+")
    planned_on = models.DateField(null=True, blank=True)
    routing = models.JSONField(default=dict, blank=True, help_text="why this organisation")
    reporters_count = models.PositiveIntegerField(default=1)
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="+")
    alike_to = models.ForeignKey(
        "self",
        models.PROTECT, null=True, blank=True, related_name="+",
        help_text="an earlier report that an import found to be the same trouble",
    )  # fmt: skip
    source_key = models.CharField(
        max_length=80, blank=True, help_text="its number in the file it came from"
    )
    search_text = models.TextField(blank=True)

    objects = IssueQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="issue_has_both_coordinates_or_none",
                condition=Q(lat=None, lon=None)
                | Q(
                    lat__isnull=False,
                    lon__isnull=False,
                    lat__range=(-90, 90),
                    lon__range=(-180, 180),
                ),
            ),
            models.CheckConstraint(
                name="issue_is_somewhere",
                condition=Q(lat__isnull=False) | ~Q(address="") | ~Q(source_key=""),
            ),
            models.CheckConstraint(
                name="issue_is_reported_by_somebody", condition=Q(reporters_count__gte=1)
            ),
            models.CheckConstraint(
                name="issue_is_not_joined_with_itself",
                condition=Q(merged_into=None) | ~Q(merged_into=F("case")),
            ),
            models.UniqueConstraint(
                fields=["source_key"],
                name="issue_of_a_file_is_here_once",
                condition=~Q(source_key=""),
            ),
        ]
        indexes = [
            models.Index(fields=["-reported_at", "-case"], name="issue_newest_first"),
            models.Index(fields=["category", "-reported_at"], name="issue_of_category"),
            models.Index(
                fields=["unit_code", "-reported_at", "-case"], name="issue_of_unit_newest_first"
            ),
            models.Index(fields=["executor", "-reported_at"], name="issue_of_executor"),
            models.Index(
                fields=["house_key", "-reported_at"],
                name="issue_at_house",
                condition=~Q(house_key=""),
            ),
            GistIndex(POINT, name="issue_by_place"),
            GinIndex(WORDS, name="issue_by_words"),
        ]

    def __str__(self) -> str:
        return f"{self.category} {self.case_id}"

    @property
    def kind(self) -> Category:
        return law().category(self.category)

    @property
    def place(self) -> str:
        return self.address or (f"{self.lat:.5f}, {self.lon:.5f}" if self.lat is not None else "")


class Reporter(models.Model):
    """Somebody who has reported this, or joined those who did: signed in, or holding a code that only they know."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    issue = models.ForeignKey(Issue, models.PROTECT, related_name="reporters")
    came_as = models.ForeignKey(
        Issue, models.PROTECT, related_name="+",
        help_text="the issue that they reported, with whatever it was joined later",
    )  # fmt: skip
    party_id = models.UUIDField(null=True, blank=True)
    code_fingerprint = models.CharField(max_length=64, blank=True)
    language = models.CharField(max_length=2)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="reporter_is_known_by_party_or_by_code",
                condition=Q(party_id__isnull=False, code_fingerprint="")
                | (Q(party_id=None) & ~Q(code_fingerprint="")),
            ),
            models.UniqueConstraint(
                fields=["issue", "party_id"],
                name="person_reports_an_issue_once",
                condition=Q(party_id__isnull=False),
            ),
            models.UniqueConstraint(
                fields=["code_fingerprint"],
                name="code_belongs_to_one_reporter",
                condition=~Q(code_fingerprint=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.issue_id} {self.pk}"


class Photo(models.Model):
    """A picture of the trouble or the work. `file_id`: as it was brought, closed; `public_file_id`: the covered copy.

    `areas`: what is destroyed in the copy, as `photos.areas` writes it.
    """

    class Shows(models.TextChoices):
        TROUBLE = "trouble"
        WORK = "work"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    issue = models.ForeignKey(Issue, models.PROTECT, related_name="photos")
    shows = models.CharField(max_length=10, choices=Shows)
    file_id = models.UUIDField(null=True, blank=True)
    public_file_id = models.UUIDField(null=True, blank=True)
    areas = models.JSONField(default=list, blank=True)
    erased_on = models.DateField(null=True, blank=True, help_text="the day the original went")
    at = models.DateTimeField()

    class Meta:
        ordering = ["at"]
        constraints = [
            models.CheckConstraint(
                name="photo_has_its_original_until_it_is_erased",
                condition=Q(file_id__isnull=False, erased_on=None)
                | Q(file_id=None, erased_on__isnull=False),
            ),
            models.CheckConstraint(
                name="photo_for_everybody_is_never_the_original",
                condition=Q(public_file_id=None)
                | Q(file_id=None)
                | ~Q(public_file_id=F("file_id")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.issue_id} {self.shows}"


class WorkReport(models.Model):
    """What the organisation says it has done: added each time it reports, never changed."""

    issue = models.ForeignKey(Issue, models.PROTECT, related_name="work_reports")
    executor = models.ForeignKey(Executor, models.PROTECT, related_name="+")
    text = models.TextField()
    at = models.DateTimeField()

    class Meta:
        ordering = ["at"]
        constraints = [
            models.CheckConstraint(name="work_report_has_words", condition=~Q(text="")),
        ]

    def __str__(self) -> str:
        return f"{self.issue_id} {self.at:%Y-%m-%d}"


class Flow(models.Model):
    """How much came from one place in an hour: against floods. Holds a fingerprint, not an address."""

    source = models.CharField(max_length=64)
    what = models.CharField(max_length=20)
    hour = models.DateTimeField()
    count = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["source", "what", "hour"], name="flow_is_counted_in_one_row"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.what} {self.hour:%Y-%m-%d %H} {self.count}"
