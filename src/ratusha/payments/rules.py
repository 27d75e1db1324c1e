"""What holds for money that is owed to the state: standings, locks, refunds. Pure: no database, no clock."""

import secrets
from datetime import datetime, timedelta
from decimal import Decimal

from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from stdnum import luhn

from ratusha.kernel.errors import RuleBroken

LOCK = timedelta(minutes=30)  # a payment begun and not ended holds the charge so long
DIGITS = 11  # of an account, drawn by lot: not to be guessed; a check digit follows
MOST = Decimal("999999.99")  # no fee comes near; a sum above it is a mistake of the sender
LONGEST_REASON = 1000  # characters


class Status(TextChoices):
    """How a charge stands. The first three follow from its ledger; the last two somebody has said."""

    PENDING = "pending", gettext_lazy("To be paid")
    PART_PAID = "part_paid", gettext_lazy("Partly paid")
    PAID = "paid", gettext_lazy("Paid")
    LAPSED = "lapsed", gettext_lazy("Not paid in time")
    CANCELLED = "cancelled", gettext_lazy("No longer asked")


OPEN = (Status.PENDING, Status.PART_PAID)
CLOSED = (Status.LAPSED, Status.CANCELLED)


class State(TextChoices):
    """How far a payment has come at the provider."""

    STARTED = "started", gettext_lazy("Begun")
    GIVEN_UP = "given_up", gettext_lazy("Given up")
    RECEIVED = "received", gettext_lazy("Received")
    REVERSED = "reversed", gettext_lazy("Taken back by the bank")


class Kind(TextChoices):
    """What moved money. Received and assigned add to a charge, the others take from it."""

    RECEIVED = "received", gettext_lazy("Received")
    REVERSED = "reversed", gettext_lazy("Taken back by the bank")
    REFUNDED = "refunded", gettext_lazy("Paid back")
    TAKEN = "taken", gettext_lazy("Moved to another charge")
    ASSIGNED = "assigned", gettext_lazy("Moved here from another charge")


ADDS = (Kind.RECEIVED, Kind.ASSIGNED)


def new_account() -> str:
    """The number by which a charge is paid anywhere; a slip of the finger is noticed."""
    number = "".join(secrets.choice("0123456789") for _ in range(DIGITS))
    return f"{number}{luhn.calc_check_digit(number)}"


def is_account(number: str) -> bool:
    return len(number) == DIGITS + 1 and bool(luhn.is_valid(number))


def standing(status: str, amount: Decimal, balance: Decimal) -> Status:
    """What is closed stays so, whatever comes in: money that comes late is kept apart, not counted."""
    if status in CLOSED:
        return Status(status)
    if balance >= amount:
        return Status.PAID
    return Status.PART_PAID if balance > 0 else Status.PENDING


def rest(status: str, amount: Decimal, balance: Decimal) -> Decimal:
    """What is still asked."""
    return Decimal(0) if status in CLOSED else max(amount - balance, Decimal(0))


def surplus(status: str, amount: Decimal, balance: Decimal) -> Decimal:
    """What came in and is not owed: above the sum, or all of it when the charge is closed."""
    return balance if status in CLOSED else max(balance - amount, Decimal(0))


def is_settled(status: str, amount: Decimal, balance: Decimal) -> bool:
    """Nothing is asked any more and nothing has to go back."""
    return not rest(status, amount, balance) and not surplus(status, amount, balance)


def holds_lock(started_at: datetime, now: datetime) -> bool:
    """A payment begun and never ended lets the charge go after half an hour; its money is taken even then."""
    return now < started_at + LOCK


def require_payable(status: str) -> None:
    if status in CLOSED:
        raise RuleBroken("charge.closed", _("This sum is no longer asked: do not pay it."))
    if status == Status.PAID:
        raise RuleBroken("charge.paid", _("This sum is paid already."))


def require_sum(amount: Decimal) -> None:
    if not 0 < amount <= MOST or amount != amount.quantize(Decimal("0.01")):
        raise RuleBroken("payment.sum_wrong", _("The sum is not a sum that can be paid."))


def require_transaction(transaction_id: str) -> None:
    if not transaction_id:
        raise RuleBroken("payment.unknown", _("There is no such transaction."))


def require_refund(amount: Decimal, free: Decimal, reason: str) -> str:
    """Not more than there is, and with words that the payer can read."""
    reason = reason.strip()
    if not reason:
        message = _("Say why the money is given back: the payer reads this.")
        raise RuleBroken("refund.reason_missing", message, field="reason")
    if len(reason) > LONGEST_REASON:
        message = _("The reason is too long: at most %(most)s characters.")
        raise RuleBroken("refund.reason_long", message % {"most": LONGEST_REASON}, field="reason")
    if not 0 < amount <= free:
        message = _("At most %(most)s can be given back.")
        raise RuleBroken("refund.too_much", message % {"most": free}, field="amount")
    return reason


def needs_second(amount: Decimal, limit: Decimal) -> bool:
    """Four eyes: a refund above the limit of the pack is approved by another official."""
    return amount > limit
