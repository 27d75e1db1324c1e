"""A value as a page tells it: names of rows in the reader's language, its inputs, its coverage in words."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from babel.dates import format_date
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _

from ratusha.kernel.texts import Said, in_language, in_my_language
from ratusha.parties.public import Organisation, find_body
from ratusha.procedures.public import named
from ratusha.territory.public import OnTile, Tile, region_tiles
from ratusha.territory.public import Unit as Place
from ratusha.ui import charts, formats
from ratusha.ui.addresses import address_of

from .counting.places import NOWHERE
from .models import Snapshot
from .passports import Passport
from .rules import REST, Cell, Standing, Unit, value_of

TITLES = {
    "region": gettext_lazy("By region"),
    "district": gettext_lazy("By district and city"),
    "body": gettext_lazy("By body"),
    "procedure": gettext_lazy("By procedure"),
    "chapter": gettext_lazy("By chapter of the lists"),
    "level": gettext_lazy("By level of electronic form"),
    "month": gettext_lazy("By month"),
    "days": gettext_lazy("By days from lodging to the end"),
}
LEVELS = {
    "e0": gettext_lazy("e0: only the name is known"),
    "e1": gettext_lazy("e1: described"),
    "e2": gettext_lazy("e2: a form to print"),
    "e3": gettext_lazy("e3: the application is electronic"),
    "e4": gettext_lazy("e4: the decision is electronic too"),
    "e5": gettext_lazy("e5: begins without an application"),
}
ORDER = (
    "region",
    "level",
    "days",
    "month",
    "chapter",
    "procedure",
    "body",
)  # districts: see `place`
MOST_ROWS = 200  # of one table on a page; the file has them all


@dataclass(frozen=True)
class Row:
    key: str
    name: Said
    part: Decimal
    of: int
    value: Decimal | None
    standing: Standing
    address: str = ""


@dataclass(frozen=True)
class Table:
    dimension: str
    title: str
    rows: list[Row]
    part: Decimal  # the sums of all rows, also of those that are not shown
    of: int
    value: Decimal | None  # computed from these sums, for everybody to compare
    left_out: int
    hidden: int


def said_value(value: Decimal | None, unit: str) -> str:
    """As a reader takes it in: 38,2 %, 12 days, 4,6."""
    if value is None:
        return _("no data")
    if unit == Unit.SHARE:
        return formats.share(value)
    if unit == Unit.DAYS:
        return ngettext("%(number)s day", "%(number)s days", int(value)) % {
            "number": formats.number(int(value))
        }
    return formats.number(value, 1 if unit == Unit.MARK else 2)


def said_coverage(snapshot: Snapshot) -> str:
    words = {
        "bodies": _("cases of %(covered)s of %(of)s bodies"),
        "procedures": _("%(covered)s of %(of)s procedures"),
        "described": _("%(covered)s of %(of)s procedures are written down"),
        "rated": _("%(covered)s of %(of)s finished cases were rated"),
        "services": _("%(covered)s of %(of)s services of registers were used"),
    }
    return words[snapshot.covers] % {
        "covered": formats.number(snapshot.covered),
        "of": formats.number(snapshot.covered_of),
    }


def tables(passport: Passport, snapshot: Snapshot) -> list[Table]:
    return [
        _table(passport, snapshot, name, snapshot.rows[name])
        for name in ORDER
        if name in snapshot.rows
    ]


def place_tables(passport: Passport, snapshot: Snapshot, place: Place) -> list[Table]:
    """What lies in a region or a district: its districts, and the bodies there."""
    lineages = dict(Place.objects.values_list("code", "lineage"))
    bodies = snapshot.rows.get("body", [])
    keys = [row[0] for row in bodies if row[0] != REST]
    serves = dict(Organisation.objects.filter(pk__in=keys).values_list("pk", "serves"))
    there = {
        str(body)
        for body, codes in serves.items()
        if any(place.code in lineages.get(code, ()) for code in codes)
    }
    found = [
        (
            "district",
            [
                row
                for row in snapshot.rows.get("district", [])
                if place.code in lineages.get(row[0], ())[1:]
            ],
        ),
        ("body", [row for row in bodies if row[0] in there]),
    ]
    return [_table(passport, snapshot, name, rows) for name, rows in found if rows]


def _table(passport: Passport, snapshot: Snapshot, dimension: str, rows: list[Any]) -> Table:
    cells = [Cell(key, Decimal(part), of) for key, part, of, _value in rows]
    part, of = sum((one.part for one in cells), Decimal(0)), sum(one.of for one in cells)
    unit = Unit(snapshot.unit)
    shown = sorted(rows, key=_importance(dimension))[:MOST_ROWS]
    names = _names(dimension, [row[0] for row in shown])
    return Table(
        dimension=dimension,
        title=str(TITLES[dimension]),
        rows=[_row(passport, snapshot, dimension, row, names) for row in shown],
        part=part,
        of=of,
        value=_from_ranges(rows)
        if dimension == "days"
        else None
        if unit == Unit.DAYS
        else value_of(unit, Cell("", part, of)),
        left_out=len(rows) - len(shown),
        hidden=snapshot.hidden.get(dimension, 0),
    )


def _from_ranges(rows: list[Any]) -> Decimal | None:
    """The median once more: the last day of the range in which half is reached."""
    number, so_far = sum(row[2] for row in rows), 0
    for _key, _part, of, last in rows:
        so_far += of
        if 2 * so_far >= number:
            return Decimal(last)
    return None


def _importance(dimension: str) -> Callable[[list[Any]], Any]:
    if dimension in {"level", "days", "month", "chapter"}:
        return lambda _row: 0  # as they follow one another
    return lambda row: (row[0] in {REST, NOWHERE}, -row[2], row[0])


def _row(
    passport: Passport, snapshot: Snapshot, dimension: str, row: list[Any], names: dict[str, Said]
) -> Row:
    key, part, of, value = row
    number = Decimal(value) if value is not None else None
    return Row(
        key=key,
        name=names[key],
        part=Decimal(part),
        of=of,
        value=number,
        standing=Standing.UNKNOWN if dimension == "days" else passport.standing(number),
        address=_address(snapshot, dimension, key),
    )


def _address(snapshot: Snapshot, dimension: str, key: str) -> str:
    if key in {REST, NOWHERE}:
        return ""
    if dimension in {"region", "district"} and not snapshot._state.adding:
        return address_of("indicators:place", snapshot.code, snapshot.on.isoformat(), key)
    if dimension == "procedure":
        return address_of("portal:procedure", *key.split("/", 1))
    if dimension == "chapter":
        return address_of("portal:chapter", *key.split("/", 1))
    return ""


def _names(dimension: str, keys: list[str]) -> dict[str, Said]:
    """Of all rows of a table with one question to the database."""
    language = get_language() or ""
    ours = [key for key in keys if key not in {REST, NOWHERE}]
    found: dict[str, Said]
    match dimension:
        case "region" | "district":
            places = Place.objects.in_bulk(ours)
            found = {key: in_language(one.name, language) for key, one in places.items()}
        case "body":
            bodies = Organisation.objects.in_bulk(ours)
            found = {str(pk): in_language(one.name, language) for pk, one in bodies.items()}
        case "procedure" | "chapter":
            texts = named(ours)
            found = {key: in_language(text, language) for key, text in texts.items()}
        case "level":
            found = {key: Said(str(LEVELS[key]), language) for key in ours}
        case "month":
            found = {key: Said(_month(key), language) for key in ours}
        case _:
            found = {key: Said(_days(key), language) for key in ours}
    unknown = {key: Said(key, "") for key in keys}
    rest = Said(_("the others, each with fewer than five"), language)
    nowhere = Said(_("bodies of the whole country"), language)
    return {**unknown, **found, REST: rest, NOWHERE: nowhere}


def _month(key: str) -> str:
    return format_date(date.fromisoformat(f"{key}-01"), "LLLL y", locale=get_language() or "en")


def _days(key: str) -> str:
    first, _dash, last = key.partition("-")
    if first == last:
        return ngettext("%(number)s day", "%(number)s days", int(first)) % {"number": first}
    return _("%(first)s to %(last)s days") % {"first": first, "last": last}


def tiles(snapshot: Snapshot, regions: dict[str, Any]) -> list[Tile]:
    """The regions as equal tiles, in classes with about as many regions each; a region without data says so."""
    values = {key: Decimal(row[3]) for key, row in regions.items() if row[3] is not None}
    limits = charts.classes(value for key, value in values.items() if key not in {REST, NOWHERE})

    def told(code: str) -> OnTile:
        value = values.get(code)
        return OnTile(
            said_value(value, snapshot.unit),
            charts.class_of(value, limits) if value is not None else 0,
            _address(snapshot, "region", code) if code in regions else "",
        )

    return region_tiles(told)


def body_named(code: str) -> Said:
    body = find_body(code)
    return in_my_language(body.name) if body else Said(code, "")


def author(snapshot: Snapshot) -> str:
    """Who answers for the counting: the person who asked for it, or the platform by itself."""
    return snapshot.by.display_name if snapshot.by else _("Ratusha, by itself")
