"""The register is written so that what is written is read again as it was. Pure."""

import csv
import io
from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from ratusha.systems.card import plain

from .form import COLUMNS, LISTS, PARTS, QUOTED, TEXTS, Entry

FORM = "ratusha-systems-1"


def as_json(entries: Iterable[Entry]) -> bytes:
    told = {"form": FORM, "systems": [_told(one) for one in entries]}
    return msgspec.json.format(msgspec.json.encode(told), indent=1)


def _told(one: Entry) -> dict[str, Any]:
    day = one.confirmed_on.isoformat() if one.confirmed_on else ""
    told = {"number": one.number, "version": one.version, "confirmed_on": day}
    return {**told, "card": plain(one.card)}


def as_csv(entries: Iterable[Entry]) -> bytes:
    """A column for each field; a list of lines is a cell of lines, a list of entries is a cell of JSON."""
    out = io.StringIO()
    written = csv.writer(out)
    written.writerow(COLUMNS)
    for one in entries:
        cells = {**_told(one), **_flat(plain(one.card))}
        written.writerow(_quoted(_cell(name, cells.get(name, ""))) for name in COLUMNS)
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def _flat(told: Mapping[str, Any]) -> dict[str, Any]:
    flat: dict[str, Any] = {}
    for name, value in told.items():
        if name in TEXTS:
            flat |= {f"{name}_{code}": words for code, words in value.items()}
        elif name in PARTS:
            flat |= {f"{name}.{inner}": words for inner, words in value.items()}
        else:
            flat[name] = value
    return flat


def _cell(name: str, value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        if name in LISTS and all(_is_a_line(one) for one in value):
            return "\n".join(value)
        return msgspec.json.encode(value).decode()
    return str(value)


def _is_a_line(words: str) -> bool:
    """Told in a cell of lines it is read again as it was."""
    return bool(words) and words == words.strip() and "\n" not in words and words[0] not in "['"


def _quoted(cell: str) -> str:
    return f"'{cell}" if QUOTED.match(cell) else cell
