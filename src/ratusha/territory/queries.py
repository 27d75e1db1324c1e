"""Questions about the territory. Codes that the list does not hold are read by their digits."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.db import connection
from django.db.models import QuerySet

from ratusha.kernel import identifiers
from ratusha.kernel.pack import pack
from ratusha.kernel.rows import Statement
from ratusha.kernel.texts import Text, in_language

from .models import Settlement, Unit
from .rules import Level, codes_above, fold

LINEAGE = "SELECT lineage FROM territory_unit WHERE code = ANY(%s) ORDER BY code DESC LIMIT 1"


@cache
def _about() -> dict[str, Any]:
    about: dict[str, Any] = pack().yaml("territory/about.yaml")
    return about


@cache
def _kinds() -> dict[str, dict[str, Any]]:
    kinds: dict[str, dict[str, Any]] = pack().yaml("territory/kinds.yaml")
    return kinds


@dataclass(frozen=True)
class Region:
    """One region with its names and its numbers in every code system (payer number, plates, passports, phones)."""

    name: Text
    codes: identifiers.Region


@cache
def regions() -> list[Region]:
    rows = pack().yaml("territory/regions.yaml")["regions"]
    return [Region(row["name"], identifiers.find_region(row["iso"])) for row in rows]


def region_of(code: str) -> Region | None:
    """The region in which this unit lies."""
    return next((r for r in regions() if code.startswith(r.codes.territory)), None)


def find_unit(code: str) -> Unit | None:
    """The unit of this code; for a settlement's own code the nearest listed unit it belongs to."""
    return _listed_above(code).first()


def find_units(codes: Iterable[str]) -> dict[str, Unit]:
    """`find_unit` for many codes at once; a code that leads nowhere is not among them."""
    steps = _about()["code"]["steps"]
    above = {code: codes_above(code, steps) for code in codes}
    listed = Unit.objects.in_bulk({one for line in above.values() for one in line})
    found = {code: [one for one in line if one in listed] for code, line in above.items()}
    return {code: listed[max(line)] for code, line in found.items() if line}


def _listed_above(code: str) -> QuerySet[Unit]:
    return Unit.objects.filter(code__in=codes_above(code, _about()["code"]["steps"])).order_by(
        "-code"
    )


def lineage_of(code: str) -> Statement:
    """`lineage` as a part of a question of another module: one row with the column `lineage`, or none."""
    return Statement(LINEAGE, [codes_above(code, _about()["code"]["steps"])])


def lineage(code: str) -> list[str]:
    """The codes of the unit and all above it, nearest first; empty for a code that leads nowhere."""
    found: list[str] | None = _listed_above(code).values_list("lineage", flat=True).first()
    return found or []


def ancestors(code: str) -> list[Unit]:
    """The units above, nearest first; the unit itself is not among them."""
    codes = lineage(code)[1:]
    found = Unit.objects.in_bulk(codes)
    return [found[c] for c in codes]


def children(code: str) -> QuerySet[Unit]:
    return Unit.objects.filter(parent_id=code).order_by("code")


def units_named(text: str, _language: str = "", *, limit: int = 20) -> list[Unit]:
    """Units named so in any language, whichever is asked: whole names first, then beginnings; the bigger before."""
    return _named(Unit.objects.all(), text, limit)


def settlements_named(text: str, _language: str = "", *, limit: int = 20) -> list[Settlement]:
    return _named(Settlement.objects.select_related("unit"), text, limit)


def _named(all_: QuerySet[Any], text: str, limit: int) -> list[Any]:
    wanted = fold(text)
    if not wanted:
        return []
    found = list(all_.filter(folded__contains=f"|{wanted}")[:200])
    if len(found) < limit:
        known = {one.pk for one in found}
        found += [one for one in all_.filter(folded__contains=wanted)[:200] if one.pk not in known]
    return sorted(found, key=lambda one: _rank(one, wanted))[:limit]


def _rank(one: Unit | Settlement, wanted: str) -> tuple[int, int, str]:
    whole = f"|{wanted}|" in one.folded
    begins = f"|{wanted}" in one.folded
    return (0 if whole else 1 if begins else 2, -(one.population or 0), str(one.pk))


def settlement_text(kind: str, name: Text) -> Text:
    """The name as an address writes it: with the short word for what it is."""
    words = _kinds().get(kind, {})
    return {
        language: f"{words[language]} {said}" if words.get(language) else said
        for language, said in name.items()
    }


def full_name(unit: Unit, language: str) -> str:
    """The name with what it is: a town by its kind, other units as they are listed."""
    words = _kinds().get(unit.kind)
    name = in_language(unit.name, language).text
    return f"{words['full'][language]} {name}" if words and language in words["full"] else name


# A town reaches as far from its middle as its people need room; a council has its people in several villages.
NEAREST = """
SELECT unit.code FROM (
    SELECT code, lat, lon, CASE WHEN level = ANY(%(scattered)s) THEN 0 ELSE population END AS people
    FROM territory_unit WHERE lat IS NOT NULL AND level <> ALL(%(apart)s)
    UNION ALL
    SELECT unit_id, lat, lon, population FROM territory_settlement WHERE lat IS NOT NULL
) AS unit
WHERE unit.lat BETWEEN %(lat)s - 1 AND %(lat)s + 1
ORDER BY sqrt((unit.lat - %(lat)s)^2 + ((unit.lon - %(lon)s) * cos(radians(%(lat)s)))^2)
    - sqrt(coalesce(unit.people, 0) / (pi() * %(people_in_a_square)s)), unit.code LIMIT 1
"""
# of one degree of latitude: 6,500 in a square kilometre of a town
PEOPLE_IN_A_SQUARE = 6500 * 111.2**2


def nearest_unit(lat: float, lon: float) -> Unit | None:
    """The unit whose town or village has its edge nearest to the point; within about a hundred kilometres.

    No list of the country has edges: each place is taken for a circle with room for its people.
    """
    apart = [Level.REGION, Level.DISTRICT, Level.CITY_DISTRICT]
    with connection.cursor() as cursor:
        cursor.execute(
            NEAREST,
            {
                "lat": lat,
                "lon": lon,
                "apart": apart,
                "scattered": [Level.TOWN_COUNCIL, Level.VILLAGE_COUNCIL],
                "people_in_a_square": PEOPLE_IN_A_SQUARE,
            },
        )
        row = cursor.fetchone()
    return Unit.objects.get(pk=row[0]) if row else None
