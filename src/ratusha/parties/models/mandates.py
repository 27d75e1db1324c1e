"""Who may act for whom, who was asked to, and to what a child's parent has agreed."""

from datetime import date
from typing import Self
from uuid import UUID

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from uuid_utils.compat import uuid7

from ratusha.parties import powers
from ratusha.parties.powers import ALL_ACTS, BY_BIRTH, BY_REGISTER, CHILD_ACTS_FROM, Role

from .parties import Organisation, Person


def all_acts() -> list[str]:
    return list(ALL_ACTS)


class Limited(models.Model):
    """For whom, in what, how long: the same of a mandate and of an offer of one."""

    principal = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    organisation = models.ForeignKey(Organisation, models.PROTECT, null=True, related_name="+")
    role = models.CharField(max_length=16, choices=Role)
    acts = ArrayField(models.CharField(max_length=12), default=all_acts)
    procedures = ArrayField(models.CharField(max_length=40), default=list)  # none: every one
    case_reference = models.CharField(max_length=24, blank=True)
    amount_most = models.DecimalField(max_digits=12, decimal_places=2, null=True)
    may_delegate = models.BooleanField(default=False)
    since = models.DateField()
    until = models.DateField(null=True)  # that day included

    class Meta:
        abstract = True

    @property
    def party_id(self) -> UUID:
        """For whom."""
        found = self.principal_id or self.organisation_id
        assert found is not None, "the database lets none be without"  # noqa: S101
        return found

    @property
    def is_limited(self) -> bool:
        return powers.is_limited(self)


def _for_one_party(name: str) -> models.CheckConstraint:
    return models.CheckConstraint(
        name=name,
        condition=Q(principal=None, organisation__isnull=False)
        | Q(principal__isnull=False, organisation=None),
    )


class MandateQuerySet(models.QuerySet["Mandate"]):
    def in_force(self, on: date) -> Self:
        """Parents act while the child is small; what was revoked ended at that moment."""
        grown = Q(
            role__in=BY_BIRTH, principal__birth_date__lte=powers.born_before(on, CHILD_ACTS_FROM)
        )
        return self.filter(Q(until=None) | Q(until__gte=on), ~grown, since__lte=on, revoked_at=None)

    def of(self, person_id: UUID) -> Self:
        return self.filter(person_id=person_id)

    def for_party(self, party_id: UUID) -> Self:
        return self.filter(Q(principal_id=party_id) | Q(organisation_id=party_id))

    def unlimited(self) -> Self:
        return self.filter(procedures=[], case_reference="")


class Mandate(Limited):
    """This person may act for that person or organisation, within limits. Narrowing makes a new one."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")  # who acts
    source = models.CharField(max_length=200)  # the register entry or the paper it rests on
    delegated_from = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")
    replaces = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")
    revoked_at = models.DateTimeField(null=True)
    revoked_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")

    objects = MandateQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["person"], name="mandate_of_agent")]
        constraints = [
            models.CheckConstraint(
                name="mandate_ends_after_it_begins",
                condition=Q(until=None) | Q(until__gte=F("since")),
            ),
            _for_one_party("mandate_is_for_a_person_or_an_organisation"),
            models.CheckConstraint(
                name="nobody_has_a_mandate_for_oneself", condition=~Q(person=F("principal"))
            ),
            models.CheckConstraint(name="mandate_allows_something", condition=~Q(acts=[])),
            models.UniqueConstraint(
                "person", "organisation", "role",
                condition=Q(until=None, revoked_at=None), name="one_open_mandate_of_a_kind",
            ),
            models.UniqueConstraint(
                "person", "principal", "role",
                condition=Q(until=None, revoked_at=None), name="one_open_mandate_for_a_person",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.person_id} for {self.party_id}"

    @property
    def is_by_register(self) -> bool:
        return self.role in BY_REGISTER


class MandateOffer(Limited):
    """A mandate that the other has not accepted yet. It knows for whom by fingerprint: nobody is found by it."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    offered_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    agent_fingerprint = models.CharField(max_length=64, db_index=True)
    agent_named = models.CharField(max_length=120)  # as the giver calls the other
    code_fingerprint = models.CharField(max_length=64)
    tries = models.PositiveSmallIntegerField(default=0)
    delegated_from = models.ForeignKey(Mandate, models.PROTECT, null=True, related_name="+")
    offered_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    mandate = models.OneToOneField(Mandate, models.PROTECT, null=True, related_name="+")
    declined_at = models.DateTimeField(null=True)  # by either of the two

    class Meta:
        constraints = [
            _for_one_party("offer_is_for_a_person_or_an_organisation"),
            models.CheckConstraint(name="offer_allows_something", condition=~Q(acts=[])),
            models.CheckConstraint(
                name="offer_expires_after_it_is_made", condition=Q(expires_at__gt=F("offered_at"))
            ),
            models.CheckConstraint(
                name="offer_is_accepted_or_declined",
                condition=Q(mandate=None) | Q(declined_at=None),
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class MinorConsent(models.Model):
    """The written consent of a parent to what a child of 14 to 18 applies for."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    child = models.ForeignKey(Person, models.PROTECT, related_name="+")
    given_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    procedure = models.CharField(max_length=40)
    given_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                "child", "given_by", "procedure",
                condition=Q(withdrawn_at=None), name="one_consent_of_a_parent_in_force",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.child_id} {self.procedure}"
