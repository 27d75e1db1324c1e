"""Whose a rating is, what was decided about it, what was replied, what was strange, what was found in a quarter."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from uuid_utils.compat import uuid7

from ratusha.kernel.texts import Said, in_my_language

from .crowds import FEWEST, Kind
from .rules import Judged, Sign

RETENTION = {
    "Organisation": (None, "organisations, no persons"),
    **dict.fromkeys(("Given", "Earlier", "Judgement", "Reply"), ("case", "with its case")),
    "Remainder": (None, "marks of erased ratings, drawn by lot: nothing leads to a case"),
    "Signal": (None, "what was strange and what was decided: counts and reasons, no persons"),
    "Analysis": (None, "published figures about organisations"),
    "Crowd": (None, "published sums of the marks of at least five people"),
}


class Organisation(models.Model):
    """Who is rated: a body of this state, or an organisation that mends issues and is no party here."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    code = models.CharField(max_length=80, unique=True)
    party_id = models.UUIDField(null=True, blank=True, unique=True)
    name = models.JSONField()

    def __str__(self) -> str:
        return self.code

    def get_absolute_url(self) -> str:
        return reverse("ratings:organisation", args=[self.code])

    @property
    def said(self) -> Said:
        return in_my_language(self.name)


class Crowd(models.Model):
    """Ratings of at least five people that are told together (`crowds.py`). Added, never changed: a trigger."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="crowds")
    kind = models.CharField(max_length=8, choices=Kind)
    since = models.CharField(max_length=7, help_text="its first quarter")
    quarter = models.CharField(max_length=7, help_text="its last quarter")
    theme_kind = models.CharField(max_length=20, blank=True)
    theme_subject = models.CharField(max_length=40, blank=True)
    people = models.PositiveIntegerField()
    marks = models.JSONField(help_text="four marks, and how often they are added or taken away")
    made_at = models.DateTimeField()

    class Meta:
        ordering = ["made_at", "id"]
        indexes = [models.Index(fields=["organisation", "quarter"], name="crowd_by_quarter")]
        constraints = [
            models.CheckConstraint(name="crowd_is_of_five_people", condition=Q(people__gte=FEWEST)),
            models.CheckConstraint(
                name="crowd_of_a_quarter_is_of_one_and_alone_has_a_theme",
                condition=Q(kind=Kind.QUARTER, since=models.F("quarter"))
                | (~Q(kind=Kind.QUARTER) & Q(theme_kind="", theme_subject="")),
            ),
            models.UniqueConstraint(
                fields=["organisation", "quarter", "theme_kind", "theme_subject"],
                name="theme_of_a_quarter_is_told_once",
                condition=Q(kind=Kind.QUARTER),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation_id} {self.quarter} {self.kind}"


class GivenQuerySet(models.QuerySet["Given"]):
    def counted(self) -> Self:
        return self.filter(case__rating__set_aside_at=None)

    def with_words(self) -> Self:
        return self.exclude(case__rating__comment="")


class Given(models.Model):
    """One rating of an organisation. The marks and the words as they were written are those of the case."""

    case = models.OneToOneField("cases.Case", models.PROTECT, primary_key=True, related_name="+")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="given")
    kind = models.CharField(max_length=20)
    subject = models.CharField(max_length=40)
    on = models.DateField()
    quarter = models.CharField(max_length=7)
    network = models.CharField(max_length=64, blank=True, help_text="a fingerprint that ends")
    words_mark = models.CharField(max_length=64, blank=True, help_text="equal words, equal mark")
    by_own = models.BooleanField(default=False, help_text="by who acts for the organisation")
    public_words = models.TextField(blank=True)
    looked_at = models.DateTimeField(null=True, blank=True, help_text="the words")
    crowd = models.ForeignKey(
        Crowd,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="given",
        help_text="the newest it is told in",
    )
    told = models.JSONField(
        default=list, blank=True, help_text="the marks that were told in sums, in turn"
    )

    objects = GivenQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["organisation", "quarter"], name="given_by_quarter"),
            models.Index(fields=["organisation", "on"], name="given_by_day"),
            models.Index(fields=["network"], name="given_from", condition=~Q(network="")),
            models.Index(fields=["words_mark"], name="given_in_words", condition=~Q(words_mark="")),
        ]

    def __str__(self) -> str:
        return str(self.case_id)


class Earlier(models.Model):
    """The marks of a rating before they were changed. Added, never changed; the words are the person's to change."""

    given = models.ForeignKey(Given, models.PROTECT, related_name="earlier")
    marks = models.JSONField()
    at = models.DateTimeField(help_text="when it was changed")

    class Meta:
        ordering = ["at"]

    def __str__(self) -> str:
        return f"{self.given_id} {self.at:%Y-%m-%d}"


class Judgement(models.Model):
    """What a person decided about a rating, and why. Added, never changed."""

    given = models.ForeignKey(Given, models.PROTECT, related_name="judgements")
    what = models.CharField(max_length=10, choices=Judged)
    reason = models.TextField(blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "id"]
        constraints = [
            models.CheckConstraint(
                name="judgement_that_takes_away_has_a_reason",
                condition=Q(what=Judged.RELEASE) | ~Q(reason=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.what} {self.given_id}"


class Reply(models.Model):
    """What the organisation answers to a rating. Everybody reads it, so it names nobody."""

    given = models.OneToOneField(Given, models.PROTECT, primary_key=True, related_name="reply")
    text = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(name="reply_has_words", condition=~Q(text="")),
        ]

    def __str__(self) -> str:
        return str(self.given_id)


class Remainder(models.Model):
    """What is left of an erased rating, for the figures of the organisation. Its key is drawn by lot."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="remainders")
    quarter = models.CharField(max_length=7)
    marks = models.JSONField(help_text="none where it did not count")
    lot = models.UUIDField(unique=True)
    crowd = models.ForeignKey(
        Crowd,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="remainders",
        help_text="as of a rating",
    )
    told = models.JSONField(default=list, blank=True)

    def __str__(self) -> str:
        return f"{self.organisation_id} {self.quarter}"


class Signal(models.Model):
    """Something strange about some ratings, until a person has decided. `facts` are counts, never who."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    sign = models.CharField(max_length=10, choices=Sign)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="signals")
    key = models.CharField(max_length=80, help_text="what it is about: found again, it is the same")
    facts = models.JSONField()
    found_at = models.DateTimeField()
    ratings = models.ManyToManyField(Given, related_name="signals")
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    set_aside = models.PositiveIntegerField(default=0)
    reason = models.TextField(blank=True)

    class Meta:
        ordering = ["found_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["sign", "organisation", "key"], name="signal_is_told_once"
            ),
            models.CheckConstraint(
                name="signal_is_decided_by_somebody_with_a_reason",
                condition=Q(decided_at=None, decided_by=None, reason="")
                | (Q(decided_at__isnull=False, decided_by__isnull=False) & ~Q(reason="")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.sign} {self.key}"


class Analysis(models.Model):
    """What was found in a quarter, of one organisation or of all (`organisation=None`). Never changed: a trigger."""

    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="analyses"
    )
    quarter = models.CharField(max_length=7)
    figures = models.JSONField()
    formula = models.CharField(max_length=20)
    made_at = models.DateTimeField()

    class Meta:
        ordering = ["-quarter"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "quarter"],
                name="analysis_is_made_once_a_quarter",
                nulls_distinct=False,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.quarter} {self.organisation_id}"
