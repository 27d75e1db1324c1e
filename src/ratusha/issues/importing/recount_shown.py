"""What everybody is shown, beside a plain recount: the map at every zoom, its words, and the statistics.

They show all public issues, not those of the file alone. So the file is counted plainly, the issues that came otherwise
are counted plainly from their own table, and the sum is what the map and the statistics have to say.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from ratusha.issues import statistics
from ratusha.issues.districts import districts_of
from ratusha.issues.map import grid
from ratusha.issues.map.tiles import FIRST_ZOOM, LAST_ZOOM, Tile, circles_in
from ratusha.issues.map.twin import twin_of
from ratusha.issues.models import Issue
from ratusha.issues.queries import Filter
from ratusha.issues.rules import OPEN
from ratusha.territory.public import Level, children

from .described import district_named
from .reading import Row, read

ALL, ON_MAP = "all", "with a point"


@dataclass(frozen=True)
class Beside:
    """One count of ours, and what it has to be."""

    what: str
    of: str
    in_file: int
    others: int
    counted: int

    @property
    def differs(self) -> bool:
        return self.counted != self.in_file + self.others


@dataclass(frozen=True)
class _Fact:
    category: str
    organisation: str
    month: str
    open: bool
    lat: float | None
    lon: float | None
    district: str


def recount_shown(path: Path, *, source: str, place: str, names: Mapping[str, str]) -> list[Beside]:
    """Without `names` of the organisations nothing is said of districts: the file itself names none."""
    in_file, others = list(_of_file(path, source, place, names)), list(_others(source))
    found = [*_map(in_file, others), *_words(in_file, others)]
    everything = statistics.whole(Filter()).counts
    found += [
        Beside("statistics", ALL, len(in_file), len(others), everything.count),
        Beside("statistics", "open", _open(in_file), _open(others), everything.open),
    ]
    ours = {
        "organisation": {
            row.key.code if row.key else "": row.counts.count
            for row in statistics.by_organisation(Filter())
        },
        "category": {row.key.code: row.counts.count for row in statistics.by_category(Filter())},
        "month": {f"{row.key:%Y-%m}": row.counts.count for row in statistics.by_month(Filter())},
    }  # fmt: skip
    if names:
        ours["district"] = {
            row.key.code: row.counts.count for row in statistics.by_district(Filter())
        }
    for name, counted in ours.items():
        plain, rest = (Counter(getattr(one, name) for one in some) for some in (in_file, others))
        keys = sorted(plain.keys() | rest.keys() | counted.keys())
        found += [
            Beside(f"statistics by {name}", key, plain[key], rest[key], counted.get(key, 0))
            for key in keys
        ]
    return found


def _of_file(path: Path, source: str, place: str, names: Mapping[str, str]) -> Iterator[_Fact]:
    """The district as the name of the organisation tells it, found by a plain pattern and not as statistics find it."""
    named = {
        word[: -len("ий")]: unit.pk
        for unit in children(place).filter(level=Level.CITY_DISTRICT)
        for word in unit.name.get("ru", "").split()[:1]
    }
    seen: set[str] = set()
    for row in read(path):
        if not isinstance(row, Row) or row.key in seen:
            continue
        seen.add(row.key)
        district = district_named(names.get(row.organisation, ""))
        yield _Fact(
            category=row.category,
            organisation=f"{source}:{row.organisation}" if row.organisation else "",
            month=f"{row.opened:%Y-%m}",
            open=row.status in OPEN,
            lat=row.lat,
            lon=row.lon,
            district=named.get(district[: -len("ого")], ""),
        )


def _others(source: str) -> Iterator[_Fact]:
    found = Issue.objects.public().exclude(source_key__startswith=f"{source}:")
    fields = (
        "category",
        "executor__code",
        "case__lodged_on",
        "case__status",
        "lat",
        "lon",
        "executor_id",
        "unit_code",
    )
    rows = list(found.values_list(*fields))
    districts = districts_of({(row[6], row[7]) for row in rows})
    for category, code, day, status, lat, lon, executor, unit in rows:
        district = districts[executor, unit].code
        yield _Fact(category, code or "", f"{day:%Y-%m}", status in OPEN, lat, lon, district)


def _open(facts: list[_Fact]) -> int:
    return sum(one.open for one in facts)


def _map(in_file: list[_Fact], others: list[_Fact]) -> Iterator[Beside]:
    """At every zoom, the circles of each tile in which an issue lies by its own coordinates."""
    points = [
        [
            grid.position(one.lat, one.lon)
            for one in some
            if one.lat is not None and one.lon is not None
        ]
        for some in (in_file, others)
    ]
    places = set(points[0] + points[1])
    for zoom in range(FIRST_ZOOM, LAST_ZOOM + 1):
        shift = grid.FINEST - zoom
        tiles = {(x >> shift, y >> shift) for x, y in places}
        counted = sum(
            heap.count for x, y in tiles for heap in circles_in(Tile(zoom, x, y), Filter())
        )
        yield Beside(f"map, zoom {zoom}", ON_MAP, len(points[0]), len(points[1]), counted)


def _words(in_file: list[_Fact], others: list[_Fact]) -> Iterator[Beside]:
    twin = twin_of(Filter())
    yield Beside("map in words", ALL, len(in_file), len(others), twin.count)
    yield Beside("map in words", "open", _open(in_file), _open(others), twin.open)
    nowhere, others_nowhere = (sum(one.lat is None for one in some) for some in (in_file, others))
    yield Beside("map in words", "without a point", nowhere, others_nowhere, twin.without_place)
