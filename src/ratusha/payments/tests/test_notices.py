"""The address that the payment system talks to: signed exchanges, replays, strangers."""

from decimal import Decimal
from urllib.parse import quote_from_bytes

import pytest
from django.test import Client

from ratusha.payments import erip, service_provider
from ratusha.payments.erip import Request, RequestType
from ratusha.payments.models import Entry, Payment
from ratusha.payments.rules import Status

from .factories import NOW, a_charge

pytestmark = pytest.mark.django_db
FORM = "application/x-www-form-urlencoded"


@pytest.fixture(autouse=True)
def _noon(time_machine):
    time_machine.move_to(NOW, tick=False)


@pytest.fixture
def charge():
    return a_charge()


def message(kind, account, **more) -> bytes:
    given = {"currency": "933", "request_id": "1", "at": NOW.replace(tzinfo=None), **more}
    return erip.write_request(Request(kind=kind, account=account, **given))


def send(xml: bytes, signature: str | None = None):
    """As the payment system does: a form field in windows-1251, without a cookie or a token."""
    signed = service_provider.signature_of(xml) if signature is None else signature
    body = f"{erip.FIELD}={quote_from_bytes(xml)}"
    client = Client(enforce_csrf_checks=True, headers={erip.HEADER: signed})
    return client.post("/erip/", body, content_type=FORM)


def told(xml: bytes) -> erip.Answer:
    response = send(xml)
    assert response.status_code == 200
    assert erip.is_signed(
        response.content, response[erip.HEADER], service_provider.settings.ERIP_SALT
    )
    return erip.read_answer(response.content)


def start(charge, amount="22.50", transaction_id="801", **more):
    return told(
        message(
            RequestType.TRANSACTION_START,
            charge.account,
            transaction_id=transaction_id,
            amount=Decimal(amount),
            **more,
        )
    )


def result(charge, own_id="", **more) -> bytes:
    return message(
        RequestType.TRANSACTION_RESULT, charge.account, transaction_id="801", own_id=own_id, **more
    )


def test_a_whole_payment_from_the_question_to_the_notice(charge):
    info = told(message(RequestType.SERVICE_INFO, charge.account))
    assert (info.debt, info.surname) == (Decimal("22.50"), "Ковалёва Е. В.")
    assert info.lines == ["Плата за регистрацию", charge.reference]
    begun = start(charge)
    assert told(result(charge, begun.own_id)).error == ""
    charge.refresh_from_db()
    assert charge.status == Status.PAID
    assert told(message(RequestType.SERVICE_INFO, charge.account)).error


def test_a_replayed_notice_is_answered_the_same_and_changes_nothing(charge):
    notice = result(charge, start(charge).own_id)
    first, second = send(notice), send(notice)
    assert first.content == second.content
    assert Entry.objects.count() == 1
    assert start(charge).own_id == str(Payment.objects.get().pk)  # the beginning replayed too


def test_a_storno_goes_both_ways_of_the_protocol(charge):
    ids = {"transaction_id": "801", "own_id": start(charge).own_id}
    told(result(charge))
    begun = told(message(RequestType.STORN_START, charge.account, amount=Decimal("22.50"), **ids))
    assert begun.own_id == ids["own_id"]
    for _again in range(2):
        assert told(message(RequestType.STORN_RESULT, charge.account, **ids)).error == ""
    charge.refresh_from_db()
    assert (charge.status, charge.balance) == (Status.PENDING, 0)


def test_an_error_of_the_bank_gives_the_payment_up(charge):
    start(charge)
    told(result(charge, error="Отказ плательщика"))
    assert Payment.objects.get().state == "given_up"


@pytest.mark.parametrize("currency", ["974", "840", ""])
def test_another_currency_is_not_taken(charge, currency):
    assert start(charge, currency=currency).error
    assert not Payment.objects.exists()


def test_a_result_that_names_another_transaction_of_ours_is_refused(charge):
    start(charge)
    assert told(result(charge, own_id="another")).error
    charge.refresh_from_db()
    assert charge.status == Status.PENDING


def test_a_held_charge_says_so_in_words(charge):
    start(charge)
    assert start(charge, transaction_id="802").error == (
        "Кто-то прямо сейчас платит эту сумму. Попробуйте через полчаса."
    )


def test_a_message_that_cannot_be_read_is_answered_in_words():
    assert told(b"<!DOCTYPE a><a/>").error == "Запрос нельзя прочитать."


@pytest.mark.parametrize(
    "signature", ["", "SALT+MD5: 00000000000000000000000000000000", "MD5", erip.signature(b"", "")]
)
def test_a_stranger_learns_nothing(charge, signature):
    """A known account, an unknown one and rubbish get one and the same answer."""
    messages = [
        message(RequestType.SERVICE_INFO, charge.account),
        message(RequestType.SERVICE_INFO, "000000000000"),
        b"rubbish",
    ]
    answers = [send(xml, signature) for xml in messages]
    assert {(a.status_code, a.content, a.get(erip.HEADER)) for a in answers} == {(403, b"", None)}


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"XML=",
        b"OTHER=1",
        b"XML=a&XML=b",
        b"&".join(b"a=%d" % n for n in range(9)),
        b"XML=" + b"a" * 70_000,
        b"\xff\xfe\x00",
    ],
    ids=range(7),
)
def test_a_body_of_another_shape_is_turned_away(body):
    response = Client().post("/erip/", body, content_type=FORM)
    assert response.status_code == 403


def test_the_address_is_only_posted_to():
    assert Client().get("/erip/").status_code == 405
