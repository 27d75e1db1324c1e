"""Lists of licences that accountants keep: a CSV file with named columns."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation

from django.utils.translation import gettext as _

from ratusha.kernel.errors import RuleBroken

from .bills import LONGEST, Part
from .rules import Layer, Origin

MOST_BYTES = 2 * 1024 * 1024
MOST_ROWS = 5000
NEEDED = ("name", "vendor")
COLUMNS = (
    *NEEDED,
    "version",
    "origin",
    "layer",
    "licences",
    "ends_on",
    "cost",
    "support_ends_on",
    "registry_number",
)


@dataclass(frozen=True)
class Licence:
    part: Part
    origin: str
    layer: str
    count: int | None
    ends_on: date | None
    cost: Decimal | None
    support_ends_on: date | None
    registry_number: str


def read_inventory(content: bytes) -> list[Licence]:
    if len(content) > MOST_BYTES:
        raise _wrong(
            _("The file is too large: at most %(most)s MB.") % {"most": MOST_BYTES // 2**20}
        )
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _wrong(_("The file must be written in UTF-8.")) from error
    first = text.partition("\n")[0]
    rows = csv.DictReader(
        io.StringIO(text), delimiter=";" if first.count(";") > first.count(",") else ","
    )
    missing = [one for one in NEEDED if one not in (rows.fieldnames or [])]
    if missing:
        raise _wrong(
            _("The first line must name the columns: %(columns)s.")
            % {"columns": ", ".join(COLUMNS)}
        )
    try:
        return list(_read(rows))
    except csv.Error as error:
        raise _wrong(_("The table cannot be read.")) from error


def _wrong(message: str) -> RuleBroken:
    return RuleBroken("software.inventory_wrong", message, field="file")


def _read(rows: "csv.DictReader[str]") -> Iterator[Licence]:
    for number, row in enumerate(rows, 2):
        if number > MOST_ROWS:
            raise _wrong(_("The table is too long: at most %(most)s rows.") % {"most": MOST_ROWS})
        told = {code: (row.get(code) or "").strip()[:LONGEST] for code in COLUMNS}
        if not told["name"]:
            raise _wrong(_("Row %(row)s has no name.") % {"row": number})
        yield Licence(
            Part(told["name"], told["version"], told["vendor"]),
            _one_of(told["origin"], Origin.values, Origin.UNKNOWN, number, "origin"),
            _one_of(told["layer"], Layer.values, Layer.APPLICATION, number, "layer"),
            _count(told["licences"], number),
            _day(told["ends_on"], number, "ends_on"),
            _money(told["cost"], number),
            _day(told["support_ends_on"], number, "support_ends_on"),
            told["registry_number"],
        )


def _bad(row: int, column: str, value: str) -> RuleBroken:
    message = _("Row %(row)s, column %(column)s: “%(value)s” cannot be understood.")
    return _wrong(message % {"row": row, "column": column, "value": value})


def _one_of(value: str, allowed: list[str], otherwise: str, row: int, column: str) -> str:
    if value and value not in allowed:
        raise _bad(row, column, value)
    return value or otherwise


def _count(value: str, row: int) -> int | None:
    if value and not (value.isdecimal() and len(value) <= 9):  # noqa: PLR2004 - what the database holds
        raise _bad(row, "licences", value)
    return int(value) if value else None


def _money(value: str, row: int) -> Decimal | None:
    try:
        found = Decimal("".join(value.split()).replace(",", ".")) if value else None
    except InvalidOperation as error:
        raise _bad(row, "cost", value) from error
    if found is not None and not (found.is_finite() and 0 <= found < 10**12):
        raise _bad(row, "cost", value)
    return found


def _day(value: str, row: int, column: str) -> date | None:
    try:
        return date.fromisoformat(value) if value else None
    except ValueError as error:
        raise _bad(row, column, value) from error
