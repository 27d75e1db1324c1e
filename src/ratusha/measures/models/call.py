from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from uuid_utils.compat import uuid7

from ratusha.kernel.texts import Text, in_my_language
from ratusha.measures.call_rules import CallState, state_of


class Call(models.Model):
    """The directions of one year in which pilots are looked for. Once published it is never changed."""

    code = models.SlugField(max_length=20, unique=True)  # the year, and a number from the second on
    year = models.PositiveSmallIntegerField()
    name = models.JSONField()
    terms = models.JSONField(help_text="who pays, what is given, how long")
    how_to_apply = models.JSONField()
    sought = models.JSONField(help_text="by what applications are judged")
    opens_on = models.DateField()
    closes_on = models.DateField()
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    act = models.CharField(max_length=300, blank=True)
    published_at = models.DateTimeField(null=True, blank=True)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ["-opens_on", "-code"]
        constraints = [
            models.CheckConstraint(
                name="call_closes_after_it_opens", condition=Q(closes_on__gte=F("opens_on"))
            ),
            models.CheckConstraint(
                name="call_is_published_by_an_act_of_another_person",
                condition=Q(published_at=None, published_by=None, act="")
                | (
                    Q(published_at__isnull=False, published_by__isnull=False)
                    & ~Q(act="")
                    & ~Q(published_by=F("written_by"))
                ),
            ),
        ]

    def __str__(self) -> str:
        return in_my_language(self.name).text

    def state(self, today: date) -> CallState:
        return state_of(
            published=self.published_at is not None,
            opens_on=self.opens_on,
            closes_on=self.closes_on,
            today=today,
        )

    def words(self) -> dict[str, Text]:
        return {
            "name": self.name,
            "terms": self.terms,
            "how_to_apply": self.how_to_apply,
            "sought": self.sought,
        }


class Direction(models.Model):
    """A problem for which a pilot is looked for: whose it is, what data there are, where, what would be success."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    call = models.ForeignKey(Call, models.PROTECT, related_name="directions")
    position = models.PositiveSmallIntegerField()
    sphere = models.CharField(max_length=40)
    owner_id = models.UUIDField(help_text="the organisation whose problem it is")
    name = models.JSONField()
    problem = models.JSONField()
    data = models.JSONField()
    site = models.JSONField()
    success = models.JSONField()

    class Meta:
        ordering = ["call", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["call", "position"], name="direction_has_its_own_place_in_the_call"
            ),
        ]

    def __str__(self) -> str:
        return in_my_language(self.name).text


class CallQuestion(models.Model):
    """Asked while the call is open; everybody reads it with its answer and without who asked."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    call = models.ForeignKey(Call, models.PROTECT, related_name="questions")
    language = models.CharField(max_length=2)
    text = models.TextField()
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    answer = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                name="call_question_is_answered_by_somebody_with_words",
                condition=Q(answer="", answered_at=None, answered_by=None)
                | (~Q(answer="") & Q(answered_at__isnull=False, answered_by__isnull=False)),
            ),
        ]

    def __str__(self) -> str:
        return self.text[:60]
