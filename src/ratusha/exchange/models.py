"""The journal of access and the requests between bodies."""

from collections.abc import Iterable
from datetime import date
from typing import Self
from uuid import UUID

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.urls import reverse
from uuid_utils.compat import uuid7

from . import rules
from .rules import Part, Status

RETENTION = {
    "AccessRecord": ("P10Y", "the person may look back; then whole partitions are archived"),
    "InteragencyRequest": ("case", "with the case it belongs to"),
}


class AccessRecord(models.Model):
    """Who was given which facts about a person, when and why. Rows are added only: the database refuses the rest."""

    pk = models.CompositePrimaryKey("subject_id", "id")
    subject_id = models.UUIDField()
    id = models.UUIDField(default=uuid7)
    at = models.DateTimeField()
    service = models.CharField(max_length=60)
    part = models.CharField(max_length=10, choices=Part)
    fields = ArrayField(models.CharField(max_length=60))
    purpose = models.CharField(max_length=60)
    legal_basis = models.CharField(max_length=300)
    case_reference = models.CharField(max_length=20, blank=True)
    procedure_code = models.CharField(max_length=40, blank=True)
    by = models.UUIDField(null=True)  # the user; empty: the platform for the person
    body_id = models.UUIDField(null=True)

    class Meta:
        managed = False  # made by SQL: partitions, trigger and grants are the point of it
        db_table = "exchange_accessrecord"

    def __str__(self) -> str:
        return f"{self.service} {self.at:%Y-%m-%d}"


class RequestQuerySet(models.QuerySet["InteragencyRequest"]):
    def for_bodies(self, bodies: Iterable[UUID]) -> Self:
        """What these bodies were asked; start every view here, so that another body's request is a plain 404."""
        return self.filter(to_body_id__in=list(bodies))

    def waiting(self) -> Self:
        return self.filter(status=Status.SENT)

    def overdue(self, today: date) -> Self:
        return self.waiting().filter(due_on__lt=today)


class InteragencyRequest(models.Model):
    """One body asks another for what no register answers by itself."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    reference = models.CharField(max_length=20, unique=True, editable=False)
    service = models.CharField(max_length=60)
    question = models.JSONField()
    to_body_id = models.UUIDField()
    from_body_id = models.UUIDField()
    subject_id = models.UUIDField()
    purpose = models.CharField(max_length=60)
    legal_basis = models.CharField(max_length=300)
    case_reference = models.CharField(max_length=20)
    procedure_code = models.CharField(max_length=40, blank=True)
    status = models.CharField(max_length=10, choices=Status, default=Status.SENT)
    sent_at = models.DateTimeField()
    sent_by = models.UUIDField(null=True)
    due_on = models.DateField()
    due = models.JSONField()  # how the day was counted (kernel.terms)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.UUIDField(null=True)
    facts = models.JSONField(null=True)
    note = models.TextField(blank=True)

    objects = RequestQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["to_body_id", "due_on"], condition=Q(status=Status.SENT), name="request_waiting"),
            models.Index(fields=["case_reference"], name="request_of_case"),
        ]  # fmt: skip
        constraints = [
            models.CheckConstraint(
                name="request_answered_xor_waiting",
                condition=Q(status=Status.SENT, answered_at=None, facts=None)
                | Q(status=Status.ANSWERED, answered_at__isnull=False, facts__isnull=False),
            ),
            models.CheckConstraint(
                name="body_does_not_ask_itself",
                condition=~Q(to_body_id=models.F("from_body_id")),
            ),
            models.CheckConstraint(
                name="request_belongs_to_a_case", condition=~Q(case_reference="")
            ),
        ]

    def __str__(self) -> str:
        return self.reference

    def get_absolute_url(self) -> str:
        return reverse("exchange:answer", args=[self.reference])

    @property
    def nothing_held(self) -> bool:
        return self.status == Status.ANSWERED and not self.facts

    def is_overdue(self, today: date) -> bool:
        return rules.is_overdue(self.status, self.due_on, today)
