"""Pages of payments: stranger, error, success."""

from decimal import Decimal
from uuid import uuid4

import pytest
from django.urls import reverse

from ratusha.accounts.tests.factories import UserFactory, official, sign_in
from ratusha.payments.bank import Bank, Outcome
from ratusha.payments.rules import Status

from .factories import NOW, a_charge

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _noon(time_machine):
    time_machine.move_to(NOW, tick=False)


@pytest.fixture
def payer():
    return UserFactory()


@pytest.fixture
def body():
    return uuid4()


@pytest.fixture
def charge(payer, body):
    return a_charge(payer_id=payer.party_id, body_id=body)


@pytest.fixture
def cashier(client, body):
    who = official("payments.refund", "cases.see", body_id=body)
    return sign_in(client, who, acting=body)


def to(name, *args):
    return reverse(f"payments:{name}", args=args)


def test_a_charge_of_another_is_not_found(client, charge):
    sign_in(client, UserFactory())
    assert client.get(to("pay", charge.account)).status_code == 404


def test_my_charge_says_how_much_until_when_and_how(client, payer, charge):
    answer = sign_in(client, payer).get(to("pay", charge.account))
    assert answer.status_code == 200
    assert charge.account in answer.text
    assert "22,50" in answer.text


@pytest.mark.parametrize(
    ("outcome", "status", "balance"),
    [
        (Outcome.PAY, Status.PAID, "22.50"),
        (Outcome.TWICE, Status.PAID, "22.50"),
        (Outcome.LESS, Status.PART_PAID, "20.00"),
        (Outcome.MORE, Status.PAID, "25.00"),
        (Outcome.GIVE_UP, Status.PENDING, "0"),
        (Outcome.LEAVE, Status.PENDING, "0"),
        (Outcome.LATE, Status.PAID, "22.50"),
        (Outcome.TAKE_BACK, Status.PENDING, "0"),
    ],
)
def test_every_outcome_of_the_demonstration_bank(charge, outcome, status, balance):
    visit = Bank(charge.account, now=NOW)
    assert visit.play(outcome) == ""
    charge.refresh_from_db()
    assert (charge.status, charge.balance) == (status, Decimal(balance))
    assert all("ServiceProvider_" in one.request + one.answer for one in visit.said)


def test_at_the_bank_one_chooses_an_outcome(client, payer, charge):
    sign_in(client, payer)
    page = client.post(to("bank", charge.account), {"outcome": ""})
    assert page.status_code == 422
    page = client.post(to("bank", charge.account), {"outcome": "pay"})
    assert page.status_code == 200
    charge.refresh_from_db()
    assert charge.status == Status.PAID
    again = client.post(to("bank", charge.account), {"outcome": "pay"})
    assert "error" in again.text


def test_somebody_else_may_pay_by_the_number(client, charge):
    sign_in(client, UserFactory())
    assert client.post(to("by_number"), {"account": "12"}).status_code == 422
    spaced = " ".join(charge.account[i : i + 4] for i in range(0, 12, 4))
    answer = client.post(to("by_number"), {"account": spaced}, follow=True)
    assert "22,50" in answer.text
    assert f'href="{to("pay", charge.account)}"' not in answer.text


def test_an_official_of_another_body_does_not_see_the_charge(client, charge):
    other = uuid4()
    sign_in(client, official("payments.refund", "cases.see", body_id=other), acting=other)
    for name in ("desk", "refund"):
        assert client.get(to(name, charge.account)).status_code == 404


def test_a_refund_needs_ground_and_words_and_is_made(cashier, charge):
    Bank(charge.account, now=NOW).play(Outcome.MORE)
    assert cashier.get(to("desk", charge.account)).status_code == 200
    page = cashier.post(to("refund", charge.account), {"amount": "2,50"})
    assert page.status_code == 422
    given = {"ground": "overpaid", "amount": "2,50", "reason": "Заплачана лішняе."}
    page = cashier.post(to("refund", charge.account), given)
    assert (page.status_code, charge.balance) == (302, Decimal("22.50"))


def test_too_much_is_not_given_back(cashier, charge):
    Bank(charge.account, now=NOW).play(Outcome.PAY)
    given = {"ground": "overpaid", "amount": "100", "reason": "Памылка."}
    page = cashier.post(to("refund", charge.account), given)
    assert page.status_code == 422
    assert charge.balance == Decimal("22.50")


def test_who_only_sees_cases_gives_nothing_back(client, body, charge):
    Bank(charge.account, now=NOW).play(Outcome.PAY)
    sign_in(client, official("cases.see", body_id=body), acting=body)
    assert to("refund", charge.account) not in client.get(to("desk", charge.account)).text
    assert client.get(to("refund", charge.account)).status_code == 403
