"""A register is read. Pure.

A file that comes from outside is hostile until read: its size, its rows and its cells are bounded, signs that hide are
taken away, a formula is no text.
"""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from threading import Lock
from typing import Any, get_args

import msgspec
from django.utils.translation import gettext as _

from ratusha.kernel.errors import RuleBroken
from ratusha.systems.card import Number, read
from ratusha.ui import text

from .form import COLUMNS, LANGUAGES, LISTS, PARTS, QUOTED, TEXTS, Entry

MOST_BYTES = 64 * 2**20
MOST_ROWS = 20_000
MOST_BYTES_OF_A_CARD = 2**22
MOST_MISTAKE = MOST_NAME = 300
ROWS = (
    "legal_basis",
    "statuses",
    "users",
    "objects",
    "interfaces",
    "costs",
    "papers",
)  # of entries
FORMULA = tuple(
    sign for sign in text.FORMULAS if sign in "=@＝＠"
)  # no text begins so; +375 is one
NUMBER = re.compile(str(get_args(Number)[1].pattern))
_ONE_AT_A_TIME = Lock()


@dataclass(frozen=True)
class Row:
    """What is at a line of the file: an entry, or the reason why it is none."""

    line: int
    entry: Entry | None = None
    reason: str = ""


def read_file(content: bytes) -> Iterator[Row]:
    """Row by row; RuleBroken where the file as a whole is none that can be read."""
    if len(content) > MOST_BYTES:
        raise _wrong(
            _("The file is too large: at most %(most)s MB.") % {"most": MOST_BYTES // 2**20}
        )
    is_json = content.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in {b"{", b"["}
    yield from _of_json(content) if is_json else _of_csv(content)


def _wrong(message: str) -> RuleBroken:
    return RuleBroken("system.file_wrong", message, field="file")


class _Listed(msgspec.Struct):
    systems: list[msgspec.Raw]


class _Told(msgspec.Struct, omit_defaults=True):
    card: dict[str, Any]
    number: str = ""
    version: int = 1
    confirmed_on: str = ""


def _of_json(content: bytes) -> Iterator[Row]:
    content = content.removeprefix(b"\xef\xbb\xbf")
    try:
        told = msgspec.json.decode(content, type=_Listed).systems
    except (
        msgspec.DecodeError,
        msgspec.ValidationError,
        UnicodeDecodeError,
        RecursionError,
    ) as error:
        raise _wrong(
            _("The JSON of the file cannot be read: “systems” must be a list of cards.")
        ) from error
    _require_few(len(told))
    place, line = 0, 1
    for raw in told:
        found = content.find(bytes(raw), place)
        line += content.count(b"\n", place, found)
        place = found
        yield _row(line, lambda raw=raw: _json_entry(bytes(raw)))


def _json_entry(raw: bytes) -> Entry:
    _require_small(len(raw))
    told = msgspec.json.decode(raw, type=_Told)
    return _entry(told.card, told.number, told.version, told.confirmed_on)


def _of_csv(content: bytes) -> Iterator[Row]:
    try:
        content_text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _wrong(_("The file must be written in UTF-8.")) from error
    first = content_text.partition("\n")[0]
    rows = csv.reader(
        io.StringIO(content_text, newline=""),
        delimiter=";" if first.count(";") > first.count(",") else ",",
    )
    names = _header(rows)
    line, number = rows.line_num, 0
    while True:
        begins = line + 1
        cells = _next(rows)
        if cells is None:
            return
        line, number = rows.line_num, number + 1
        _require_few(number)
        if any(cell.strip() for cell in cells):
            yield _row(begins, lambda cells=cells: _csv_entry(names, cells))


def _next(rows: Iterator[list[str]]) -> list[str] | None:
    """The reader's own limit of a cell is one for the whole process: it is lifted for one row and put back."""
    with _ONE_AT_A_TIME:
        limit = csv.field_size_limit(MOST_BYTES)
        try:
            return next(rows, None)
        except csv.Error as error:
            raise _wrong(_("The table cannot be read.")) from error
        finally:
            csv.field_size_limit(limit)


def _header(rows: Iterator[list[str]]) -> list[str]:
    names = [name.strip() for name in _next(rows) or []]
    unknown = [name for name in names if name and name not in COLUMNS]
    if unknown:
        message = _("The register knows no column “%(column)s”.")
        raise _wrong(message % {"column": unknown[0][:60]})
    needed = ("kind", "owner")
    if not any(name.startswith("name_") for name in names) or any(
        one not in names for one in needed
    ):
        message = _("The first line must name the columns: %(columns)s.")
        raise _wrong(message % {"columns": ", ".join((f"name_{LANGUAGES[0]}", *needed))})
    return names


def _csv_entry(names: list[str], cells: list[str]) -> Entry:
    if len(cells) > len(names):
        raise ValueError(_("it has more cells than there are columns"))
    _require_small(sum(len(one) for one in cells))
    told: dict[str, Any] = {}
    for name, cell in zip(names, cells, strict=False):
        if cell.lstrip().startswith(FORMULA):
            message = _("the cell “%(column)s” begins like a formula")
            raise ValueError(message % {"column": name})
        if name and cell.strip():
            told[name] = _value(name, _unquoted(cell).replace("\r\n", "\n"))
    numbered = [str(told.pop(name, "")).strip() for name in ("number", "version", "confirmed_on")]
    for name in (*TEXTS, *PARTS):
        mark = "_" if name in TEXTS else "."
        inside = {
            key.removeprefix(name + mark): told.pop(key)
            for key in list(told)
            if key.startswith(name + mark)
        }
        if inside:
            told[name] = inside
    if numbered[1] and not (numbered[1].isdecimal() and len(numbered[1]) < len("1000000")):
        raise ValueError(_("the version is no number"))
    return _entry(told, numbered[0], int(numbered[1] or 1), numbered[2])


def _value(name: str, cell: str) -> Any:
    if name in ROWS or (name in LISTS and cell.lstrip().startswith("[")):
        try:
            return msgspec.json.decode(cell)
        except msgspec.DecodeError as error:
            message = _("the cell “%(column)s” must hold a list as JSON")
            raise ValueError(message % {"column": name}) from error
    if name in LISTS:
        return [line.strip() for line in cell.split("\n") if line.strip()]
    return cell


def _entry(told: dict[str, Any], number: str, version: int, confirmed_on: str) -> Entry:
    card = read({"name": {}, **_clean(told)})
    if not any(card.name.values()):
        raise ValueError(_("it has no name"))
    if any(len(words) > MOST_NAME for words in card.name.values()):
        raise ValueError(_("its name is too long: at most %(most)s signs") % {"most": MOST_NAME})
    strange = sorted({*card.name, *card.purpose} - set(LANGUAGES))
    if strange:
        message = _("“%(language)s” is no language of this state")
        raise ValueError(message % {"language": strange[0][:20]})
    if not NUMBER.fullmatch(number):
        raise ValueError(_("“%(number)s” is no number of the register") % {"number": number[:20]})
    if not 1 <= version < 10**6:
        raise ValueError(_("the version is no number"))
    try:
        day = date.fromisoformat(confirmed_on) if confirmed_on else None
    except ValueError as error:
        raise ValueError(_("“confirmed_on” is no day")) from error
    return Entry(card, number, version, day)


def _clean(told: Any) -> Any:
    if isinstance(told, str):
        return text.clean(told, lines=True)
    if isinstance(told, list):
        return [_clean(one) for one in told]
    if isinstance(told, dict):
        return {text.clean(name): _clean(value) for name, value in told.items()}
    return told


def _row(line: int, make: Any) -> Row:
    try:
        return Row(line, make())
    except (ValueError, RecursionError, OverflowError, ArithmeticError) as error:  # msgspec's too
        return Row(line, reason=str(error)[:MOST_MISTAKE])


def _require_few(number: int) -> None:
    if number > MOST_ROWS:
        message = _("The file has too many rows: at most %(most)s.")
        raise _wrong(message % {"most": MOST_ROWS})


def _require_small(size: int) -> None:
    if size > MOST_BYTES_OF_A_CARD:
        message = _("one card may take at most %(most)s KB")
        raise ValueError(message % {"most": MOST_BYTES_OF_A_CARD // 2**10})


def _unquoted(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and QUOTED.match(cell) else cell
