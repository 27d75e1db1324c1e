"""Editions of answers and everything that was said in them: added, never changed."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from uuid_utils.compat import uuid7

from .bank import ScoringState
from .rules import Given, Origin, State

RETENTION = {
    "Edition": (None, "what the country has said of itself; names no person but officials"),
    "SectionOwner": (None, "who answered for which section"),
    "Answer": (None, "what the country has said of itself; no personal answers"),
    "DeclinedOffer": (None, "which fact was not taken, and why"),
    "Scoring": (None, "who looked at what, and what came out"),
    "Mark": (None, "what was found of a feature, by whom"),
    "ComponentFact": (None, "figures that others have published, no people"),
    "Contact": ("P3Y", "from the day its edition was handed in"),
}
USER = settings.AUTH_USER_MODEL


class Edition(models.Model):
    """One year's answers to a questionnaire."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    name = models.SlugField(max_length=20, unique=True)
    questionnaire = models.SlugField(max_length=40)
    body_id = models.UUIDField(null=True)  # who coordinates it; none for one taken over from a file
    source = models.CharField(max_length=300, blank=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.FILLING)
    before = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")
    opened_at = models.DateTimeField()
    opened_by = models.ForeignKey(USER, models.PROTECT, null=True, related_name="+")
    handed_in_at = models.DateTimeField(null=True)
    handed_in_by = models.ForeignKey(USER, models.PROTECT, null=True, related_name="+")
    published_at = models.DateTimeField(null=True)
    published_by = models.ForeignKey(USER, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["-opened_at"]
        constraints = [
            models.CheckConstraint(
                name="edition_is_handed_in_before_it_is_published",
                condition=Q(state=State.FILLING, handed_in_at=None, published_at=None)
                | Q(state=State.HANDED_IN, handed_in_at__isnull=False, published_at=None)
                | Q(
                    state=State.PUBLISHED,
                    handed_in_at__isnull=False,
                    published_at__isnull=False,
                ),
            ),
            models.UniqueConstraint(
                fields=["questionnaire"],
                condition=Q(state=State.FILLING),
                name="one_edition_of_a_questionnaire_is_filled_in_at_a_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.questionnaire} {self.name}"


class SectionOwner(models.Model):
    """Who answers for a section from a moment on; the last one named is the owner."""

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="owners")
    section = models.CharField(max_length=2)
    owner = models.ForeignKey(USER, models.PROTECT, related_name="+")
    by = models.ForeignKey(USER, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.edition_id} {self.section}"


class Answer(models.Model):
    """What was answered to one question at one moment. The newest counts; the older ones are its history."""

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="answers")
    question = models.PositiveSmallIntegerField()
    choice = models.JSONField(default=list)
    text = models.TextField(blank=True)
    links = models.JSONField(default=list)
    copy = models.ForeignKey("documents.StoredFile", models.PROTECT, null=True, related_name="+")
    opened_on = models.DateField(null=True)
    origin = models.CharField(max_length=10, choices=Origin.choices, default=Origin.TYPED)
    fact = models.CharField(max_length=60, blank=True)
    offered = models.JSONField(null=True)  # what the platform said, to the letter
    as_of = models.DateField(null=True)
    by = models.ForeignKey(USER, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["edition", "question", "-id"], name="answer_of_a_question")]
        constraints = [
            models.CheckConstraint(
                name="answer_of_the_platform_says_which_fact_and_of_when",
                condition=Q(origin__in=(Origin.TYPED, Origin.IMPORTED), fact="", as_of=None)
                | Q(origin__in=(Origin.ACCEPTED, Origin.EDITED), as_of__isnull=False) & ~Q(fact=""),
            ),
            models.CheckConstraint(
                name="answer_has_a_person_behind_it_unless_taken_over_from_a_file",
                condition=Q(by__isnull=False) | Q(origin=Origin.IMPORTED),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.edition_id} {self.question}"

    def given(self) -> Given:
        return Given(
            tuple(self.choice), self.text, tuple(self.links), self.copy_id is not None, self.opened_on
        )  # fmt: skip


class DeclinedOffer(models.Model):
    """A fact that a person did not take for an answer, and why."""

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="declined")
    question = models.PositiveSmallIntegerField()
    fact = models.CharField(max_length=60)
    offered = models.JSONField()
    reason = models.CharField(max_length=400)
    by = models.ForeignKey(USER, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.edition_id} {self.question} {self.fact}"


class Contact(models.Model):
    """An answer that names a person. It has no history, is only in the export for the UN, and goes after a time."""

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="contacts")
    question = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=300)
    by = models.ForeignKey(USER, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["question"]
        constraints = [
            models.UniqueConstraint(
                fields=["edition", "question"], name="contact_is_one_a_question_of_an_edition"
            )
        ]

    def __str__(self) -> str:
        return f"{self.edition_id} {self.question}"


class Scoring(models.Model):
    """One unit, a country or a city, looked at by two assessors who do not see each other, and a reviewer."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    unit = models.CharField(max_length=120)
    body_id = models.UUIDField()
    state = models.CharField(
        max_length=12, choices=ScoringState.choices, default=ScoringState.MARKING
    )
    first = models.ForeignKey(USER, models.PROTECT, related_name="+")
    second = models.ForeignKey(USER, models.PROTECT, related_name="+")
    reviewer = models.ForeignKey(USER, models.PROTECT, related_name="+")
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-opened_at"]
        constraints = [
            models.CheckConstraint(
                name="scoring_has_three_different_people",
                condition=~Q(first=F("second"))
                & ~Q(first=F("reviewer"))
                & ~Q(second=F("reviewer")),
            ),
            models.CheckConstraint(
                name="scoring_is_closed_with_its_moment",
                condition=Q(state=ScoringState.CLOSED) ^ Q(closed_at=None),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.unit} {self.opened_at:%Y}"


class Mark(models.Model):
    """What one person found of one feature, with how long it took; the newest counts."""

    scoring = models.ForeignKey(Scoring, models.PROTECT, related_name="marks")
    feature = models.CharField(max_length=40)
    is_there = models.BooleanField()
    minutes = models.PositiveSmallIntegerField()
    evidence = models.CharField(max_length=2000, blank=True)
    picture = models.ForeignKey("documents.StoredFile", models.PROTECT, null=True, related_name="+")
    sha256 = models.CharField(max_length=64, blank=True)  # of the picture, or of the page as saved
    by = models.ForeignKey(USER, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="mark_with_a_picture_has_its_digest",
                condition=Q(picture=None) | ~Q(sha256=""),
            ),
            models.CheckConstraint(
                name="mark_has_a_digest_or_none",
                condition=Q(sha256="") | Q(sha256__regex=r"^[0-9a-f]{64}$"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.scoring_id} {self.feature}"


class ComponentFact(models.Model):
    """What a table of others says of one component in a year. Added, never changed; the newest counts."""

    code = models.CharField(max_length=40)
    year = models.PositiveSmallIntegerField()
    value = models.DecimalField(max_digits=16, decimal_places=8)
    source = models.CharField(max_length=300)
    table_year = models.PositiveSmallIntegerField(null=True)
    author = models.CharField(max_length=200)
    file_sha256 = models.CharField(max_length=64)
    loaded_at = models.DateTimeField()

    class Meta:
        ordering = ["code", "-year", "-loaded_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["code", "year", "file_sha256"],
                name="component_is_told_once_a_year_in_a_file",
            ),
            models.CheckConstraint(name="component_fact_names_its_source", condition=~Q(source="")),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.year}"
