"""Systems and their cards. A version of a card is never changed; what is proposed waits in a filing."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from uuid_utils.compat import uuid7

from ratusha.kernel.texts import Text
from ratusha.systems.card import Card, read
from ratusha.systems.rules import Agreement, Answer, Standing, Status

DRAFT = "draft"


class System(models.Model):
    """One entry of the register; what is known of it is in its newest card."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    number = models.CharField(max_length=20, unique=True)
    owner = models.ForeignKey("parties.Organisation", models.PROTECT, related_name="+")
    status = models.CharField(max_length=20, choices=Status)
    is_open = models.BooleanField(default=True)
    told = models.JSONField()
    version = models.PositiveIntegerField(default=1)
    origin = models.CharField(max_length=60, blank=True)  # the measure that has made it
    registered_at = models.DateTimeField()
    confirmed_on = models.DateField()
    awaits_owner_since = models.DateField(
        null=True, blank=True
    )  # taken in from a file, not looked at

    class Meta:
        ordering = ["number"]
        constraints = [
            models.CheckConstraint(name="system_has_a_version", condition=Q(version__gte=1)),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def card(self) -> Card:
        return read(self.told)

    @property
    def name(self) -> Text:
        name: Text = self.told["name"]
        return name


class CardVersion(models.Model):
    """The card as it was from that moment on. The database lets nobody change or remove it."""

    system = models.ForeignKey(System, models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    told = models.JSONField()
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    reason = models.CharField(max_length=300)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["system", "number"], name="card_version_has_its_number"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.system_id} {self.number}"

    @property
    def card(self) -> Card:
        return read(self.told)


class Mastery(models.Model):
    """Which system is the source of truth for a data object. The database knows of one only (G01)."""

    object = models.CharField(max_length=60)
    system = models.ForeignKey(System, models.PROTECT, related_name="masteries")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["object"], name="data_object_has_one_master"),
        ]

    def __str__(self) -> str:
        return self.object


class Filing(models.Model):
    """What an owner brings to the register: a new card or a changed one, on its way through the approvers."""

    STANDINGS = [(DRAFT, DRAFT), *Standing.choices]
    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    system = models.ForeignKey(
        System, models.PROTECT, null=True, blank=True, related_name="filings"
    )
    owner = models.ForeignKey("parties.Organisation", models.PROTECT, related_name="+")
    told = models.JSONField()
    standing = models.CharField(max_length=10, choices=STANDINGS, default=DRAFT)
    agreement = models.CharField(max_length=20, choices=Agreement, blank=True)
    begun_at = models.DateTimeField()
    begun_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    based_on = models.PositiveIntegerField(default=0)  # the version it changes
    asked_at = models.DateTimeField(null=True, blank=True)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    round = models.PositiveSmallIntegerField(default=0)
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    reasons = models.TextField(blank=True)

    class Meta:
        ordering = ["-begun_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["system"],
                condition=~Q(standing=Standing.ACCEPTED) & Q(system__isnull=False),
                name="system_has_one_open_filing",
            ),
            models.CheckConstraint(
                name="filing_asked_names_agreement_and_person",
                condition=Q(standing=DRAFT)
                | (~Q(agreement="") & Q(asked_at__isnull=False, asked_by__isnull=False)),
            ),
            models.CheckConstraint(
                name="filing_returned_has_reasons",
                condition=~Q(standing=Standing.RETURNED) | ~Q(reasons=""),
            ),
            models.CheckConstraint(
                name="filing_is_not_accepted_by_who_asked",
                condition=~Q(standing=Standing.ACCEPTED) | ~Q(settled_by=F("asked_by")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.standing} {self.pk}"


class Asked(models.Model):
    """One approver asked about a filing. Silence stays silence: an answer is late, never taken for given."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    filing = models.ForeignKey(Filing, models.PROTECT, related_name="asked")
    round = models.PositiveSmallIntegerField()
    approver = models.CharField(max_length=20)
    body = models.ForeignKey("parties.Organisation", models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    due_on = models.DateField()
    answer = models.CharField(max_length=10, choices=Answer, blank=True)
    reasons = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ["round", "approver"]
        constraints = [
            models.UniqueConstraint(
                fields=["filing", "round", "approver"], name="approver_is_asked_once_a_round"
            ),
            models.CheckConstraint(
                name="answer_has_a_person_and_a_moment",
                condition=Q(answer="", answered_at=None, by=None)
                | (~Q(answer="") & Q(answered_at__isnull=False, by__isnull=False)),
            ),
            models.CheckConstraint(
                name="answer_other_than_yes_has_reasons",
                condition=Q(answer__in=["", Answer.POSITIVE]) | ~Q(reasons=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.approver} {self.answer}"
