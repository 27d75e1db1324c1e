from datetime import datetime
from typing import Self
from uuid import UUID

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from uuid_utils.compat import uuid7

from .receiving import LONGEST, LONGEST_MATTER, MOST_PLACES, SHORTEST, time_of
from .rules import ANSWERED, Sort, Status

ENDED = [(Status(s).value, Status(s).label) for s in (*ANSWERED, Status.LEFT)]
RETENTION = {
    "Reception": (None, "hours and places of an official, no person"),
    "Visitor": ("P1Y", "from the reception; with the case where there is one"),
    "Appeal": ("case", "with its case"),
    "Signature": ("case", "with its case"),
    "Forwarding": ("case", "with its case"),
    "Answer": ("case", "with its case; the document is kept by documents"),
}


class Appeal(models.Model):
    """What only an appeal has. `join_code` is the secret address at which others sign a collective one."""

    case = models.OneToOneField("cases.Case", models.PROTECT, primary_key=True, related_name="+")
    sort = models.CharField(max_length=20, choices=Sort)
    text = models.TextField()
    considered_before = models.TextField(blank=True)
    join_code = models.CharField(max_length=43, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(name="appeal_says_what_is_asked", condition=~Q(text="")),
            models.UniqueConstraint(
                fields=["join_code"],
                name="appeal_is_joined_at_its_own_address",
                condition=~Q(join_code=""),
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def is_collective(self) -> bool:
        return bool(self.join_code)


class Signature(models.Model):
    """Somebody beside the first who stands behind a collective appeal. Taken back until it is considered."""

    appeal = models.ForeignKey(Appeal, models.PROTECT, related_name="signatures")
    party_id = models.UUIDField(db_index=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["appeal", "party_id"], name="appeal_is_signed_once_by_each"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.appeal_id} {self.at:%Y-%m-%d}"


class Forwarding(models.Model):
    """The appeal went to another body under its number. Added and never changed."""

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="+")
    from_body = models.UUIDField()
    to_body = models.UUIDField()
    reasons = models.TextField()
    at = models.DateTimeField()
    late = models.BooleanField(help_text="after the working days that the law gives for it")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                name="forwarding_goes_to_another_body", condition=~Q(from_body=F("to_body"))
            ),
            models.CheckConstraint(name="forwarding_has_reasons", condition=~Q(reasons="")),
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.at:%Y-%m-%d}"


class Answer(models.Model):
    """How an appeal ended, but for its withdrawal. `remarks`: codes of the check that stood when it was sent."""

    case = models.OneToOneField("cases.Case", models.PROTECT, primary_key=True, related_name="+")
    result = models.CharField(max_length=20, choices=ENDED, db_index=True)
    ground_code = models.CharField(max_length=60, blank=True)
    text = models.TextField()
    remarks = models.JSONField(default=list)
    orally = models.BooleanField(default=False, help_text="at a reception, with consent: no paper")
    document_id = models.UUIDField(null=True)
    answered_at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(name="answer_has_words", condition=~Q(text="")),
            models.CheckConstraint(
                name="answer_without_consideration_has_a_ground",
                condition=Q(result=Status.LEFT) ^ Q(ground_code=""),
            ),
            models.CheckConstraint(
                name="answer_is_a_paper_unless_it_was_spoken",
                condition=Q(orally=False, document_id__isnull=False)
                | (Q(orally=True, document_id=None) & ~Q(result=Status.LEFT)),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.result}"


class ReceptionQuerySet(models.QuerySet["Reception"]):
    def at(self, body_id: UUID | None) -> Self:
        """Of this body; none for who acts for no body."""
        return self.filter(body_id=body_id) if body_id else self.none()


class Reception(models.Model):
    """Hours at which an official receives people: places one after another, each of so many minutes."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    body_id = models.UUIDField(db_index=True)
    official = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    begins_at = models.DateTimeField(db_index=True)
    minutes = models.PositiveSmallIntegerField()
    places = models.PositiveSmallIntegerField()
    room = models.CharField(max_length=200)

    objects = ReceptionQuerySet.as_manager()

    class Meta:
        ordering = ["begins_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["official", "begins_at"], name="official_receives_once_at_a_time"
            ),
            models.CheckConstraint(
                name="reception_has_places_and_minutes",
                condition=Q(places__range=(1, MOST_PLACES), minutes__range=(SHORTEST, LONGEST)),
            ),
            models.CheckConstraint(name="reception_is_somewhere", condition=~Q(room="")),
        ]

    def __str__(self) -> str:
        return f"{self.begins_at:%Y-%m-%d}"

    def coming(self) -> "models.QuerySet[Visitor]":
        return self.visitors.filter(given_up_at=None)

    def booked(self) -> "models.QuerySet[Visitor]":
        """Who has one of the places: who comes without a booking takes none."""
        return self.coming().filter(booked=True)


class Visitor(models.Model):
    """Somebody at a reception, booked or not. `case`: the appeal that was spoken there."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    reception = models.ForeignKey(Reception, models.PROTECT, related_name="visitors")
    number = models.PositiveSmallIntegerField()
    party_id = models.UUIDField(db_index=True)
    matter = models.CharField(max_length=LONGEST_MATTER, blank=True)
    booked = models.BooleanField()
    at = models.DateTimeField()
    given_up_at = models.DateTimeField(null=True)
    case = models.OneToOneField("cases.Case", models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["reception", "number"],
                name="place_at_a_reception_is_of_one_person",
                condition=Q(given_up_at=None),
            ),
            models.UniqueConstraint(
                fields=["reception", "party_id"],
                name="person_has_one_place_at_a_reception",
                condition=Q(given_up_at=None),
            ),
            models.CheckConstraint(
                name="visitor_who_booked_says_with_what", condition=Q(booked=False) | ~Q(matter="")
            ),
            models.CheckConstraint(
                name="visitor_who_spoke_has_not_given_up",
                condition=Q(case=None) | Q(given_up_at=None),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.reception_id} {self.number}"

    @property
    def turn(self) -> datetime:
        there = self.reception
        return time_of(there.begins_at, there.minutes, self.number)
