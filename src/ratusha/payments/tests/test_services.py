"""Money that comes, comes twice, late, too much, and goes back."""

from datetime import timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from ratusha.accounts.tests.factories import official
from ratusha.kernel.errors import NotPermitted, RuleBroken
from ratusha.payments.events import ChargeMade, PaymentReceived, PaymentReversed, RefundMade
from ratusha.payments.models import Charge, Entry, Payment
from ratusha.payments.rules import Status
from ratusha.payments.services import charge as charges
from ratusha.payments.services import give_back, pay

from .factories import DUE, NOW, a_charge

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(minutes=40)
AFTER_DUE = NOW + timedelta(days=11)


def begun(charge, amount="22.50", transaction_id="t1", now=NOW) -> Payment:
    return pay.start_payment(
        charge.account,
        transaction_id=transaction_id,
        amount=Decimal(amount),
        provider="erip",
        now=now,
    )


def told(transaction_id="t1", error="", now=NOW) -> Payment:
    return pay.finish_payment(transaction_id, own_id="", error=error, provider="erip", now=now)


def paid(charge, amount="22.50", transaction_id="t1", now=NOW) -> Charge:
    begun(charge, amount, transaction_id, now)
    told(transaction_id, now=now)
    charge.refresh_from_db()
    return charge


def test_a_charge_is_made_once(published):
    first = a_charge(reference="A-1")
    assert a_charge(reference="A-1").pk == first.pk
    assert len(published(ChargeMade)) == 1


def test_a_payment_settles_the_charge_and_is_announced(published):
    charge = paid(a_charge())
    assert (charge.status, charge.balance) == (Status.PAID, Decimal("22.50"))
    received = published(PaymentReceived)[-1]
    assert (received.settled, received.late, received.amount) == (True, False, Decimal("22.50"))


def test_a_notice_told_twice_changes_nothing(published):
    charge = paid(a_charge())
    told()
    charge.refresh_from_db()
    assert (charge.balance, Entry.objects.count()) == (Decimal("22.50"), 1)
    assert len(published(PaymentReceived)) == 1


def test_a_beginning_told_twice_is_one_payment():
    charge = a_charge()
    assert begun(charge).pk == begun(charge).pk


def test_a_transaction_cannot_change_its_sum_or_its_charge():
    begun(a_charge())
    with pytest.raises(RuleBroken, match=r"payment\.other"):
        begun(a_charge())


def test_a_charge_is_held_for_one_payer_and_let_go_after_half_an_hour():
    charge = a_charge()
    begun(charge)
    with pytest.raises(RuleBroken, match=r"charge\.held"):
        begun(charge, transaction_id="t2")
    assert begun(charge, transaction_id="t2", now=LATER).state == "started"


def test_a_payment_given_up_lets_the_charge_go():
    charge = a_charge()
    begun(charge)
    told(error="Отказ")
    assert begun(charge, transaction_id="t2").state == "started"


def test_money_told_of_after_the_lock_is_taken_all_the_same():
    """Two payers, one of them forgotten by the bank for a while: both sums are in the ledger."""
    charge = a_charge()
    begun(charge)
    paid(charge, transaction_id="t2", now=LATER)
    told("t1", now=LATER)
    charge.refresh_from_db()
    assert (charge.status, charge.surplus.amount) == (Status.PAID, Decimal("22.50"))


def test_money_that_comes_after_the_last_day_is_kept_apart(published):
    charge = a_charge()
    begun(charge)
    assert charges.lapse_due(now=AFTER_DUE) == 1
    told(now=AFTER_DUE)
    charge.refresh_from_db()
    assert (charge.status, charge.surplus.amount) == (Status.LAPSED, Decimal("22.50"))
    received = published(PaymentReceived)[-1]
    assert (received.late, received.settled) == (True, False)


def test_the_last_day_itself_counts():
    a_charge()
    assert charges.lapse_due(now=NOW.replace(day=DUE.day)) == 0


def test_a_charge_that_is_being_paid_does_not_lapse():
    begun(a_charge(), now=AFTER_DUE - timedelta(minutes=5))
    assert charges.lapse_due(now=AFTER_DUE) == 0


def test_too_little_asks_for_the_rest():
    charge = paid(a_charge(), "20.00")
    assert (charge.status, charge.rest.amount) == (Status.PART_PAID, Decimal("2.50"))
    charge = paid(charge, "2.50", "t2")
    assert charge.status == Status.PAID


def test_what_is_paid_or_no_longer_asked_is_not_paid_again():
    with pytest.raises(RuleBroken, match=r"charge\.paid"):
        begun(paid(a_charge()), transaction_id="t2")
    other = charges.cancel_charge(a_charge().pk, by=None, now=NOW)
    with pytest.raises(RuleBroken, match=r"charge\.closed"):
        begun(other, transaction_id="t3")


@pytest.mark.parametrize("account", ["", "1", "000000000001", "7" * 12])
def test_an_account_nobody_has_is_unknown(account):
    with pytest.raises(RuleBroken, match=r"charge\.unknown"):
        pay.find_charge(account)


def test_a_result_of_a_transaction_nobody_began_is_refused():
    with pytest.raises(RuleBroken, match=r"payment\.unknown"):
        told("t9")


def reversal(act=pay.finish_reversal, **more):
    return act("t1", **{"own_id": "", "provider": "erip", "allowed": True} | more)


def test_the_bank_takes_a_payment_back_once(published):
    charge = paid(a_charge())
    reversal(pay.start_reversal, amount=Decimal("22.50"))
    for _again in range(2):
        reversal(error="", now=NOW)
    charge.refresh_from_db()
    assert (charge.status, charge.balance) == (Status.PENDING, 0)
    assert len(published(PaymentReversed)) == 1


