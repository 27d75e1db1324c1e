"""The protocol: recorded messages, hostile messages, and what we write back."""

from datetime import datetime
from decimal import Decimal

import pytest

from ratusha.payments import erip
from ratusha.payments.erip import Answer, Malformed, Request, RequestType

RECORDED = """<?xml version="1.0" encoding="windows-1251" ?>
<ServiceProvider_Request>
 <Version>1</Version>
 <RequestType>TransactionResult</RequestType>
 <DateTime>20261201120000</DateTime>
 <PersonalAccount>123456789012</PersonalAccount>
 <Currency>933</Currency>
 <RequestId>4711</RequestId>
 <TransactionResult>
  <TransactionId>801</TransactionId>
  <ServiceProvider_TrxId>42</ServiceProvider_TrxId>
  <ErrorText>Отказ плательщика</ErrorText>
 </TransactionResult>
</ServiceProvider_Request>""".encode("windows-1251")
SALT = "a salt of tests"
AT = datetime(2026, 12, 1, 12, 0, 0)  # noqa: DTZ001 - the protocol says no zone


def test_a_recorded_message_is_read():
    assert erip.read_request(RECORDED) == Request(
        kind=RequestType.TRANSACTION_RESULT,
        account="123456789012",
        currency="933",
        request_id="4711",
        at=AT,
        transaction_id="801",
        own_id="42",
        error="Отказ плательщика",
    )


@pytest.mark.parametrize("kind", RequestType)
def test_what_the_bank_writes_is_what_we_read(kind):
    request = Request(
        kind=kind,
        account="123456789012",
        currency="933",
        request_id="1",
        at=AT,
        transaction_id="801",
        own_id="42",
        amount=Decimal("22.50"),
        error="Отказ",
    )
    assert erip.read_request(erip.write_request(request)) == request


@pytest.mark.parametrize(
    "answer",
    [
        Answer(
            kind=RequestType.SERVICE_INFO,
            debt=Decimal("22.50"),
            surname="Ковалёва Е. В.",
            lines=["Плата", "T-2026"],
        ),
        Answer(kind=RequestType.TRANSACTION_START, own_id="42", lines=["Плата"]),
        Answer(kind=RequestType.TRANSACTION_RESULT, lines=["Получено"]),
        Answer(kind=RequestType.STORN_START, own_id="42", lines=[]),
        Answer(error="Нет такого номера"),
    ],
)
def test_an_answer_is_read_as_it_was_written(answer):
    assert erip.read_answer(erip.write_answer(answer)) == answer


def test_an_answer_keeps_to_the_encoding_and_the_line_of_a_cashier():
    line = "Рэгістрацыя сям’і ў Мінску " * 5 + "日本"
    written = erip.write_answer(Answer(kind=RequestType.TRANSACTION_START, lines=[line, "日本"]))
    assert b"windows-1251" in written
    told = erip.read_answer(written).lines
    assert told[0].startswith("Рэгістрацыя сям'і ў Мінску")
    assert (len(told[0]), told[1]) == (erip.LONGEST_LINE, "??")


BOMB = b"""<?xml version="1.0"?><!DOCTYPE b [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>
<ServiceProvider_Request><Version>&b;</Version></ServiceProvider_Request>"""
OUTSIDE = b"""<?xml version="1.0"?><!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>
<ServiceProvider_Request><Version>1</Version><RequestType>&x;</RequestType></ServiceProvider_Request>"""


@pytest.mark.parametrize(
    "xml",
    [
        b"",
        b"not xml",
        b"<a/>",
        BOMB,
        OUTSIDE,
        OUTSIDE.decode().encode("utf-16"),
        RECORDED.decode("windows-1251").encode("utf-16"),
        RECORDED + b" " * erip.LARGEST,
        b"<ServiceProvider_Request>" * 400,
        RECORDED.replace(b"<Version>1<", b"<Version>2<"),
        RECORDED.replace(b"<RequestType>TransactionResult<", b"<RequestType>Everything<"),
        RECORDED.replace(b"20261201120000", b"20261301120000"),
        RECORDED.replace(b"<TransactionId>801<", b"<TransactionId>8'; --<"),
        RECORDED.replace(b"<TransactionId>801<", b"<TransactionId>" + b"8" * 41 + b"<"),
        RECORDED.replace(b"<ErrorText>", b"<Amount>1e9</Amount><ErrorText>"),
        RECORDED.replace(b"<ErrorText>", b"<Amount>NaN</Amount><ErrorText>"),
        RECORDED.replace(b"<ErrorText>", b"<Amount>-5</Amount><ErrorText>"),
        RECORDED.replace(b"<ErrorText>", b"<Amount>5.001</Amount><ErrorText>"),
    ],
    ids=range(18),
)
def test_a_hostile_message_is_malformed_and_nothing_else(xml):
    with pytest.raises(Malformed):
        erip.read_request(xml)


def test_another_alphabet_claimed_in_the_head_is_not_believed():
    claimed = RECORDED.replace(b'encoding="windows-1251"', b'encoding="utf-8"')
    assert erip.read_request(claimed).error == "Отказ плательщика"


def test_a_signature_is_that_of_salt_and_message():
    assert erip.signature(b"<a/>", "salt") == "SALT+MD5: d635a30c60659861c89a01adeda5ec89"
    assert erip.is_signed(RECORDED, erip.signature(RECORDED, SALT), SALT)
    assert erip.is_signed(RECORDED, erip.signature(RECORDED, SALT).upper(), SALT)


@pytest.mark.parametrize(
    "given", ["", "SALT+MD5:", "SALT+MD5: 0", erip.signature(RECORDED, "another"), "Ў" * 40]
)
def test_another_signature_is_none(given):
    assert not erip.is_signed(RECORDED, given, SALT)


def test_a_signature_does_not_fit_another_message():
    given = erip.signature(RECORDED, SALT)
    assert not erip.is_signed(RECORDED.replace(b"801", b"802"), given, SALT)
