from typing import Self
from uuid import UUID

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from uuid_utils.compat import uuid7

from .rules import End, printed

RETENTION = {
    "Ticket": ("P1Y", "numbers and moments, no person"),
    "Visit": ("P10Y", "with the cases it led to"),
    "SignedPaper": ("P10Y", "with the case it led to"),
}


class TicketQuerySet(models.QuerySet["Ticket"]):
    def waiting(self) -> Self:
        return self.filter(called_at=None, end="").order_by("number")


class Ticket(models.Model):
    """A place in the queue of a body on one day. It knows nobody's name."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    body_id = models.UUIDField()
    day = models.DateField()
    number = models.PositiveSmallIntegerField()
    taken_at = models.DateTimeField()
    called_at = models.DateTimeField(null=True, blank=True)
    window = models.CharField(max_length=10, blank=True)
    end = models.CharField(max_length=8, choices=End, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = TicketQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["body_id", "day", "number"], name="ticket_number_is_given_once_a_day"
            ),
            models.CheckConstraint(
                name="ticket_is_called_after_it_was_taken",
                condition=Q(called_at=None) | Q(called_at__gte=F("taken_at")),
            ),
            models.CheckConstraint(
                name="ticket_has_an_end_if_and_only_if_a_moment",
                condition=Q(end="", ended_at=None) | (~Q(end="") & Q(ended_at__isnull=False)),
            ),
        ]

    def __str__(self) -> str:
        return self.printed

    @property
    def printed(self) -> str:
        return printed(self.number)


class VisitQuerySet(models.QuerySet["Visit"]):
    def open_of(self, user_id: UUID, body_id: UUID) -> Self:
        return self.filter(official_id=user_id, body_id=body_id, ended_at=None)


class Visit(models.Model):
    """One person at a window: whoever it is, is known only after the check, and with the consent."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    ticket = models.OneToOneField(Ticket, models.PROTECT, related_name="+")
    body_id = models.UUIDField()
    official = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    begun_at = models.DateTimeField()
    failed_checks = models.PositiveSmallIntegerField(default=0)
    person_id = models.UUIDField(null=True, blank=True)
    checked_at = models.DateTimeField(null=True, blank=True)
    consented_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = VisitQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["official"],
                condition=Q(ended_at=None),
                name="official_serves_one_at_a_time",
            ),
            models.CheckConstraint(
                name="visitor_is_known_after_check_and_consent",
                condition=Q(person_id=None, checked_at=None, consented_at=None)
                | Q(person_id__isnull=False, checked_at__isnull=False, consented_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class SignedPaper(models.Model):
    """An application printed for signature: what was printed, and when the person signed it."""

    draft_id = models.UUIDField(primary_key=True)
    visit = models.ForeignKey(Visit, models.PROTECT, related_name="papers")
    digest = models.CharField(max_length=64)
    printed_at = models.DateTimeField()
    signed_at = models.DateTimeField(null=True, blank=True)
    scan_id = models.UUIDField(null=True, blank=True)
    case = models.OneToOneField(
        "cases.Case", models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="paper_is_signed_after_it_is_printed",
                condition=Q(signed_at=None) | Q(signed_at__gte=F("printed_at")),
            ),
        ]

    def __str__(self) -> str:
        return str(self.draft_id)
