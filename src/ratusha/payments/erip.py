"""The on-line protocol of the payment system: XML in windows-1251 inside a form field, signed with a shared salt.

Shapes as read in published integrations; what goes beyond the names of requests and signature is recalled, not seen.
Nothing a stranger sends is parsed before its signature is right; no document type, entity or other encoding is taken.
"""

import hashlib
import hmac
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from textwrap import wrap

from lxml import etree

ENCODING = "windows-1251"
FIELD = "XML"
HEADER = "ServiceProvider-Signature"
LARGEST = 16 * 1024  # bytes of one message
LONGEST_LINE = 60  # characters of one line that a cashier's screen shows
_DATE = "%Y%m%d%H%M%S"
_ID = re.compile(r"[0-9A-Za-z-]{1,40}")
_SUM = re.compile(r"\d{1,9}([.,]\d{1,2})?")


class RequestType(StrEnum):
    SERVICE_INFO = "ServiceInfo"
    TRANSACTION_START = "TransactionStart"
    TRANSACTION_RESULT = "TransactionResult"
    STORN_START = "StornStart"
    STORN_RESULT = "StornResult"


class Malformed(ValueError):
    """Signed rightly, and still not a message of this protocol."""


@dataclass(frozen=True)
class Request:
    """One question of the payment system. What a kind of request does not carry is empty."""

    kind: RequestType
    account: str
    currency: str
    request_id: str
    at: datetime
    transaction_id: str = ""
    own_id: str = ""
    amount: Decimal | None = None
    error: str = ""


@dataclass(frozen=True)
class Answer:
    """What we say: an error, or what the kind of request asks for."""

    kind: RequestType | None = None
    error: str = ""
    own_id: str = ""
    debt: Decimal | None = None
    surname: str = ""
    first_name: str = ""
    patronymic: str = ""
    city: str = ""
    lines: Sequence[str] = field(default_factory=tuple)


def signature(xml: bytes, salt: str) -> str:
    """The protocol says MD5; what makes it hard to forge is the salt, which never travels."""
    digest = hashlib.md5(salt.encode() + xml, usedforsecurity=False).hexdigest()
    return f"SALT+MD5: {digest}"


def is_signed(xml: bytes, given: str, salt: str) -> bool:
    """In the same time for every wrong signature."""
    wanted = "".join(signature(xml, salt).split()).lower()
    return hmac.compare_digest(wanted.encode(), "".join(given.split()).lower().encode())


def read_request(xml: bytes) -> Request:
    root = _root(xml, "ServiceProvider_Request")
    if _text(root, "Version") != "1":
        raise Malformed("version")
    try:
        kind = RequestType(_text(root, "RequestType"))
        at = datetime.strptime(_text(root, "DateTime"), _DATE)  # noqa: DTZ007 - the protocol says no zone
    except ValueError as error:
        raise Malformed(str(error)) from error
    part = root.find(kind.value)
    return Request(
        kind=kind,
        account=_identifier(_text(root, "PersonalAccount")),
        currency=_text(root, "Currency"),
        request_id=_identifier(_text(root, "RequestId")),
        at=at,
        transaction_id=_identifier(_text(part, "TransactionId")),
        own_id=_identifier(_text(part, "ServiceProvider_TrxId")),
        amount=_sum(_text(part, "Amount")),
        error=_text(part, "ErrorText"),
    )


def write_request(request: Request) -> bytes:
    """As the payment system writes it: for the demonstration bank and for tests."""
    root = etree.Element("ServiceProvider_Request")
    _add(root, "Version", "1")
    _add(root, "RequestType", request.kind.value)
    _add(root, "DateTime", request.at.strftime(_DATE))
    _add(root, "PersonalAccount", request.account)
    _add(root, "Currency", request.currency)
    _add(root, "RequestId", request.request_id)
    part = etree.SubElement(root, request.kind.value)
    if request.amount is not None:
        _add(part, "Amount", f"{request.amount:.2f}")
    for name, value in (
        ("TransactionId", request.transaction_id),
        ("ServiceProvider_TrxId", request.own_id),
        ("ErrorText", request.error),
    ):
        if value:
            _add(part, name, value)
    return _written(root)


