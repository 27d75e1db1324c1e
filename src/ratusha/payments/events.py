"""What happens to money and matters to others. Delivered after commit, at least once."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from ratusha.kernel.events import Event


@dataclass(frozen=True, kw_only=True)
class ChargeMade(Event):
    charge_id: UUID
    reference: str
    at: datetime


@dataclass(frozen=True, kw_only=True)
class PaymentReceived(Event):
    """`settled`: the charge is paid in full now; `late`: it was closed before, and the money waits apart."""

    charge_id: UUID
    payment_id: UUID
    reference: str
    amount: Decimal
    settled: bool
    late: bool
    at: datetime


@dataclass(frozen=True, kw_only=True)
class PaymentReversed(Event):
    """The bank took a payment back."""

    charge_id: UUID
    payment_id: UUID
    reference: str
    at: datetime


@dataclass(frozen=True, kw_only=True)
class ChargeLapsed(Event):
    """The last day to pay has passed."""

    charge_id: UUID
    reference: str
    at: datetime


@dataclass(frozen=True, kw_only=True)
class RefundMade(Event):
    charge_id: UUID
    refund_id: UUID
    reference: str
    amount: Decimal
    at: datetime
