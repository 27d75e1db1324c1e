"""Lists of licences that accountants keep: a CSV file with named columns."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation

from ratusha.systems.tables import Table

from .bills import LONGEST, Part
from .rules import Layer, Origin

NEEDED = ("name", "vendor")
TABLE = Table(
    code="software.inventory_wrong",
    columns=(
        *NEEDED,
        "version",
        "origin",
        "layer",
        "licences",
        "ends_on",
        "cost",
        "support_ends_on",
        "registry_number",
    ),
    needed=NEEDED,
    most_bytes=2 * 1024 * 1024,
    most_rows=5000,
    longest=LONGEST,
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
    return [_licence(number, told) for number, told in TABLE.read(content)]


def _licence(number: int, told: Mapping[str, str]) -> Licence:
    if not told["name"]:
        raise TABLE.unnamed(number)
    return Licence(
        Part(told["name"], told["version"], told["vendor"]),
        _one_of(told["origin"], Origin.values, Origin.UNKNOWN, number, "origin"),
        _one_of(told["layer"], Layer.values, Layer.APPLICATION, number, "layer"),
        _count(told["licences"], number),
        TABLE.day(told["ends_on"], number, "ends_on"),
        _money(told["cost"], number),
        TABLE.day(told["support_ends_on"], number, "support_ends_on"),
        told["registry_number"],
    )


def _one_of(value: str, allowed: list[str], otherwise: str, row: int, column: str) -> str:
    if value and value not in allowed:
        raise TABLE.bad(row, column, value)
    return value or otherwise


def _count(value: str, row: int) -> int | None:
    if value and not (value.isdecimal() and len(value) <= 9):  # noqa: PLR2004 - what the database holds
        raise TABLE.bad(row, "licences", value)
    return int(value) if value else None


def _money(value: str, row: int) -> Decimal | None:
    try:
        found = Decimal("".join(value.split()).replace(",", ".")) if value else None
    except InvalidOperation as error:
        raise TABLE.bad(row, "cost", value) from error
    if found is not None and not (found.is_finite() and 0 <= found < 10**12):
        raise TABLE.bad(row, "cost", value)
    return found
