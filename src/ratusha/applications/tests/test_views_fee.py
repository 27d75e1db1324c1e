"""The fee on pages: before lodging, on one's own case, at the desk."""

import pytest
from django.urls import reverse

from ratusha.accounts.tests.factories import sign_in
from ratusha.payments.public import Charge

from .state import CERTIFICATE, HOUSEHOLD, LATER, STAY, WORKS_ON
from .test_services_charging import charges, pay

pytestmark = pytest.mark.django_db
REASON = "Дагавор не з інтэрнатам."


@pytest.fixture(autouse=True)
def _noon(time_machine):
    time_machine.move_to(LATER, tick=False)


@pytest.fixture
def alena(client, applying):
    return sign_in(client, applying().user)


def at_desk(client, one):
    return sign_in(client, one.official, acting=one.state.bodies[WORKS_ON[one.code]].pk)


def to(name, *args):
    return reverse(f"applications:{name}", args=args)


def plain(answer) -> str:
    return " ".join(answer.text.replace("\xa0", " ").split())


def test_before_lodging_the_sum_is_explained(alena, applying):
    text = plain(alena.get(to("check", applying(STAY).filled().pk)))
    assert "22,50 руб." in text
    assert "0,5 базавай велічыні (адна – 45,00 руб.)" in text


def test_before_lodging_an_exemption_names_its_proof(alena, applying):
    text = plain(alena.get(to("check", applying(STAY).filled(basis="hostel").pk)))
    assert "Бясплатна" in text
    assert "дагавор.pdf" in text


def test_a_register_proves_an_exemption_before_lodging(client, applying):
    one = applying(CERTIFICATE, "jadviha")
    text = plain(sign_in(client, one.user).get(to("check", one.filled().pk)))
    assert "Вам 70 гадоў або больш" in text
    assert "Рэгістр насельніцтва" in text


def test_where_it_is_free_nothing_is_said_of_paying_on_the_case(alena, applying):
    case = applying(HOUSEHOLD).lodged()
    assert 'id="fee"' not in alena.get(to("case", case.reference)).text


def test_on_my_case_i_can_pay_and_have_the_receipt(alena, applying):
    case = applying(STAY).accepted()
    (charge,) = charges(case)
    address = reverse("payments:pay", args=[charge.account])
    assert f'href="{address}"' in alena.get(to("case", case.reference)).text
    assert alena.get(address).status_code == 200
    pay(charge)
    text = alena.get(to("case", case.reference)).text
    assert "Аплачана" in text
    assert "/documents/" in text


def test_an_official_sees_the_proof_and_asks_for_a_payment(client, applying):
    one = applying(STAY)
    case = one.accepted(basis="hostel")
    at_desk(client, one)
    page = client.get(to("desk_case", case.reference)).text
    assert "дагавор.pdf" in page
    address = to("desk_ask_for_more", case.reference)
    assert f'href="{address}"' in page
    assert client.post(address, {"tariff": "registration"}).status_code == 422
    answer = client.post(address, {"tariff": "registration", "reason": REASON})
    assert answer.status_code == 302
    assert Charge.objects.of(case.reference).count() == 1
    again = client.post(address, {"tariff": "registration", "reason": REASON})
    assert again.status_code == 422


def test_a_payment_is_not_asked_for_in_a_case_of_another_body(client, applying):
    case = applying(STAY).accepted(basis="hostel")
    at_desk(client, applying(CERTIFICATE))
    assert client.get(to("desk_ask_for_more", case.reference)).status_code == 404


def test_there_is_no_such_page_where_nothing_is_charged(client, applying):
    one = applying(HOUSEHOLD)
    case = one.accepted()
    at_desk(client, one)
    assert client.get(to("desk_ask_for_more", case.reference)).status_code == 404
