"""Making a charge, closing it, and the ledger that its standing follows."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from ratusha.accounts.public import User
from ratusha.audit.public import record
from ratusha.kernel.drawing import drawn
from ratusha.kernel.events import publish
from ratusha.kernel.money import Money
from ratusha.kernel.texts import Text
from ratusha.payments import rules
from ratusha.payments.events import ChargeLapsed, ChargeMade
from ratusha.payments.models import Charge, Entry, Payment, Refund
from ratusha.payments.rules import Kind, Status

LAPSED_AT_ONCE = 500


@transaction.atomic
def make_charge(
    *,
    reference: str,
    code: str,
    purpose: Text,
    payer_id: UUID | None,
    payer_name: str,
    body_id: UUID,
    amount: Money,
    lines: Sequence[dict[str, Any]],
    grounds: Sequence[dict[str, Any]],
    base_value: Decimal | None,
    base_value_on: date | None,
    sample: bool,
    due_on: date,
    by: User | None,
    now: datetime,
) -> Charge:
    """Ask for a sum, once for its reference and code: asked again it is the same charge.

    `lines` say how the sum comes about, `grounds` on what it may be given back: both as they were on this day.
    """
    rules.require_sum(amount.amount)
    asked: dict[str, Any] = {
        "account": _free_account,
        "purpose": purpose,
        "payer_id": payer_id,
        "payer_name": payer_name,
        "body_id": body_id,
        "amount": amount.amount,
        "currency": amount.currency,
        "lines": list(lines),
        "grounds": list(grounds),
        "base_value": base_value,
        "base_value_on": base_value_on,
        "sample": sample,
        "due_on": due_on,
        "charged_at": now,
        "charged_by": by,
    }
    charge, new = Charge.objects.get_or_create(reference=reference, code=code, defaults=asked)
    if new:
        trace(charge, "charge", by, code=code)
        publish(ChargeMade(charge_id=charge.pk, reference=reference, at=now))
    return charge


def _free_account() -> str:
    (account,) = drawn([rules.new_account], taken=_taken)
    return account


def _taken(accounts: Collection[str]) -> Iterable[str]:
    return Charge.objects.filter(account__in=accounts).values_list("account", flat=True)


def trace(charge: Charge, act: str, by: User | None, **details: object) -> None:
    at_desk = by is not None and by.party_id != charge.payer_id
    record(
        f"payments.{act}",
        "charge",
        charge.account,
        by=by.pk if by else None,
        body=charge.body_id if at_desk else None,
        **details,
    )


def lock(charge_id: UUID) -> Charge:
    """The charge, held against everybody else until the transaction ends."""
    return Charge.objects.select_for_update(of=("self",)).get(pk=charge_id)


def enter(
    charge: Charge,
    kind: Kind,
    amount: Decimal,
    *,
    by: User | None,
    now: datetime,
    payment: Payment | None = None,
    refund: Refund | None = None,
    other: Charge | None = None,
) -> Entry:
    """Add a line to the ledger of a locked charge, and let the standing follow."""
    entry = Entry(
        charge=charge, kind=kind, amount=amount, at=now, by=by,
        payment=payment, refund=refund, other=other,
    )  # fmt: skip
    entry.save(force_insert=True)
    settle(charge)
    return entry


def settle(charge: Charge) -> None:
    charge.status = rules.standing(charge.status, charge.amount, charge.balance)
    charge.save(update_fields=["status"])


def close(charge: Charge, status: Status) -> None:
    charge.status = status
    charge.save(update_fields=["status"])


@transaction.atomic
def cancel_charge(charge_id: UUID, *, by: User | None, now: datetime) -> Charge:  # noqa: ARG001 - an act has its moment
    """Ask no longer; what was paid stays in the ledger, to be given back or assigned."""
    charge = lock(charge_id)
    if charge.status not in rules.CLOSED:
        close(charge, Status.CANCELLED)
        trace(charge, "cancel", by)
    return charge


@transaction.atomic
def lapse_due(*, now: datetime) -> int:
    """Close what was not paid by its last day and is not being paid at this moment."""
    waiting = Charge.objects.filter(status__in=rules.OPEN, due_on__lt=timezone.localdate(now))
    lapsed = 0
    for charge in waiting.select_for_update(skip_locked=True, of=("self",))[:LAPSED_AT_ONCE]:
        if charge.held_by(now):
            continue
        close(charge, Status.LAPSED)
        trace(charge, "lapse", None)
        publish(ChargeLapsed(charge_id=charge.pk, reference=charge.reference, at=now))
        lapsed += 1
    return lapsed