def write_answer(answer: Answer) -> bytes:
    root = etree.Element("ServiceProvider_Response")
    if answer.error or answer.kind is None:
        _add_lines(etree.SubElement(root, "Error"), "ErrorLine", wrap(answer.error, LONGEST_LINE))
        return _written(root)
    part = etree.SubElement(root, answer.kind.value)
    if answer.kind is RequestType.SERVICE_INFO:
        amount = etree.SubElement(part, "Amount", Editable="N")
        _add(amount, "Debt", f"{answer.debt:.2f}")
        name = etree.SubElement(part, "Name")
        _add(name, "Surname", answer.surname)
        _add(name, "FirstName", answer.first_name)
        _add(name, "Patronymic", answer.patronymic)
        _add(etree.SubElement(part, "Address"), "City", answer.city)
    if answer.own_id:
        _add(part, "ServiceProvider_TrxId", answer.own_id)
    _add_lines(etree.SubElement(part, "Info"), "InfoLine", answer.lines)
    return _written(root)


def read_answer(xml: bytes) -> Answer:
    """As the payment system reads it."""
    root = _root(xml, "ServiceProvider_Response")
    error = root.find("Error")
    if error is not None:
        return Answer(error=" ".join(_texts(error, "ErrorLine")))
    part = next((found for found in root if found.tag in RequestType.__members__.values()), None)
    if part is None:
        raise Malformed("answer")
    return Answer(
        kind=RequestType(str(part.tag)),
        own_id=_text(part, "ServiceProvider_TrxId"),
        debt=_sum(_text(part, "Amount/Debt")),
        surname=_text(part, "Name/Surname"),
        first_name=_text(part, "Name/FirstName"),
        patronymic=_text(part, "Name/Patronymic"),
        city=_text(part, "Address/City"),
        lines=_texts(part, "Info/InfoLine"),
    )


def in_lines(xml: bytes) -> str:
    """A message of ours as a person reads it: one element a line."""
    root = etree.fromstring(xml, etree.XMLParser(resolve_entities=False, no_network=True))
    etree.indent(root)
    return str(etree.tostring(root, encoding="unicode"))


def _root(xml: bytes, tag: str) -> etree._Element:
    if len(xml) > LARGEST or b"<!" in xml:
        raise Malformed("too large, or with a document type")
    parser = etree.XMLParser(
        encoding=ENCODING,  # whatever the message claims: bytes are read as the protocol says
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(xml, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Malformed(str(error)) from error
    if root.tag != tag:
        raise Malformed("another message")
    return root


def _text(part: etree._Element | None, path: str) -> str:
    return ((part.findtext(path) if part is not None else None) or "").strip()


def _texts(part: etree._Element, path: str) -> list[str]:
    return [(line.text or "").strip() for line in part.findall(path)]


def _identifier(text: str) -> str:
    if text and not _ID.fullmatch(text):
        raise Malformed("identifier")
    return text


def _sum(text: str) -> Decimal | None:
    if not text:
        return None
    if not _SUM.fullmatch(text):
        raise Malformed("sum")
    try:
        return Decimal(text.replace(",", "."))
    except InvalidOperation as error:
        raise Malformed("sum") from error


def _add(part: etree._Element, name: str, text: str) -> None:
    etree.SubElement(part, name).text = _printable(text)


def _add_lines(part: etree._Element, name: str, lines: Sequence[str]) -> None:
    for line in lines:
        _add(part, name, line)


def _printable(text: str) -> str:
    """What the encoding of the protocol can carry, in one line."""
    one_line = " ".join(text.replace("’", "'").split())[:LONGEST_LINE]
    return one_line.encode(ENCODING, "replace").decode(ENCODING)


def _written(root: etree._Element) -> bytes:
    return bytes(etree.tostring(root, encoding=ENCODING, xml_declaration=True))
