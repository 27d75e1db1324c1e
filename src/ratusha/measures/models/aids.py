from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q

from .passport import PassportVersion


def _names() -> "ArrayField[list[str], list[str]]":
    return ArrayField(models.CharField(max_length=300), default=list)


class Profile(models.Model):
    """What of a measure, a pilot or a system others are compared with. Made anew from its passport at any time."""

    class Kind(models.TextChoices):
        MEASURE = "measure"
        SYSTEM = "system"

    kind = models.CharField(max_length=10, choices=Kind)
    key = models.CharField(max_length=40, help_text="its number")
    case = models.ForeignKey("cases.Case", models.PROTECT, null=True, blank=True, related_name="+")
    name = models.CharField(max_length=300)
    sphere = models.CharField(max_length=40, blank=True)
    action = models.CharField(max_length=20, blank=True)
    text = models.TextField()
    signature = models.BinaryField()
    objects_named = _names()
    owned = _names()
    functions = _names()
    users = _names()
    procedures = _names()
    created = _names()
    replaced = _names()
    switched_off_on = models.DateField(null=True, blank=True)
    availability = models.DecimalField(max_digits=6, decimal_places=3, null=True, blank=True)
    total = models.DecimalField(max_digits=16, decimal_places=2, null=True, blank=True)
    labour = models.DecimalField(max_digits=12, decimal_places=1, null=True, blank=True)
    licences = models.DecimalField(
        max_digits=7, decimal_places=4, null=True, blank=True, help_text="share of the money"
    )
    equipment = models.DecimalField(
        max_digits=7, decimal_places=4, null=True, blank=True, help_text="share of the money"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "key"], name="profile_of_each_thing_once"),
            models.CheckConstraint(
                name="profile_of_a_measure_has_its_case",
                condition=Q(kind="measure", case__isnull=False) | Q(kind="system", case=None),
            ),
        ]
        indexes = [
            models.Index(fields=["sphere", "action"], name="profiles_by_sphere"),
            GinIndex(fields=["owned"], name="profiles_by_owned_objects"),
            GinIndex(fields=["created"], name="profiles_by_created_systems"),
            GinIndex(fields=["replaced"], name="profiles_by_replaced"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.key}"


class GramTable(models.Model):
    """One row: in how many profiles the pieces of each bucket occur. Kept in step with every profile."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    documents = models.PositiveIntegerField(default=0)
    counts = models.BinaryField()

    class Meta:
        constraints = [models.CheckConstraint(name="there_is_one_gram_table", condition=Q(id=1))]

    def __str__(self) -> str:
        return str(self.documents)


class AutoReport(models.Model):
    """What the aids said of a passport, with their versions: AUTO-... Added and never changed."""

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField()
    version = models.OneToOneField(
        PassportVersion, models.PROTECT, null=True, blank=True, related_name="auto_report"
    )
    similar = models.JSONField(default=list)
    advice = models.JSONField(default=list, help_text="each as code, level, block, message")
    language = models.CharField(max_length=8)
    made_with = models.JSONField(default=dict, help_text="the versions of the aids")
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "number"], name="auto_report_has_its_own_number"
            )
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def title(self) -> str:
        return f"AUTO-{self.case.reference}-{self.number}"


class SimilarComment(models.Model):
    """What the expert thinks of something very similar. Added and never changed."""

    report = models.ForeignKey(AutoReport, models.PROTECT, related_name="comments")
    key = models.CharField(max_length=40)
    text = models.TextField()
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["report", "key"], name="similar_thing_commented_once"),
            models.CheckConstraint(name="comment_on_similar_has_words", condition=~Q(text="")),
        ]

    def __str__(self) -> str:
        return self.key
