"""What must not be read by whoever steals the database: sealed text and blind indexes for finding it.

A sealed value names its key, so that a new key can be set while old values stay readable.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes, hmac
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

FORMAT = b"\x01"
KEY_ID_BYTES = 4
NONCE_BYTES = 12
TAG_BYTES = 16
HEAD_BYTES = len(FORMAT) + KEY_ID_BYTES


class SealBroken(Exception):
    """The bytes were changed, belong elsewhere, or their key is not among ours."""


@dataclass(frozen=True)
class _Key:
    id: bytes
    cipher: AESGCM = field(repr=False)
    index: bytes = field(repr=False)


@lru_cache(maxsize=32)
def _key(secret: str) -> _Key:
    def derive(purpose: str, length: int) -> bytes:
        kdf = HKDF(hashes.SHA256(), length, salt=None, info=f"ratusha {purpose} 1".encode())
        return kdf.derive(secret.encode())

    return _Key(
        id=derive("key id", KEY_ID_BYTES),
        cipher=AESGCM(derive("seal", 32)),
        index=derive("fingerprint", 32),
    )


def _keys() -> Iterator[_Key]:
    """The key in use first, then those it replaced."""
    yield _key(settings.PROTECTION_KEY)
    yield from map(_key, settings.PROTECTION_KEYS_OLD)


def seal(text: str, *, context: str = "") -> bytes:
    """`context` (say, "parties.person") binds the value to its place: elsewhere it will not open."""
    key = _key(settings.PROTECTION_KEY)
    head, nonce = FORMAT + key.id, os.urandom(NONCE_BYTES)
    return head + nonce + key.cipher.encrypt(nonce, text.encode(), head + context.encode())


def unseal(sealed: bytes | memoryview, *, context: str = "") -> str:
    sealed = bytes(sealed)
    head, nonce = sealed[:HEAD_BYTES], sealed[HEAD_BYTES : HEAD_BYTES + NONCE_BYTES]
    if len(sealed) < HEAD_BYTES + NONCE_BYTES + TAG_BYTES or not head.startswith(FORMAT):
        raise SealBroken("not a sealed value")
    body = sealed[HEAD_BYTES + NONCE_BYTES :]
    for key in _keys():
        if key.id == head[len(FORMAT) :]:
            try:
                return key.cipher.decrypt(nonce, body, head + context.encode()).decode()
            except InvalidTag as error:
                raise SealBroken("the sealed value was changed or belongs elsewhere") from error
    raise SealBroken("sealed with a key that is not among ours")


def is_sealed_with_current_key(sealed: bytes | memoryview) -> bool:
    """False: seal it anew before the old key is thrown away."""
    return bytes(sealed)[:HEAD_BYTES] == FORMAT + _key(settings.PROTECTION_KEY).id


def fingerprint(text: str) -> str:
    """Equal texts have equal fingerprints, and nobody without the key can try texts out."""
    return _fingerprint(_key(settings.PROTECTION_KEY), text)


def fingerprints(text: str) -> list[str]:
    """The fingerprint by every key we know, newest first: what to search by while keys are changed."""
    return [_fingerprint(key, text) for key in _keys()]


def _fingerprint(key: _Key, text: str) -> str:
    mac = hmac.HMAC(key.index, hashes.SHA256())
    mac.update(text.encode())
    return mac.finalize().hex()
