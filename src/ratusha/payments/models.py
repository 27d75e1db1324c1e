"""Charges, payments, the ledger, refunds. Triggers (migration 0002) refuse whatever would rewrite the past."""

from datetime import date, datetime
from decimal import Decimal
from typing import Self
from uuid import UUID

from django.conf import settings
from django.db import models
from django.db.models import F, Q, Sum
from uuid_utils.compat import uuid7

from ratusha.accounts.public import User
from ratusha.kernel.money import Money
from ratusha.parties.public import parties_of

from . import rules
from .rules import ADDS, Kind, State, Status

RETENTION = {"*": ("P10Y", "accounting: with the case it belongs to; then the archive decides")}


class ChargeQuerySet(models.QuerySet["Charge"]):
    def visible_to(self, user: User, on: date) -> Self:
        """One's own and those of whom one may act for; start every page of a payer here."""
        return self.filter(payer_id__in=parties_of(user.party_id, on) if user.party_id else [])

    def at_desk_of(self, user: User, on: date, *, body: UUID | None) -> Self:
        """Charges of the body that the official acts for and whose cases the official may see; never their own."""
        if body is None or not user.may("cases.see", body, on=on):
            return self.none()
        return self.filter(body_id=body).exclude(
            payer_id__in=parties_of(user.party_id, on) if user.party_id else []
        )

    def of(self, reference: str) -> Self:
        return self.filter(reference=reference).order_by("charged_at", "id")


