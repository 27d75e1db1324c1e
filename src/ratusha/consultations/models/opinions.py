from django.db import models
from django.db.models import F, Q
from uuid_utils.compat import uuid7

from ratusha.consultations.electorate import Electorate
from ratusha.consultations.opinions.rules import LONGEST_STATEMENT, Says, StatementStatus
from ratusha.consultations.polls.rules import CODE_LENGTH


class Discussion(models.Model):
    """What people think about something, statement by statement. `map` tells of groups of people, never of one."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    code = models.CharField(max_length=CODE_LENGTH, unique=True)
    body_id = models.UUIDField()
    language = models.CharField(max_length=2)
    title = models.CharField(max_length=200)
    about = models.TextField()
    draft = models.ForeignKey(
        "consultations.Draft", models.PROTECT, null=True, blank=True, related_name="discussions"
    )
    unit_code = models.CharField(max_length=10, blank=True)
    opens_on = models.DateField()
    closes_on = models.DateField()
    map = models.JSONField(null=True, blank=True)
    placed = models.PositiveIntegerField(default=0, help_text="people on the map")
    is_final = models.BooleanField(default=False, help_text="the map was drawn after the last day")
    conclusion = models.TextField(blank=True)
    concluded_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="discussion_closes_after_it_opens", condition=Q(closes_on__gt=F("opens_on"))
            ),
            models.CheckConstraint(
                name="discussion_is_concluded_with_words",
                condition=Q(concluded_on=None) ^ ~Q(conclusion=""),
            ),
            models.CheckConstraint(
                name="discussion_places_people_on_a_map", condition=Q(placed=0) | ~Q(map=None)
            ),
        ]

    def __str__(self) -> str:
        return self.code

    def electorate(self, age: int) -> Electorate:
        return Electorate(self.unit_code, age)

    @property
    def said(self) -> dict[str, str]:
        return {self.language: self.title}


class Statement(models.Model):
    """A sentence to agree with or not: of the body (no author) or of a person, who is not named. Never changed."""

    discussion = models.ForeignKey(Discussion, models.PROTECT, related_name="statements")
    number = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=LONGEST_STATEMENT)
    language = models.CharField(max_length=2)
    author_id = models.UUIDField(null=True, blank=True)
    on = models.DateField()
    status = models.CharField(
        max_length=10, choices=StatementStatus, default=StatementStatus.PROPOSED
    )
    ground = models.CharField(max_length=40, blank=True)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint("discussion", "number", name="statement_has_a_number"),
            models.UniqueConstraint("discussion", "text", name="statement_is_made_once"),
            models.CheckConstraint(
                name="statement_declined_if_and_only_if_there_is_a_ground",
                condition=Q(status=StatementStatus.DECLINED) ^ Q(ground=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.text}"

    @property
    def said(self) -> dict[str, str]:
        return {self.language: self.text}


class Stance(models.Model):
    """What somebody says to a statement, under a fingerprint of discussion and person; no time is kept."""

    statement = models.ForeignKey(Statement, models.PROTECT, related_name="stances")
    holder = models.CharField(max_length=64)
    value = models.SmallIntegerField(choices=Says)

    class Meta:
        constraints = [
            models.UniqueConstraint("holder", "statement", name="stance_is_one_for_a_statement"),
            models.CheckConstraint(
                name="stance_agrees_disagrees_or_passes", condition=Q(value__in=Says.values)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.holder[:8]} {self.statement_id}"
