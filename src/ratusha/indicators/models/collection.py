"""A collection of figures: who answers what until when, every answer with its history and its proofs."""

from decimal import Decimal
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from uuid_utils.compat import uuid7

from ratusha.indicators.collecting import Question, Template, law
from ratusha.indicators.collection_rules import Finding, Given, State, Step, value_of

PERSON: dict[str, Any] = {
    "to": settings.AUTH_USER_MODEL,
    "on_delete": models.PROTECT,
    "related_name": "+",
    "null": True,
    "blank": True,
}


class Collection(models.Model):
    """About one year, in one round. What is put together and what is published is done by two people."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    code = models.SlugField(max_length=60, unique=True)
    template = models.SlugField(max_length=40)
    year = models.PositiveSmallIntegerField()
    round = models.PositiveSmallIntegerField()
    last_day = models.DateField()
    seed = models.PositiveIntegerField()  # of the lot of the verifiers
    opened_at = models.DateTimeField()
    opened_by = models.ForeignKey(**PERSON)
    table = models.TextField(blank=True)  # as it was put together
    together_at = models.DateTimeField(null=True, blank=True)
    together_by = models.ForeignKey(**PERSON)
    published_at = models.DateTimeField(null=True, blank=True)
    published_by = models.ForeignKey(**PERSON)
    publication = models.ForeignKey(
        "steering.PublishedIndex", models.PROTECT, related_name="+", null=True, blank=True
    )

    class Meta:
        ordering = ["-year", "-round", "code"]
        constraints = [
            models.UniqueConstraint(
                fields=["template", "year", "round"], name="collection_is_opened_once_a_round"
            ),
            models.CheckConstraint(
                name="collection_is_published_after_it_was_put_together",
                condition=Q(published_at=None) | Q(together_at__isnull=False),
            ),
            models.CheckConstraint(
                name="collection_is_published_by_another_than_put_it_together",
                condition=Q(published_by=None) | ~Q(published_by=F("together_by")),
            ),
        ]

    def __str__(self) -> str:
        return self.code

    @property
    def made_of(self) -> Template:
        found = law().template(self.template)
        if found is None:
            raise LookupError(f"the pack has no template {self.template} any more")
        return found


class Task(models.Model):
    """What one body answers about one subject."""

    collection = models.ForeignKey(Collection, models.PROTECT, related_name="tasks")
    subject = models.CharField(max_length=20)
    name = models.JSONField()
    body_id = models.UUIDField(db_index=True)

    class Meta:
        ordering = ["subject"]
        constraints = [
            models.UniqueConstraint(
                fields=["collection", "subject"], name="subject_is_asked_once_in_a_collection"
            )
        ]

    def __str__(self) -> str:
        return f"{self.collection_id} {self.subject}"


class Answer(models.Model):
    task = models.ForeignKey(Task, models.PROTECT, related_name="answers")
    question = models.CharField(max_length=40)
    state = models.CharField(max_length=12, choices=State, default=State.NOT_STARTED)
    part = models.DecimalField(max_digits=18, decimal_places=4, null=True, blank=True)
    whole = models.DecimalField(max_digits=18, decimal_places=4, null=True, blank=True)
    findings = models.JSONField(default=list)  # as they were when it was handed in
    why = models.CharField(max_length=10, blank=True)  # a verifier must open it
    answered_by = models.ForeignKey(**PERSON)
    handed_in_at = models.DateTimeField(null=True, blank=True)
    verified_by = models.ForeignKey(**PERSON)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["task", "question"], name="question_is_answered_once_in_a_task"
            ),
            models.CheckConstraint(
                name="answer_is_verified_by_another",
                condition=Q(verified_by=None) | ~Q(verified_by=F("answered_by")),
            ),
            models.CheckConstraint(
                name="answer_that_is_handed_in_has_a_figure",
                condition=Q(state__in=[State.NOT_STARTED, State.DRAFT, State.RETURNED])
                | Q(part__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.task_id} {self.question}"

    @property
    def asked(self) -> Question:
        found = self.task.collection.made_of.question(self.question)
        if found is None:
            raise LookupError(f"the template does not ask {self.question} any more")
        return found

    @property
    def given(self) -> Given:
        days = [one.taken_on for one in self.proofs.all()]
        return Given(self.part, self.whole, tuple(days))

    @property
    def value(self) -> Decimal | None:
        return value_of(self.asked, Given(self.part, self.whole))

    @property
    def kept_findings(self) -> list[Finding]:
        return [Finding(one["rule"], one["values"]) for one in self.findings]


class AnswerStep(models.Model):
    """What happened to an answer: added, never changed."""

    answer = models.ForeignKey(Answer, models.PROTECT, related_name="history")
    step = models.CharField(max_length=12, choices=Step)
    state = models.CharField(max_length=12, choices=State)
    part = models.DecimalField(max_digits=18, decimal_places=4, null=True, blank=True)
    whole = models.DecimalField(max_digits=18, decimal_places=4, null=True, blank=True)
    reason = models.TextField(blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(**PERSON)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                name="what_is_given_back_or_disputed_has_a_reason",
                condition=~Q(step__in=[Step.GIVE_BACK, Step.DISPUTE, Step.UPHOLD, Step.OVERRULE])
                | ~Q(reason=""),
            )
        ]

    def __str__(self) -> str:
        return f"{self.answer_id} {self.step}"


class Proof(models.Model):
    """What shows that a figure is right: a file with its fingerprint, or a link with the day it was looked at."""

    answer = models.ForeignKey(Answer, models.PROTECT, related_name="proofs")
    title = models.CharField(max_length=200)
    link = models.URLField(max_length=500, blank=True)
    file_id = models.UUIDField(null=True, blank=True)
    digest = models.CharField(max_length=64, blank=True)
    taken_on = models.DateField()
    at = models.DateTimeField()
    by = models.ForeignKey(**PERSON)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                name="proof_is_a_file_or_a_link",
                condition=~Q(link="") | Q(file_id__isnull=False),
            ),
            models.CheckConstraint(
                name="proof_with_a_file_has_its_fingerprint",
                condition=Q(file_id=None, digest="") | (Q(file_id__isnull=False) & ~Q(digest="")),
            ),
        ]

    def __str__(self) -> str:
        return self.title
