"""The platform's seal in the form that other programs know: JSON Web Signature, compact, ES256 (RFC 7515, 7518)."""

import base64
import json
from dataclasses import dataclass

from .seal import Keys, Sealer

ALGORITHM = "ES256"


@dataclass(frozen=True)
class Sealed:
    """What a seal that fits says: which key, for what use, and the words under it."""

    key_id: str
    use: str
    payload: bytes


def _text(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


def _raw(text: str) -> bytes:
    return base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)


def write(payload: bytes, sealer: Sealer, *, use: str) -> str:
    """`use` says what the seal is for, so that one kind of paper cannot pass for another."""
    header = {"alg": ALGORITHM, "kid": sealer.key_id, "typ": use}
    said = f"{_text(json.dumps(header).encode())}.{_text(payload)}"
    return f"{said}.{_text(sealer.sign(said.encode()))}"


def named_key(text: str) -> str:
    """The key that a seal says it was made with, whether it fits or not; nothing if it says none."""
    try:
        return str(json.loads(_raw(text.partition(".")[0]))["kid"])
    except (ValueError, KeyError, TypeError, RecursionError):
        return ""


def read(text: str, keys: Keys, *, use: str) -> Sealed | None:
    """The words under the seal, or nothing if the seal does not fit, is for another use, or its key is not known."""
    try:
        head, payload, signature = text.strip().split(".")
        header = json.loads(_raw(head))
        said = Sealed(header["kid"], header["typ"], _raw(payload))
        fits = (
            header["alg"] == ALGORITHM
            and said.use == use
            and keys.confirm(said.key_id, _raw(signature), f"{head}.{payload}".encode())
        )
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    return said if fits else None
