"""The token: the few facts of a document that its QR code carries, signed, to be read without a network."""

import base64
import binascii
import re
from datetime import date, timedelta

import msgspec

from .seal import TOKEN_CONTEXT, Keys, Sealer

EPOCH = date(2020, 1, 1)
MARK = re.compile(rb"ratusha-token-1-([A-Z2-7]{100,900})")
SIGNATURE = 64
LONGEST = 60  # characters of the title and of the holder's name


class Token(msgspec.Struct, array_like=True, frozen=True):
    """Field order is the format: add at the end only."""

    key_id: str
    code: str
    number: str
    title: str
    holder: str
    issued: int
    until: int | None
    sample: bool

    @property
    def issued_on(self) -> date:
        return EPOCH + timedelta(days=self.issued)

    @property
    def valid_until(self) -> date | None:
        return None if self.until is None else EPOCH + timedelta(days=self.until)


def days(day: date) -> int:
    return (day - EPOCH).days


def cut(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def write(token: Token, sealer: Sealer) -> str:
    """Base 32, which a QR code packs tightest of all that an address may hold."""
    body = msgspec.msgpack.encode(token)
    return base64.b32encode(sealer.sign(TOKEN_CONTEXT + body) + body).decode().rstrip("=")


def read(text: str, keys: Keys) -> Token | None:
    """The token, or nothing if the text is not one of ours, letter for letter."""
    padding = "=" * (-len(text) % 8)
    try:
        raw = base64.b32decode(text + padding)
        token = msgspec.msgpack.decode(raw[SIGNATURE:], type=Token)
    except (binascii.Error, ValueError, msgspec.MsgspecError):
        return None
    if base64.b32encode(raw).decode().rstrip("=") != text:
        return None
    if not keys.confirm(token.key_id, raw[:SIGNATURE], TOKEN_CONTEXT + raw[SIGNATURE:]):
        return None
    return token


def in_file(content: bytes, keys: Keys) -> Token | None:
    found = MARK.search(content)
    return read(found[1].decode(), keys) if found else None


def in_address(address: str, keys: Keys) -> Token | None:
    """From what a camera read: the address up to `#` is for the network, the rest is the token."""
    return read(address.strip().rpartition("#")[2], keys)
