"""What a provider tells: a payment begins, ends, is taken back. Each may be told twice, late, or for a wrong sum."""

from datetime import datetime
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _

from ratusha.kernel.errors import RuleBroken
from ratusha.kernel.events import publish
from ratusha.payments import rules
from ratusha.payments.events import PaymentReceived, PaymentReversed
from ratusha.payments.models import Charge, Payment
from ratusha.payments.rules import Kind, State, Status

from .charge import enter, lock, trace


def find_charge(account: str) -> Charge:
    found = Charge.objects.filter(account=account).first() if rules.is_account(account) else None
    if found is None:
        raise RuleBroken("charge.unknown", _("There is no such account number."))
    return found


def require_free(charge: Charge, *, now: datetime) -> None:
    """Somebody may pay it now."""
    rules.require_payable(charge.status)
    if charge.held_by(now):
        message = _("Somebody is paying this sum right now. Try again in half an hour.")
        raise RuleBroken("charge.held", message)


@transaction.atomic
def start_payment(
    account: str, *, transaction_id: str, amount: Decimal, provider: str, now: datetime
) -> Payment:
    """Hold the charge for one payer. The sum may be another than asked: it is taken as it comes."""
    charge = lock(find_charge(account).pk)
    known = Payment.objects.filter(provider=provider, transaction_id=transaction_id).first()
    if known:
        if (known.charge_id, known.amount) != (charge.pk, amount):
            raise RuleBroken("payment.other", _("This transaction is for something else."))
        return known
    rules.require_transaction(transaction_id)
    rules.require_sum(amount)
    require_free(charge, now=now)
    payment = Payment(
        provider=provider,
        transaction_id=transaction_id,
        charge=charge,
        amount=amount,
        started_at=now,
    )
    payment.save(force_insert=True)
    trace(charge, "start", None, payment=str(payment.pk))
    return payment


def _locked(provider: str, transaction_id: str, own_id: str) -> Payment:
    """The payment, its charge held first, so that two notices about one charge wait for each other."""
    found = Payment.objects.filter(provider=provider, transaction_id=transaction_id).first()
    if found is None or (own_id and own_id != str(found.pk)):
        raise RuleBroken("payment.unknown", _("There is no such transaction."))
    charge = lock(found.charge_id)
    found.refresh_from_db()
    found.charge = charge
    return found


@transaction.atomic
def finish_payment(
    transaction_id: str, *, own_id: str, error: str, provider: str, now: datetime
) -> Payment:
    """The money is here, or will not come. Told again nothing changes; told late the money is kept apart."""
    payment = _locked(provider, transaction_id, own_id)
    if payment.state in {State.RECEIVED, State.REVERSED}:
        return payment
    if error:
        payment.state = State.GIVEN_UP
        payment.save(update_fields=["state"])
        trace(payment.charge, "give_up", None, payment=str(payment.pk))
        return payment
    payment.state, payment.received_at = State.RECEIVED, now
    payment.save(update_fields=["state", "received_at"])
    charge = payment.charge
    enter(charge, Kind.RECEIVED, payment.amount, by=None, now=now, payment=payment)
    trace(charge, "receive", None, payment=str(payment.pk))
    publish(
        PaymentReceived(
            charge_id=charge.pk,
            payment_id=payment.pk,
            reference=charge.reference,
            amount=payment.amount,
            settled=charge.status == Status.PAID,
            late=charge.status in rules.CLOSED,
            at=now,
        )
    )
    return payment


def start_reversal(
    transaction_id: str, *, own_id: str, amount: Decimal, provider: str, allowed: bool
) -> Payment:
    """May this payment be taken back? Only whole, and only while its money is still with the charge."""
    with transaction.atomic():
        payment = _locked(provider, transaction_id, own_id)
        _require_reversible(payment, allowed=allowed)
        if amount != payment.amount:
            raise RuleBroken("payment.sum_wrong", _("A payment is taken back whole."))
        return payment


def _require_reversible(payment: Payment, *, allowed: bool) -> None:
    if payment.state == State.REVERSED:
        return
    if not allowed or payment.state != State.RECEIVED:
        raise RuleBroken("payment.not_reversible", _("This payment cannot be taken back."))
    if payment.charge.balance < payment.amount:
        message = _("The money of this payment has been given back already.")
        raise RuleBroken("payment.given_back", message)


@transaction.atomic
def finish_reversal(
    transaction_id: str, *, own_id: str, error: str, provider: str, allowed: bool, now: datetime
) -> Payment:
    payment = _locked(provider, transaction_id, own_id)
    _require_reversible(payment, allowed=allowed)
    if error or payment.state == State.REVERSED:
        return payment
    payment.state = State.REVERSED
    payment.save(update_fields=["state"])
    charge = payment.charge
    enter(charge, Kind.REVERSED, -payment.amount, by=None, now=now, payment=payment)
    trace(charge, "reverse", None, payment=str(payment.pk))
    publish(
        PaymentReversed(
            charge_id=charge.pk, payment_id=payment.pk, reference=charge.reference, at=now
        )
    )
    return payment
