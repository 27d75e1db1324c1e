"""The map of districts and cities: equal tiles in classes, their legend, and the same as a table."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from ratusha.kernel.texts import Said, in_my_language
from ratusha.territory.public import Ground, Square, ground, spots
from ratusha.territory.public import Unit as Place
from ratusha.ui.addresses import address_of
from ratusha.ui.charts import class_of

from .classing import limits, shade
from .models import Snapshot
from .passports import Passport
from .presentation import said_value

OF_A_REGION = (
    "region",
    "district",
)  # the capital is a region without districts of its own on the map


@dataclass(frozen=True)
class Tile(Square):
    region: Said | None
    value: Decimal | None
    of: int
    number: int  # of its class; 0 without data
    level: int  # its shade
    text: str
    address: str  # of its page; empty where nothing is counted of it


@dataclass(frozen=True)
class Class:
    number: int
    level: int
    text: str
    count: int


@dataclass(frozen=True)
class Map:
    tiles: list[Tile]
    classes: list[Class]
    ground: Ground
    known: int
    elsewhere: int  # rows of the value that have no tile: districts of cities, places put together

    @property
    def ranked(self) -> list[Tile]:
        """The highest first, then those without data by name."""
        return sorted(
            self.tiles,
            key=lambda one: (one.value is None, -(one.value or 0), one.name.text),
        )


def map_of(passport: Passport, snapshot: Snapshot, way: str) -> Map:
    rows = {row[0]: row for name in OF_A_REGION for row in snapshot.rows.get(name, [])}
    values = {
        one.code: Decimal(rows[one.code][3])
        for one in spots()
        if one.code in rows and rows[one.code][3] is not None
    }
    edges = limits(way, values.values(), (passport.thresholds.fair, passport.thresholds.good))
    below = ground()
    parents = {one.unit.parent_id for one in below.squares if one.unit.parent_id}
    above = Place.objects.in_bulk(parents)
    shown = {one.code for one in below.squares}
    return Map(
        tiles=[
            _tile(
                one,
                region=above.get(one.unit.parent_id or ""),
                row=rows.get(one.code),
                edges=edges,
                snapshot=snapshot,
            )
            for one in below.squares
        ],
        classes=_legend(edges, list(values.values()), snapshot.unit),
        ground=below,
        known=len(values),
        elsewhere=sum(row[0] not in shown for row in snapshot.rows.get("district", [])),
    )


def _tile(
    square: Square,
    *,
    region: Place | None,
    row: list[Any] | None,
    edges: list[Decimal],
    snapshot: Snapshot,
) -> Tile:
    value = Decimal(row[3]) if row and row[3] is not None else None
    number = class_of(value, edges) if value is not None else 0
    where = (snapshot.code, snapshot.on.isoformat(), square.code)
    return Tile(
        square.spot,
        square.unit,
        region=in_my_language(region.name) if region else None,
        value=value,
        of=row[2] if row else 0,
        number=number,
        level=shade(number, len(edges)) if number else 0,
        text=said_value(value, snapshot.unit),
        address=address_of("indicators:place", *where) if row else "",
    )


def _legend(edges: list[Decimal], values: list[Decimal], unit: str) -> list[Class]:
    """The lowest first; each class says from the least to the greatest value that is in it."""
    inside: dict[int, list[Decimal]] = {}
    for value in values:
        inside.setdefault(class_of(value, edges), []).append(value)
    return [
        Class(
            number=number,
            level=shade(number, len(edges)),
            text=_range(inside.get(number, []), edge, unit),
            count=len(inside.get(number, [])),
        )
        for number, edge in enumerate(edges, 1)
    ]


def _range(values: list[Decimal], edge: Decimal, unit: str) -> str:
    if not values:
        return _("from %(value)s") % {"value": said_value(edge, unit)}
    low, high = said_value(min(values), unit), said_value(max(values), unit)
    return low if low == high else _("%(low)s to %(high)s") % {"low": low, "high": high}


def years(series: list[Snapshot]) -> list[tuple[int, date]]:
    """Of each year the last day that has a value: where the map can be turned to."""
    last: dict[int, date] = {}
    for one in series:
        last[one.on.year] = max(one.on, last.get(one.on.year, one.on))
    return sorted(last.items())
