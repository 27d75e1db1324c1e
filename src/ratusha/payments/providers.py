"""Through whom money comes and goes: an interface, plugged by the composition root."""

from typing import Protocol
from uuid import UUID

from django.urls import reverse

from ratusha.kernel.money import Money


class PaymentProvider(Protocol):
    """`code` names it in payments. How its notices arrive is its own affair: they end in `services.pay`."""

    code: str

    def page_to_pay(self, account: str) -> str:
        """Where the payer is sent from here, or nothing where one can only pay at a bank."""

    def pay_back(self, *, account: str, amount: Money, refund_id: UUID) -> None:
        """Send money back the way it came; called inside the act, so it only hands the order over."""


class DemonstrationBank:
    """Speaks the protocol of the payment system with this very site, so that every outcome can be played."""

    code = "erip"

    def page_to_pay(self, account: str) -> str:
        return reverse("payments:bank", args=[account])

    def pay_back(self, *, account: str, amount: Money, refund_id: UUID) -> None:
        """An invented bank has no money to move: the ledger is all there is."""


_plugged: list[PaymentProvider] = [DemonstrationBank()]


def plug_provider(one: PaymentProvider) -> None:
    _plugged[:] = [one]


def provider() -> PaymentProvider:
    return _plugged[0]
