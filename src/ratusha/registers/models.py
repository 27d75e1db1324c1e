"""Tables of the demonstration registers. What grows with the population is hash-partitioned, see docs/adr."""

from datetime import date
from decimal import Decimal
from typing import Self
from uuid import UUID

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from uuid_utils.compat import uuid7

from ratusha.kernel.texts import in_language
from ratusha.territory.public import Address

from .rules import Register, State, Stay, Tie

RETENTION = {
    "Residence": ("P75Y", "after the death of the person"),
    "FamilyTie": ("P100Y", "as acts of civil status are kept"),
    "HouseholdMember": ("P75Y", "with the residence"),
    "Dwelling": (None, "public facts of the address register"),
    "DwellingShare": (None, "the history of ownership"),
    "RegisteredOrganisation": (None, "public facts"),
    "TradeObject": (None, "public facts"),
    "Outage": ("P3Y", "for the report on drills"),
    "PensionAge": ("P75Y", "so that nobody is told twice"),
}


class Residence(models.Model):
    """One entry of the history: from `since` on the person is registered there. No address: struck off, nowhere new.

    Rows are added and never changed (the database refuses). Of two with one `since` the later recorded one counts.
    """

    pk = models.CompositePrimaryKey("person_id", "id")
    person_id = models.UUIDField()
    id = models.UUIDField(default=uuid7)
    kind = models.CharField(max_length=12, choices=Stay)
    address = models.JSONField(default=dict)
    code = models.CharField(max_length=10, blank=True)
    dwelling_id = models.UUIDField(null=True)
    since = models.DateField()
    basis = models.CharField(max_length=300)
    recorded_at = models.DateTimeField(db_default=Now())
    recorded_by = models.UUIDField(null=True)

    class Meta:
        managed = False  # made by SQL: partitions and the trigger are the point of it
        db_table = "registers_residence"

    def __str__(self) -> str:
        return f"{self.person_id} since {self.since}"

    @property
    def registered_at(self) -> Address | None:
        return Address.from_dict(self.address) if self.address else None


class FamilyTieQuerySet(models.QuerySet["FamilyTie"]):
    def of(self, person_id: UUID, *kinds: Tie) -> Self:
        found = self.filter(person_id=person_id)
        return found.filter(kind__in=kinds) if kinds else found

    def in_force(self, on: date) -> Self:
        return self.filter(Q(until=None) | Q(until__gt=on), since__lte=on)


class FamilyTie(models.Model):
    """What `relative` is to `person`. Each tie is written twice, once for each of the two: both find it near."""

    pk = models.CompositePrimaryKey("person_id", "id")
    person_id = models.UUIDField()
    id = models.UUIDField(default=uuid7)
    relative_id = models.UUIDField()
    kind = models.CharField(max_length=8, choices=Tie)
    since = models.DateField()
    until = models.DateField(null=True)
    basis = models.CharField(max_length=300)

    objects = FamilyTieQuerySet.as_manager()

    class Meta:
        db_table = "registers_familytie"

    def __str__(self) -> str:
        return f"{self.relative_id} is {self.kind} of {self.person_id}"


class HouseholdMember(models.Model):
    """Who lives in a dwelling, kept by dwelling: a household is read in one place."""

    pk = models.CompositePrimaryKey("dwelling_id", "id")
    dwelling_id = models.UUIDField()
    id = models.UUIDField(default=uuid7)
    person_id = models.UUIDField()
    since = models.DateField()
    until = models.DateField(null=True)

    class Meta:
        db_table = "registers_householdmember"

    def __str__(self) -> str:
        return f"{self.person_id} in {self.dwelling_id}"


class Dwelling(models.Model):
    """The address register: what stands at an address and how big it is."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    code = models.CharField(max_length=10, db_index=True)
    address = models.JSONField()
    key = models.CharField(max_length=400, unique=True)  # Address.key
    spellings = ArrayField(models.CharField(max_length=400), default=list)  # Address.spellings
    kind = models.CharField(max_length=12)
    rooms = models.PositiveSmallIntegerField()
    total_area = models.DecimalField(max_digits=7, decimal_places=2)
    living_area = models.DecimalField(max_digits=7, decimal_places=2)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="dwelling_lives_in_no_more_than_it_has",
                condition=Q(living_area__lte=F("total_area"), living_area__gt=Decimal(0)),
            ),
            models.CheckConstraint(name="dwelling_has_a_room", condition=Q(rooms__gte=1)),
        ]
        indexes = [GinIndex(fields=["spellings"], name="dwelling_by_spelling")]

    def __str__(self) -> str:
        return self.key


class DwellingShare(models.Model):
    """A share of ownership; the owner is any party. The sum of shares is checked by the act that writes them."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    dwelling = models.ForeignKey(Dwelling, models.PROTECT, related_name="+")
    owner_id = models.UUIDField(db_index=True)
    numerator = models.PositiveSmallIntegerField()
    denominator = models.PositiveSmallIntegerField()
    since = models.DateField()
    until = models.DateField(null=True)
    basis = models.CharField(max_length=300)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="share_is_a_part_of_the_whole",
                condition=Q(numerator__gte=1, numerator__lte=F("denominator")),
            ),
            models.CheckConstraint(
                name="share_ends_after_it_begins",
                condition=Q(until=None) | Q(until__gte=F("since")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.numerator}/{self.denominator} of {self.dwelling_id}"


class RegisteredOrganisation(models.Model):
    """What the register of organisations and sole traders adds to an organisation."""

    organisation = models.OneToOneField(
        "parties.Organisation", models.PROTECT, primary_key=True, related_name="+"
    )
    state = models.PositiveSmallIntegerField(choices=State)
    registered_on = models.DateField()
    authority = models.JSONField(default=dict)
    activity_code = models.CharField(max_length=10)
    activity = models.JSONField()

    def __str__(self) -> str:
        return str(self.organisation_id)


class TradeObject(models.Model):
    """A shop, a stall or a café of the trade register."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    number = models.CharField(max_length=20, unique=True)
    organisation = models.ForeignKey("parties.Organisation", models.PROTECT, related_name="+")
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=40)
    address = models.JSONField()
    area = models.DecimalField(max_digits=8, decimal_places=2, null=True)
    since = models.DateField()
    until = models.DateField(null=True)
    basis = models.CharField(max_length=300)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="trade_object_closes_after_it_opens",
                condition=Q(until=None) | Q(until__gte=F("since")),
            ),
        ]

    def __str__(self) -> str:
        return self.number


class Outage(models.Model):
    """While a row without `ended_at` stands, the register does not answer: for drills and for real failures."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    register = models.CharField(max_length=16, choices=Register)
    reason = models.JSONField()
    began_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                "register", condition=Q(ended_at=None), name="one_outage_of_a_register_at_a_time"
            ),
            models.CheckConstraint(
                name="outage_ends_after_it_begins",
                condition=Q(ended_at=None) | Q(ended_at__gte=F("began_at")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.register} since {self.began_at}"

    def why(self, language: str) -> str:
        return in_language(self.reason, language).text


class PensionAge(models.Model):
    """A person reached the general age of retirement, and those who offer something were told of it."""

    person_id = models.UUIDField(primary_key=True)
    since = models.DateField()
    told_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.person_id} since {self.since}"
