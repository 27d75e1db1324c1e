"""A package of files that proves itself: a BagIt bag (RFC 8493) in a ZIP file, with the platform's seal over its lists.

`manifest-sha256.txt` lists the digest of every file, `tagmanifest-sha256.txt` that of the list, and `seal.jws` is the
seal over the latter: who has the public key needs neither us nor a network. Pure: no database, no settings.
"""

import hashlib
import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import PurePosixPath

from . import jws
from .rules import WORDING, Standing
from .seal import Keys, Sealer

USE = "ratusha-bag-1"
SEAL = "seal.jws"
PAYLOAD, TAGS = "manifest-sha256.txt", "tagmanifest-sha256.txt"
DECLARATION = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
UNREADABLE = (  # what zipfile raises for a file that is damaged, encrypted, or no ZIP file at all
    zipfile.BadZipFile, zlib.error, struct.error, ValueError, RuntimeError, EOFError, OSError,
)  # fmt: skip
MOST_FILES = 20_000
MOST_BYTES = 2 * 2**30  # unpacked; more is refused before it is unpacked


@dataclass(frozen=True)
class Bag:
    """What a checker learns: `wrong` names the files that are altered, missing or slipped in."""

    standing: Standing
    info: dict[str, str] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)

    @property
    def word(self) -> str:
        return str(WORDING[self.standing])


def _lines(files: Mapping[str, bytes]) -> bytes:
    rows = (f"{hashlib.sha256(body).hexdigest()}  {name}\n" for name, body in sorted(files.items()))
    return "".join(rows).encode()


def pack(
    name: str, files: Mapping[str, bytes], info: Mapping[str, str], *, sealer: Sealer, now: datetime
) -> bytes:
    """The ZIP file; `files` by their path inside the package. The same files at the same moment give the same lists."""
    payload = {f"data/{path}": body for path, body in files.items()}
    size = sum(len(body) for body in payload.values())
    about = {
        **info,
        "Bagging-Date": f"{now:%Y-%m-%d}",
        "Payload-Oxum": f"{size}.{len(payload)}",
    }
    tags = {
        "bagit.txt": DECLARATION.encode(),
        "bag-info.txt": "".join(f"{k}: {' '.join(v.split())}\n" for k, v in about.items()).encode(),
        PAYLOAD: _lines(payload),
    }
    tags[TAGS] = _lines(tags)
    tags[SEAL] = jws.write(tags[TAGS], sealer, use=USE).encode()
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, body in (tags | payload).items():
            entry = zipfile.ZipInfo(f"{name}/{path}", now.timetuple()[:6])
            archive.writestr(entry, body, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def is_package(content: bytes) -> bool:
    return content.startswith(b"PK\x03\x04")


def check(content: bytes, keys: Keys) -> Bag:
    """Genuine only if the seal is ours, every listed file is there as listed, and no other is."""
    try:
        files = _unpack(content)
    except UNREADABLE:
        return Bag(Standing.UNKNOWN)
    mark = files.pop(SEAL, b"").decode("ascii", "replace")
    seal = jws.read(mark, keys, use=USE)
    if seal is None:
        ours = jws.named_key(mark) in keys.by_id
        return Bag(Standing.CHANGED if ours else Standing.UNKNOWN)
    tags = {path: body for path, body in files.items() if not path.startswith("data/")}
    wrong = [TAGS] if tags.pop(TAGS, b"") != seal.payload else []
    wrong += _differences(seal.payload, tags)
    payload = {path: body for path, body in files.items() if path.startswith("data/")}
    wrong += _differences(tags.get(PAYLOAD, b""), payload)
    info = _info(tags.get("bag-info.txt", b""))
    return Bag(Standing.CHANGED if wrong else Standing.GENUINE, info, wrong)


def _unpack(content: bytes) -> dict[str, bytes]:
    """By path inside the one top folder; ValueError for what a package of ours never holds."""
    found: dict[str, bytes] = {}
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        entries = [entry for entry in archive.infolist() if not entry.is_dir()]
        if len(entries) > MOST_FILES or sum(e.file_size for e in entries) > MOST_BYTES:
            raise ValueError("too much in one package")
        for entry in entries:
            parts = PurePosixPath(entry.filename).parts
            path = "/".join(parts[1:])
            if ".." in parts or path in found or not path:
                raise ValueError(entry.filename)
            found[path] = archive.read(entry)
    return found


def _differences(listed: bytes, files: Mapping[str, bytes]) -> list[str]:
    """Paths that are not as the list says: altered, missing, or not listed."""
    rows = [line.split("  ", 1) for line in listed.decode(errors="replace").splitlines()]
    said = {row[1]: row[0] for row in rows if len(row) == len(("digest", "path"))}
    is_as_listed = {p: hashlib.sha256(body).hexdigest() == said.get(p) for p, body in files.items()}
    return sorted(
        [path for path, right in is_as_listed.items() if not right]
        + list(said.keys() - files.keys())
    )


def _info(text: bytes) -> dict[str, str]:
    rows = (line.partition(": ") for line in text.decode(errors="replace").splitlines())
    return {name: value for name, colon, value in rows if colon}
