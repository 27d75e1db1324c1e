"""Money that is not owed: given back on an official's order, or moved to another charge of the same payer."""

from datetime import datetime
from decimal import Decimal
from uuid import UUID

from django.db import transaction
from django.db.models import Sum
from django.utils import timezone
from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.kernel.errors import RuleBroken
from ratusha.kernel.events import publish
from ratusha.payments import permissions, rules
from ratusha.payments.events import PaymentReceived, RefundMade
from ratusha.payments.models import Charge, Payment, Refund
from ratusha.payments.pack_file import payments_file
from ratusha.payments.providers import provider
from ratusha.payments.rules import Kind, Status

from .charge import close, enter, lock, trace


def refundable(charge: Charge) -> Decimal:
    """What is there and not promised to an order that waits for its second official."""
    waiting = charge.refunds.filter(paid_at=None).aggregate(sum=Sum("amount"))["sum"]
    return charge.balance - (waiting or Decimal(0))


@transaction.atomic
def order_refund(
    charge_id: UUID,
    *,
    amount: Decimal,
    ground: str,
    source: str,
    reason: str,
    by: User,
    now: datetime,
) -> Refund:
    """Give money back with a ground and its source; above the limit of the pack another official approves first."""
    charge = lock(charge_id)
    permissions.require(allowed=permissions.may_refund(by, charge, timezone.localdate(now)))
    if not ground or not source:
        message = _("Choose the ground: money is given back only on one.")
        raise RuleBroken("refund.ground_missing", message, field="ground")
    reason = rules.require_refund(amount, refundable(charge), reason)
    limit = payments_file().refunds.second_official_over
    refund = Refund(
        charge=charge,
        amount=amount,
        ground=ground,
        source=source,
        reason=reason,
        ordered_by=by,
        ordered_at=now,
        needs_second=rules.needs_second(amount, limit),
    )
    refund.save(force_insert=True)
    trace(charge, "order_refund", by, refund=str(refund.pk), ground=ground)
    return refund if refund.needs_second else _pay_back(refund, by=by, now=now)


@transaction.atomic
def approve_refund(refund_id: UUID, *, by: User, now: datetime) -> Refund:
    """The second official; who has ordered a refund does not approve it."""
    found = Refund.objects.get(pk=refund_id)
    charge = lock(found.charge_id)
    refund = Refund.objects.select_for_update(of=("self",)).get(pk=refund_id)
    refund.charge = charge
    permissions.require(allowed=permissions.may_approve(by, refund, timezone.localdate(now)))
    if refund.paid_at:
        return refund
    refund.approved_by = by
    trace(charge, "approve_refund", by, refund=str(refund.pk))
    return _pay_back(refund, by=by, now=now)


def _pay_back(refund: Refund, *, by: User, now: datetime) -> Refund:
    refund.paid_at = now
    refund.save(update_fields=["paid_at", "approved_by"])
    charge = refund.charge
    owed_before = charge.status not in rules.CLOSED
    if owed_before and charge.balance - refund.amount < charge.amount:
        close(charge, Status.CANCELLED)  # given back below the sum: it is not asked any more
    enter(charge, Kind.REFUNDED, -refund.amount, by=by, now=now, refund=refund)
    provider().pay_back(account=charge.account, amount=refund.money, refund_id=refund.pk)
    trace(charge, "refund", by, refund=str(refund.pk))
    publish(
        RefundMade(
            charge_id=charge.pk,
            refund_id=refund.pk,
            reference=charge.reference,
            amount=refund.amount,
            at=now,
        )
    )
    return refund


@transaction.atomic
def assign(from_charge: UUID, to_charge: UUID, *, by: User, now: datetime) -> Charge:
    """Move what came too late, or too much, to another charge of the same reference, as far as it is asked."""
    locked = {
        c.pk: c
        for c in Charge.objects.select_for_update(of=("self",))
        .filter(pk__in=[from_charge, to_charge])
        .order_by("pk")
    }
    giving, taking = locked[from_charge], locked[to_charge]
    today = timezone.localdate(now)
    both = permissions.may_refund(by, giving, today) and permissions.may_refund(by, taking, today)
    permissions.require(allowed=both)
    free = min(giving.surplus.amount, refundable(giving))
    amount = min(free, taking.rest.amount)
    if giving.reference != taking.reference or giving.currency != taking.currency or amount <= 0:
        raise RuleBroken("assign.nothing", _("There is nothing that could be moved."))
    came = Payment.objects.filter(charge__reference=giving.reference, received_at__isnull=False)
    payment = came.latest("received_at")
    enter(giving, Kind.TAKEN, -amount, by=by, now=now, other=taking)
    enter(taking, Kind.ASSIGNED, amount, by=by, now=now, other=giving)
    trace(taking, "assign", by, from_account=giving.account)
    publish(
        PaymentReceived(
            charge_id=taking.pk,
            payment_id=payment.pk,
            reference=taking.reference,
            amount=amount,
            settled=taking.status == Status.PAID,
            late=False,
            at=now,
        )
    )
    return taking