class Charge(models.Model):
    """What is owed: written once with the base value of its day; only `status` follows the ledger."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    account = models.CharField(max_length=20, unique=True, default=rules.new_account)
    reference = models.CharField(max_length=40)
    code = models.CharField(max_length=60)
    purpose = models.JSONField()
    payer_id = models.UUIDField(null=True, blank=True)
    payer_name = models.CharField(max_length=200)
    body_id = models.UUIDField()
    amount = models.DecimalField(max_digits=12, decimal_places=2)
    currency = models.CharField(max_length=3)
    lines = models.JSONField(default=list)
    base_value = models.DecimalField(max_digits=12, decimal_places=2, null=True, blank=True)
    base_value_on = models.DateField(null=True, blank=True)
    grounds = models.JSONField(default=list)
    sample = models.BooleanField(default=False)
    due_on = models.DateField()
    charged_at = models.DateTimeField()
    charged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    status = models.CharField(max_length=10, choices=Status, default=Status.PENDING)

    objects = ChargeQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(name="charge_amount_is_positive", condition=Q(amount__gt=0)),
            models.CheckConstraint(
                name="charge_base_value_has_its_day",
                condition=Q(base_value=None, base_value_on=None)
                | Q(base_value__gt=0, base_value_on__isnull=False),
            ),
            models.UniqueConstraint(
                fields=["reference", "code"], name="charge_is_made_once_for_its_reference_and_code"
            ),
        ]
        indexes = [
            models.Index(
                fields=["due_on"], name="charge_waiting", condition=Q(status__in=rules.OPEN)
            ),
            models.Index(fields=["payer_id", "-charged_at"], name="charge_of_payer"),
        ]

    def __str__(self) -> str:
        return f"{self.reference} {self.code}"

    @property
    def money(self) -> Money:
        return Money(self.amount, self.currency)

    @property
    def balance(self) -> Decimal:
        """What the ledger holds for it now."""
        return self.entries.aggregate(sum=Sum("amount"))["sum"] or Decimal("0.00")

    @property
    def rest(self) -> Money:
        return Money(rules.rest(self.status, self.amount, self.balance), self.currency)

    @property
    def surplus(self) -> Money:
        return Money(rules.surplus(self.status, self.amount, self.balance), self.currency)

    @property
    def is_open(self) -> bool:
        return self.status in rules.OPEN

    def held_by(self, now: datetime) -> "Payment | None":
        """The payment that is under way and holds the charge."""
        since = now - rules.LOCK
        return self.payments.filter(state=State.STARTED, started_at__gt=since).first()


class Payment(models.Model):
    """One transaction of a provider, known by the provider's id: told twice, it is still one."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    provider = models.CharField(max_length=20)
    transaction_id = models.CharField(max_length=40)
    charge = models.ForeignKey(Charge, models.PROTECT, related_name="payments")
    amount = models.DecimalField(max_digits=12, decimal_places=2)
    started_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=State, default=State.STARTED)
    received_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["started_at", "id"]
        constraints = [
            models.CheckConstraint(name="payment_amount_is_positive", condition=Q(amount__gt=0)),
            models.UniqueConstraint(
                fields=["provider", "transaction_id"], name="payment_is_one_for_its_transaction"
            ),
            models.CheckConstraint(
                name="payment_received_has_its_moment",
                condition=Q(state__in=[State.STARTED, State.GIVEN_UP], received_at=None)
                | Q(state__in=[State.RECEIVED, State.REVERSED], received_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.provider} {self.transaction_id}"

    @property
    def money(self) -> Money:
        return Money(self.amount, self.charge.currency)


class Refund(models.Model):
    """An order to give money back, with its ground; above a limit a second official approves it."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    charge = models.ForeignKey(Charge, models.PROTECT, related_name="refunds")
    amount = models.DecimalField(max_digits=12, decimal_places=2)
    ground = models.CharField(max_length=60)
    source = models.CharField(max_length=300)
    reason = models.TextField()
    ordered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    ordered_at = models.DateTimeField()
    needs_second = models.BooleanField()
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    paid_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["ordered_at", "id"]
        constraints = [
            models.CheckConstraint(name="refund_amount_is_positive", condition=Q(amount__gt=0)),
            models.CheckConstraint(
                name="refund_says_why", condition=~Q(ground="") & ~Q(source="") & ~Q(reason="")
            ),
            models.CheckConstraint(
                name="refund_above_the_limit_is_paid_after_approval",
                condition=Q(needs_second=False) | Q(paid_at=None) | Q(approved_by__isnull=False),
            ),
            models.CheckConstraint(
                name="refund_is_approved_by_another",
                condition=Q(approved_by=None) | ~Q(approved_by=F("ordered_by")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.charge_id} -{self.amount}"

    @property
    def money(self) -> Money:
        return Money(self.amount, self.charge.currency)


class Entry(models.Model):
    """One line of the ledger: added, never changed. The balance of a charge is the sum of its lines."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    charge = models.ForeignKey(Charge, models.PROTECT, related_name="entries")
    kind = models.CharField(max_length=10, choices=Kind)
    amount = models.DecimalField(max_digits=12, decimal_places=2)
    at = models.DateTimeField()
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    payment = models.ForeignKey(
        Payment, models.PROTECT, null=True, blank=True, related_name="entries"
    )
    refund = models.ForeignKey(
        Refund, models.PROTECT, null=True, blank=True, related_name="entries"
    )
    other = models.ForeignKey(Charge, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["at", "id"]
        constraints = [
            models.CheckConstraint(
                name="entry_sign_fits_its_kind",
                condition=Q(kind__in=ADDS, amount__gt=0) | (~Q(kind__in=ADDS) & Q(amount__lt=0)),
            ),
            models.CheckConstraint(
                name="entry_says_where_the_money_comes_from_or_goes",
                condition=Q(kind__in=[Kind.RECEIVED, Kind.REVERSED], payment__isnull=False)
                | Q(kind=Kind.REFUNDED, refund__isnull=False)
                | Q(kind__in=[Kind.TAKEN, Kind.ASSIGNED], other__isnull=False),
            ),
            models.UniqueConstraint(
                fields=["payment", "kind"], name="entry_of_a_payment_is_written_once"
            ),
            models.UniqueConstraint(fields=["refund"], name="entry_of_a_refund_is_written_once"),
        ]

    def __str__(self) -> str:
        return f"{self.charge_id} {self.amount:+}"

    @property
    def money(self) -> Money:
        return Money(self.amount, self.charge.currency)
