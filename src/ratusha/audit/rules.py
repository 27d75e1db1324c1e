"""What may stand in an entry, and what an entry is when it is sealed. Pure."""

import hashlib
import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache
from typing import Any
from uuid import UUID

from ratusha.kernel.identifiers import schemes

GENESIS = bytes(32)  # what the first link takes for the digest before it

# Whole words of a key (`holder_name` has `name`), so that `surname` is caught and `filename_length` is not.
PERSONAL_KEYS = frozenset(
    {
        "address", "birth", "birthday", "email", "flat", "house", "login", "mail", "name", "names",
        "password", "passport", "patronymic", "phone", "pin", "puk", "street", "surname", "telephone",
    }
)  # fmt: skip
PERSONAL_VALUES = (
    re.compile(r"[^\s@<>]+@[^\s@<>]+\.[^\s@<>]{2,}"),
    re.compile(r"\+\d[\d ()-]{9,}\d"),
)
WITHHELD = "[withheld]"


@cache
def personal_number() -> re.Pattern[str]:
    """A personal number of any generation of the pack, standing by itself; ids and digests never look so."""
    forms = "|".join(g.pattern for g in schemes().personal_number.generations)
    return re.compile(rf"(?<![0-9A-Z-])(?:{forms})(?![0-9A-Z-])")


def holds_personal_number(text: str) -> bool:
    look_alikes = str.maketrans(schemes().personal_number.look_alikes)
    return bool(personal_number().search(text.upper().translate(look_alikes)))


def personal_key(key: str) -> bool:
    return not PERSONAL_KEYS.isdisjoint(key.lower().split("_")) or "personal_number" in key.lower()


def personal_value(value: object) -> bool:
    if isinstance(value, str):
        shaped = any(pattern.search(value) for pattern in PERSONAL_VALUES)
        return shaped or holds_personal_number(value)
    if isinstance(value, Mapping):
        return any(personal_key(str(k)) or personal_value(v) for k, v in value.items())
    if isinstance(value, list | tuple):
        return any(personal_value(item) for item in value)
    return False


def without_personal_data(details: Mapping[str, Any]) -> dict[str, Any]:
    return {
        key: WITHHELD if personal_key(key) or personal_value(value) else value
        for key, value in details.items()
    }


def canonical(
    *,
    number: int,
    at: datetime,
    action: str,
    object_type: str,
    object_id: str,
    by: UUID | None,
    body: UUID | None,
    details: Any,
) -> bytes:
    """The bytes that are sealed: a JSON list in a fixed order, keys sorted, no spaces, UTF-8, time in UTC."""
    moment = at.astimezone(UTC).isoformat(timespec="microseconds")
    who = [str(by) if by else None, str(body) if body else None]
    row = [number, moment, action, object_type, object_id, *who, details]
    return json.dumps(row, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def next_digest(previous: bytes, entry: bytes) -> bytes:
    return hashlib.sha256(previous + hashlib.sha256(entry).digest()).digest()