def test_a_payment_is_not_taken_back_where_the_country_does_not_allow_it():
    paid(a_charge())
    with pytest.raises(RuleBroken, match=r"payment\.not_reversible"):
        reversal(allowed=False, error="", now=NOW)


def test_a_reversal_that_failed_changes_nothing():
    charge = paid(a_charge())
    reversal(error="Ошибка", now=NOW)
    charge.refresh_from_db()
    assert charge.status == Status.PAID


@pytest.fixture
def body():
    return uuid4()


@pytest.fixture
def cashier(body):
    return official("payments.refund", "cases.see", body_id=body)


def order(charge, by, amount="2.50", **more):
    return give_back.order_refund(
        charge.pk,
        **{"amount": Decimal(amount), "ground": "overpaid", "source": "Правіла",
           "reason": "Заплачана лішняе.", "by": by, "now": NOW} | more,
    )  # fmt: skip


def test_what_was_overpaid_is_given_back_and_the_charge_stays_paid(body, cashier, published):
    charge = paid(a_charge(body_id=body), "25.00")
    order(charge, cashier)
    charge.refresh_from_db()
    assert (charge.status, charge.balance) == (Status.PAID, Decimal("22.50"))
    assert published(RefundMade)[0].amount == Decimal("2.50")


def test_a_refund_below_the_sum_closes_the_charge(body, cashier):
    charge = paid(a_charge(body_id=body))
    order(charge, cashier, "22.50")
    charge.refresh_from_db()
    assert (charge.status, charge.balance) == (Status.CANCELLED, 0)


def test_a_bank_does_not_take_back_what_was_given_back(body, cashier):
    charge = paid(a_charge(body_id=body))
    order(charge, cashier, "22.50")
    with pytest.raises(RuleBroken, match=r"payment\.given_back"):
        reversal(error="", now=NOW)


def test_who_has_no_permission_gives_nothing_back(body):
    charge = paid(a_charge(body_id=body), "25.00")
    with pytest.raises(NotPermitted):
        order(charge, official("cases.see", body_id=body))
    with pytest.raises(NotPermitted):
        order(charge, official("payments.refund"))


def test_nobody_gives_money_back_to_oneself(body):
    payer = official("payments.refund", body_id=body, party_id=uuid4())
    charge = paid(a_charge(body_id=body, payer_id=payer.party_id), "25.00")
    with pytest.raises(NotPermitted):
        order(charge, payer)


def test_above_the_limit_another_official_approves(body, cashier):
    charge = paid(a_charge(body_id=body), "922.50")
    refund = order(charge, cashier, "900.00")
    assert refund.paid_at is None
    assert give_back.refundable(charge) == Decimal("22.50")
    with pytest.raises(NotPermitted):
        give_back.approve_refund(refund.pk, by=cashier, now=NOW)
    second = official("payments.refund", body_id=body)
    for _again in range(2):
        give_back.approve_refund(refund.pk, by=second, now=NOW)
    charge.refresh_from_db()
    assert (charge.status, charge.balance) == (Status.PAID, Decimal("22.50"))


def test_late_money_is_counted_for_what_is_still_owed(body, cashier):
    late = a_charge(body_id=body, reference="A-1")
    begun(late)
    charges.lapse_due(now=AFTER_DUE)
    told(now=AFTER_DUE)
    due_on = AFTER_DUE.date() + timedelta(days=10)
    owed = a_charge(body_id=body, reference="A-1", code="fee:2", due_on=due_on)
    give_back.assign(late.pk, owed.pk, by=cashier, now=AFTER_DUE)
    late.refresh_from_db()
    owed.refresh_from_db()
    assert (late.balance, owed.balance, owed.status) == (0, Decimal("22.50"), Status.PAID)
    with pytest.raises(RuleBroken, match=r"assign\.nothing"):
        give_back.assign(late.pk, owed.pk, by=cashier, now=AFTER_DUE)


def test_late_money_does_not_pay_for_another_case(body, cashier):
    late = a_charge(body_id=body)
    begun(late)
    charges.cancel_charge(late.pk, by=None, now=NOW)
    told()
    with pytest.raises(RuleBroken, match=r"assign\.nothing"):
        give_back.assign(late.pk, a_charge(body_id=body).pk, by=cashier, now=NOW)


@pytest.mark.parametrize(
    "rewrite",
    [
        lambda c: Charge.objects.filter(pk=c.pk).update(amount=1),
        lambda c: Entry.objects.filter(charge=c).update(amount=1),
        lambda c: Entry.objects.filter(charge=c).delete(),
        lambda c: Payment.objects.filter(charge=c).update(amount=1),
    ],
)
def test_the_database_does_not_let_the_past_be_rewritten(rewrite):
    charge = paid(a_charge())
    with pytest.raises(IntegrityError), transaction.atomic():
        rewrite(charge)


def test_the_database_lets_no_more_out_than_came_in():
    charge = paid(a_charge())
    other = a_charge()
    with pytest.raises(IntegrityError, match="more would go out"), transaction.atomic():
        Entry.objects.create(charge=charge, kind="taken", amount=-23, at=NOW, other=other)


def test_an_account_that_another_charge_has_is_drawn_again(monkeypatch):
    numbers = iter(2 * "00000000000" + "11111111111")
    monkeypatch.setattr("secrets.choice", lambda _digits: next(numbers))
    first, second = a_charge(), a_charge(reference="2026-0000-0000-1")
    assert (first.account[:11], second.account[:11]) == ("0" * 11, "1" * 11)
