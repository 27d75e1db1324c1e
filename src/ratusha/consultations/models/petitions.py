from django.conf import settings
from django.db import models
from django.db.models import F, Q
from uuid_utils.compat import uuid7

from ratusha.consultations.electorate import Electorate
from ratusha.consultations.petitions.rules import FINISHED, PetitionStatus
from ratusha.consultations.polls.rules import CODE_LENGTH


class Petition(models.Model):
    """The words are of its author, in the author's language, and never changed."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    code = models.CharField(max_length=CODE_LENGTH, unique=True)
    body_id = models.UUIDField()
    language = models.CharField(max_length=2)
    title = models.CharField(max_length=200)
    text = models.TextField()
    unit_code = models.CharField(max_length=10, blank=True)
    threshold = models.PositiveIntegerField()
    author_id = models.UUIDField()
    status = models.CharField(max_length=12, choices=PetitionStatus, default=PetitionStatus.LODGED)
    lodged_at = models.DateTimeField()
    due_on = models.DateField(
        null=True, blank=True, help_text="of the moderation, then of the answer"
    )
    published_on = models.DateField(null=True, blank=True)
    collects_until = models.DateField(null=True, blank=True)
    signed = models.PositiveIntegerField(default=0)
    reached_on = models.DateField(null=True, blank=True)
    finished_on = models.DateField(null=True, blank=True)
    ground = models.CharField(max_length=40, blank=True)
    note = models.TextField(blank=True)
    answer = models.TextField(blank=True)
    answered_late = models.BooleanField(default=False)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="petition_refused_if_and_only_if_there_is_a_ground",
                condition=Q(status=PetitionStatus.REFUSED) ^ Q(ground=""),
            ),
            models.CheckConstraint(
                name="petition_answered_if_and_only_if_there_is_an_answer",
                condition=Q(status=PetitionStatus.ANSWERED) ^ Q(answer=""),
            ),
            models.CheckConstraint(
                name="petition_reached_has_its_signatures",
                condition=Q(reached_on=None) | Q(signed__gte=F("threshold")),
            ),
            models.CheckConstraint(
                name="petition_is_finished_if_and_only_if_it_has_a_last_day",
                condition=Q(status__in=FINISHED) ^ Q(finished_on=None),
            ),
        ]

    def __str__(self) -> str:
        return self.code

    @property
    def electorate(self) -> Electorate:
        return Electorate(self.unit_code, 0)

    @property
    def said(self) -> dict[str, str]:
        return {self.language: self.title}


class Signature(models.Model):
    """Who signed is shown to nobody; the day is kept, not the moment."""

    petition = models.ForeignKey(Petition, models.PROTECT, related_name="signatures")
    person_id = models.UUIDField()
    on = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint("petition", "person_id", name="a_person_signs_a_petition_once"),
        ]

    def __str__(self) -> str:
        return str(self.petition_id)
