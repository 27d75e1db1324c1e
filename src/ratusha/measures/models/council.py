from django.conf import settings
from django.db import models
from django.db.models import Q
from uuid_utils.compat import uuid7

from ratusha.measures.council_rules import Choice, Decision, Manner, Phase

from .passport import PassportVersion


class Session(models.Model):
    """One session of the Council: agenda, presence, votes, a sealed protocol."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    number = models.CharField(max_length=20)
    body_id = models.UUIDField()
    on = models.DateField()
    manner = models.CharField(max_length=20, choices=Manner)
    place = models.CharField(max_length=200, blank=True)
    phase = models.CharField(max_length=20, choices=Phase, default=Phase.PLANNED)
    secretary = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    chair = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    published_at = models.DateTimeField(null=True, blank=True)
    opened_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    sealed_at = models.DateTimeField(null=True, blank=True)
    document_id = models.UUIDField(null=True, blank=True)

    class Meta:
        ordering = ["-on", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["body_id", "number"], name="session_has_its_own_number"
            ),
            models.CheckConstraint(
                name="session_is_sealed_with_its_protocol",
                condition=Q(phase=Phase.SEALED, sealed_at__isnull=False, document_id__isnull=False)
                | (~Q(phase=Phase.SEALED) & Q(sealed_at=None, document_id=None)),
            ),
            models.CheckConstraint(
                name="session_is_opened_by_its_chair",
                condition=Q(opened_at=None, chair=None)
                | Q(opened_at__isnull=False, chair__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.number


class Seat(models.Model):
    """A member as listed when the agenda was published: the person and the organisation they speak for."""

    session = models.ForeignKey(Session, models.PROTECT, related_name="seats")
    member = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    organisation_id = models.UUIDField()
    present_since = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["session", "member"], name="member_has_one_seat"),
        ]

    def __str__(self) -> str:
        return f"{self.session_id} {self.member_id}"


class AgendaItem(models.Model):
    """A measure or a pilot before the Council, with the version of its passport that members were given."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    session = models.ForeignKey(Session, models.PROTECT, related_name="items")
    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="+")
    version = models.ForeignKey(PassportVersion, models.PROTECT, related_name="+")
    position = models.PositiveSmallIntegerField()
    order = models.CharField(max_length=300, blank=True)
    proposal = models.CharField(max_length=20, choices=Decision)
    secret = models.BooleanField(default=False)
    box = models.JSONField(default=dict, help_text="of a secret vote: how many of each choice")
    heard = models.TextField(blank=True)
    decision = models.CharField(max_length=20, choices=Decision, blank=True)
    ground = models.CharField(max_length=40, blank=True)
    votes_for = models.PositiveSmallIntegerField(null=True, blank=True)
    against = models.PositiveSmallIntegerField(null=True, blank=True)
    abstained = models.PositiveSmallIntegerField(null=True, blank=True)
    not_taking_part = models.PositiveSmallIntegerField(null=True, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(
                fields=["session", "case"], name="measure_is_heard_once_a_session"
            ),
            models.CheckConstraint(
                name="decision_has_its_votes_and_moment",
                condition=Q(decision="", decided_at=None, votes_for=None)
                | (~Q(decision="") & Q(decided_at__isnull=False, votes_for__isnull=False)),
            ),
            models.CheckConstraint(
                name="decision_to_reject_has_a_ground",
                condition=~Q(decision=Decision.REJECT) | ~Q(ground=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.session_id} {self.position}"


class Vote(models.Model):
    """One member on one item; of a secret vote only that they voted. Added and never changed."""

    item = models.ForeignKey(AgendaItem, models.PROTECT, related_name="votes")
    seat = models.ForeignKey(Seat, models.PROTECT, related_name="votes")
    choice = models.CharField(max_length=10, choices=Choice, blank=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["item", "seat"], name="member_votes_once_on_an_item"),
        ]

    def __str__(self) -> str:
        return f"{self.item_id} {self.choice}"


class SeparateOpinion(models.Model):
    item = models.ForeignKey(AgendaItem, models.PROTECT, related_name="separate_opinions")
    seat = models.ForeignKey(Seat, models.PROTECT, related_name="+")
    text = models.TextField()
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["item", "seat"], name="member_has_one_separate_opinion"
            ),
            models.CheckConstraint(name="separate_opinion_has_words", condition=~Q(text="")),
        ]

    def __str__(self) -> str:
        return f"{self.item_id} {self.seat_id}"


class Condition(models.Model):
    """What is to be met before the measure goes on, by whom and until when. Met late stays late."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    item = models.ForeignKey(AgendaItem, models.PROTECT, related_name="conditions")
    text = models.TextField()
    due_on = models.DateField()
    met_on = models.DateField(null=True, blank=True)
    evidence = models.TextField(blank=True)
    met_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ["due_on", "id"]
        constraints = [
            models.CheckConstraint(name="condition_has_words", condition=~Q(text="")),
            models.CheckConstraint(
                name="condition_met_has_evidence_and_a_person",
                condition=Q(met_on=None, met_by=None, evidence="")
                | (Q(met_on__isnull=False, met_by__isnull=False) & ~Q(evidence="")),
            ),
        ]

    def __str__(self) -> str:
        return self.text[:60]
