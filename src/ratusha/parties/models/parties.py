"""Persons and organisations. Who may act for whom: `mandates`."""

from datetime import date
from typing import Self

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q
from uuid_utils.compat import uuid7

from ratusha.kernel.protection import unseal
from ratusha.kernel.texts import in_language
from ratusha.parties import rules
from ratusha.parties.rules import Sex, Status
from ratusha.territory.public import Address

PERSON, DOCUMENT = "parties.person", "parties.document"  # a sealed number opens only in its place


class Person(models.Model):
    """The personal number is sealed; one finds a person by its fingerprint."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    personal_number_sealed = models.BinaryField()
    personal_number_fingerprint = models.CharField(max_length=64, unique=True)
    names = models.JSONField()
    sex = models.CharField(max_length=1, choices=Sex)
    birth_date = models.DateField()
    died_on = models.DateField(null=True)
    citizenship = models.CharField(max_length=2, blank=True)  # ISO 3166-1; empty: stateless
    address = models.JSONField(default=dict)  # where the person is registered now

    class Meta:
        constraints = [
            models.CheckConstraint(name="person_sex_is_known", condition=Q(sex__in=("F", "M"))),
            models.CheckConstraint(
                name="person_died_after_birth",
                condition=Q(died_on=None) | Q(died_on__gte=F("birth_date")),
            ),
            models.CheckConstraint(
                name="person_was_born_within_living_memory",
                condition=Q(birth_date__gte=date(1880, 1, 1)),
            ),
            models.CheckConstraint(name="person_has_a_name", condition=~Q(names={})),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def personal_number(self) -> str:
        return unseal(self.personal_number_sealed, context=PERSON)

    @property
    def registered_at(self) -> Address | None:
        return Address.from_dict(self.address) if self.address else None

    def name(self, language: str) -> str:
        return rules.full_name(self.names, language)

    def short_name(self, language: str) -> str:
        return rules.short_name(self.names, language)

    def signature_name(self, language: str) -> str:
        return rules.name_with_initials(self.names, language)

    def age(self, on: date) -> int:
        return rules.age(self.birth_date, on)


class PersonDocument(models.Model):
    """An identity document. Kinds are listed in the country pack."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=32)
    number_sealed = models.BinaryField()
    number_fingerprint = models.CharField(max_length=64)
    issued_on = models.DateField()
    valid_until = models.DateField(null=True)
    issued_by = models.JSONField(default=dict)
    ended_on = models.DateField(null=True)  # lost, replaced or given back

    class Meta:
        constraints = [
            models.UniqueConstraint(
                "kind", "number_fingerprint", name="document_number_is_given_once"
            ),
            models.CheckConstraint(
                name="document_is_valid_after_it_was_issued",
                condition=Q(valid_until=None) | Q(valid_until__gte=F("issued_on")),
            ),
            models.CheckConstraint(
                name="document_ended_after_it_was_issued",
                condition=Q(ended_on=None) | Q(ended_on__gte=F("issued_on")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"

    @property
    def number(self) -> str:
        return unseal(self.number_sealed, context=DOCUMENT)

    def is_valid(self, on: date) -> bool:
        ended = min(d for d in (self.valid_until, self.ended_on, date.max) if d)
        return self.issued_on <= on <= ended


class OrganisationQuerySet(models.QuerySet["Organisation"]):
    def existing(self, on: date) -> Self:
        return self.filter(
            Q(since=None) | Q(since__lte=on), Q(closed_on=None) | Q(closed_on__gt=on)
        )

    def bodies(self, *kinds: str) -> Self:
        return self.filter(is_body=True, kind__in=kinds) if kinds else self.filter(is_body=True)


class Organisation(models.Model):
    """A company, a sole trader, a state body. `serves` are the codes of the units a body works for."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    code = models.CharField(max_length=80, blank=True)  # of a body listed in the pack
    unp = models.CharField(max_length=9, blank=True)  # the payer number
    kind = models.CharField(max_length=40)
    name = models.JSONField()
    is_body = models.BooleanField(default=False)
    parent = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")
    serves = ArrayField(models.CharField(max_length=10), default=list)
    address = models.JSONField(default=dict)
    contacts = models.JSONField(default=dict)
    status = models.CharField(max_length=12, choices=Status, default=Status.ACTIVE)
    since = models.DateField(null=True)
    closed_on = models.DateField(null=True)
    sample = models.BooleanField(default=False)  # we infer that it exists; no list names it

    objects = OrganisationQuerySet.as_manager()

    class Meta:
        indexes = [
            GinIndex(fields=["serves"], name="organisation_serves"),
            models.Index(fields=["kind"], condition=Q(is_body=True), name="body_kind"),
        ]
        constraints = [
            models.CheckConstraint(
                name="organisation_payer_number_has_nine_signs",
                condition=Q(unp="") | Q(unp__regex=r"^[0-9A-Z]{9}$"),
            ),
            models.UniqueConstraint("unp", condition=~Q(unp=""), name="payer_number_is_given_once"),
            models.UniqueConstraint("code", condition=~Q(code=""), name="body_code_is_given_once"),
            models.CheckConstraint(
                name="organisation_closed_after_it_began",
                condition=Q(since=None) | Q(closed_on=None) | Q(closed_on__gte=F("since")),
            ),
            models.CheckConstraint(
                name="organisation_closed_xor_no_date",
                condition=Q(status=Status.CLOSED, closed_on__isnull=False)
                | (~Q(status=Status.CLOSED) & Q(closed_on=None)),
            ),
            models.CheckConstraint(
                name="only_a_body_serves_territory", condition=Q(is_body=True) | Q(serves=[])
            ),
            models.CheckConstraint(
                name="organisation_is_not_its_own_parent",
                condition=Q(parent=None) | ~Q(parent=F("id")),
            ),
        ]

    def __str__(self) -> str:
        return self.code or str(self.pk)

    def title(self, language: str) -> str:
        return in_language(self.name, language).text
