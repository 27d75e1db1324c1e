"""The platform's seal: an ECDSA P-256 signature that a file carries inside itself. Needs no database and no network.

A sealed PDF holds the mark `ratusha-seal-1-<key>-<signature>` in both of its metadata records. The signature is
over the file with the signature's own digits set to zero, so whatever byte is changed, the seal no longer fits.
"""

import hashlib
import os
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, utils

FILE_CONTEXT = b"ratusha file seal 1\0"
TOKEN_CONTEXT = b"ratusha document token 1\0"
ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551  # of the P-256 group
WIDTH = 128  # hexadecimal digits of a signature
MARK = re.compile(rb"ratusha-seal-1-([0-9a-f]{16})-([0-9a-f]{128})")
MARKS_IN_FILE = 2  # the information dictionary and the XMP packet


class Sealer(Protocol):
    """Whoever can seal for the platform: a key file today, a hardware module or a trust service tomorrow."""

    @property
    def key_id(self) -> str: ...

    def sign(self, message: bytes) -> bytes:
        """64 bytes, r then s, with the smaller of the two possible s."""


def key_id_of(key: ec.EllipticCurvePublicKey) -> str:
    point = key.public_bytes(
        serialization.Encoding.X962, serialization.PublicFormat.CompressedPoint
    )
    return hashlib.sha256(point).hexdigest()[:16]


def public_pem(key: ec.EllipticCurvePublicKey) -> bytes:
    return key.public_bytes(
        serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
    )


class KeyFileSealer:
    """The key lies in a file that only its owner may read; it is made at first use."""

    def __init__(self, folder: Path) -> None:
        self._key = _load_or_make(folder)
        self.key_id = key_id_of(self._key.public_key())
        publish_key(folder, self._key.public_key())

    def sign(self, message: bytes) -> bytes:
        r, s = utils.decode_dss_signature(self._key.sign(message, ec.ECDSA(hashes.SHA256())))
        s = min(s, ORDER - s)  # one signature, one spelling
        return r.to_bytes(32, "big") + s.to_bytes(32, "big")


def _load_or_make(folder: Path) -> ec.EllipticCurvePrivateKey:
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    path = folder / "seal.key"
    key = ec.generate_private_key(ec.SECP256R1())
    pem = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    draft = folder / f"seal.{os.getpid()}.{key_id_of(key.public_key())}"
    if not path.exists():
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(pem)
            file.flush()
            os.fsync(file.fileno())
        try:
            os.link(draft, path)  # fails if another process was first: then its key counts
        except FileExistsError:
            pass
        finally:
            draft.unlink()
    loaded = serialization.load_pem_private_key(path.read_bytes(), password=None)
    if not isinstance(loaded, ec.EllipticCurvePrivateKey):
        raise TypeError(f"{path} does not hold an elliptic curve key")
    return loaded


def publish_key(folder: Path, key: ec.EllipticCurvePublicKey) -> None:
    """Keep the public half beside: old documents are checked with old keys after the key was changed."""
    path = folder / f"seal-{key_id_of(key)}.pem"
    if not path.exists():
        path.write_bytes(public_pem(key))


@dataclass(frozen=True)
class Keys:
    """The public keys a checker trusts, by their ids."""

    by_id: dict[str, ec.EllipticCurvePublicKey]

    @classmethod
    def from_pem(cls, texts: Iterable[bytes]) -> "Keys":
        found = {}
        for text in texts:
            for block in re.findall(
                rb"-----BEGIN PUBLIC KEY-----.+?-----END PUBLIC KEY-----", text, re.DOTALL
            ):
                key = serialization.load_pem_public_key(block)
                if isinstance(key, ec.EllipticCurvePublicKey):
                    found[key_id_of(key)] = key
        return cls(found)

    @classmethod
    def in_folder(cls, folder: Path) -> "Keys":
        return cls.from_pem(p.read_bytes() for p in sorted(folder.glob("seal-*.pem")))

    def pem(self) -> bytes:
        return b"".join(public_pem(k) for k in self.by_id.values())

    def confirm(self, key_id: str, signature: bytes, message: bytes) -> bool:
        """True only for a known key, a fitting signature and its one accepted spelling."""
        key = self.by_id.get(key_id)
        if key is None or len(signature) != WIDTH // 2:
            return False
        r, s = (int.from_bytes(part, "big") for part in (signature[:32], signature[32:]))
        if s > ORDER // 2:
            return False
        try:
            key.verify(utils.encode_dss_signature(r, s), message, ec.ECDSA(hashes.SHA256()))
        except InvalidSignature:
            return False
        return True


def blank_mark(key_id: str) -> str:
    """The mark to print into a file that is going to be sealed."""
    return f"ratusha-seal-1-{key_id}-{'0' * WIDTH}"


def _blanked(content: bytes) -> tuple[bytes, list[tuple[bytes, bytes]]]:
    marks = [(m[1], m[2]) for m in MARK.finditer(content)]
    blank = MARK.sub(lambda m: m[0][:-WIDTH] + b"0" * WIDTH, content)
    return blank, marks


def _message(blank: bytes) -> bytes:
    return FILE_CONTEXT + hashlib.sha256(blank).digest()


def seal_file(content: bytes, sealer: Sealer) -> tuple[bytes, str]:
    """Put the signature where the blank marks stand; the length stays, so the PDF's own offsets stay right."""
    blank, marks = _blanked(content)
    if blank != content or marks != [(sealer.key_id.encode(), b"0" * WIDTH)] * MARKS_IN_FILE:
        raise ValueError("the file to be sealed must hold exactly its two blank marks")
    signature = sealer.sign(_message(blank)).hex()
    return MARK.sub(lambda m: m[0][:-WIDTH] + signature.encode(), blank), signature


@dataclass(frozen=True)
class FileSeal:
    """What the file says of itself: `key_id` "" means that it carries no seal of ours."""

    key_id: str
    known_key: bool
    intact: bool


def check_file(content: bytes, keys: Keys) -> FileSeal:
    blank, marks = _blanked(content)
    if not marks:
        return FileSeal("", known_key=False, intact=False)
    key_id, signature = marks[0][0].decode(), bytes.fromhex(marks[0][1].decode())
    whole = len(marks) == MARKS_IN_FILE and len(set(marks)) == 1
    intact = whole and keys.confirm(key_id, signature, _message(blank))
    return FileSeal(key_id, known_key=key_id in keys.by_id, intact=intact)
