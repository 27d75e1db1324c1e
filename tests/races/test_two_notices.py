"""Two notices of one payment, two payers of one charge, a notice while somebody holds the row: at the same moment."""

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from decimal import Decimal

import pytest
from django.db import connection, transaction

from ratusha.kernel.errors import RuleBroken
from ratusha.payments import erip, service_provider
from ratusha.payments.erip import Request, RequestType
from ratusha.payments.models import Charge, Entry, Payment
from ratusha.payments.public import finish_payment, start_payment
from ratusha.payments.tests.factories import a_charge

pytestmark = pytest.mark.django_db(transaction=True)
NOW = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)
SUM = Decimal("22.50")


def at_once(*acts):
    def once(act):
        try:
            return act()
        except RuleBroken as broken:
            return broken.code
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(once, acts))


def begin(charge, transaction_id):
    return start_payment(
        charge.account, transaction_id=transaction_id, amount=SUM, provider="erip", now=NOW
    )


def finish(transaction_id):
    return finish_payment(transaction_id, own_id="", error="", provider="erip", now=NOW)


def test_one_payment_told_by_four_at_once_is_in_the_ledger_once():
    charge = a_charge()
    begin(charge, "t1")
    told = at_once(*[lambda: finish("t1").state] * 4)
    assert told == ["received"] * 4
    assert Entry.objects.count() == 1
    assert Charge.objects.get().balance == SUM


def test_of_two_who_begin_at_once_one_holds_the_charge():
    charge = a_charge()
    told = at_once(lambda: begin(charge, "t1").state, lambda: begin(charge, "t2").state)
    assert sorted(told) == ["charge.held", "started"]
    assert Payment.objects.count() == 1


def test_while_somebody_holds_the_row_an_answer_comes_within_the_time_of_the_protocol():
    charge = a_charge()
    holding, done = threading.Event(), threading.Event()

    def hold():
        with transaction.atomic():
            Charge.objects.select_for_update().get(pk=charge.pk)
            holding.set()
            done.wait(30)

    def ask():
        holding.wait(10)
        began = datetime.now(UTC)  # noqa: TID251 - the time on the wall is what is measured
        request = Request(
            kind=RequestType.TRANSACTION_START,
            account=charge.account,
            currency="933",
            request_id="1",
            at=NOW.replace(tzinfo=None),
            transaction_id="t1",
            amount=SUM,
        )
        told = erip.read_answer(service_provider.answer(erip.write_request(request), now=NOW))
        done.set()
        return told.error, (datetime.now(UTC) - began).total_seconds()  # noqa: TID251

    _held, (error, seconds) = at_once(hold, ask)
    assert error == "Сейчас мы не можем ответить. Повторите через минуту."
    assert seconds < 14
    assert not Payment.objects.exists()
