"""What the open file of 115 shows, counted plainly, and what it cannot say. Pure: no state has to be there."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from statistics import median

from ratusha.issues.rules import Status

from .alike import earlier_alike
from .reading import Refused, Row, read

DISTRICT = re.compile(r"\b([А-ЯЁ][а-яё]+(?:ск|н)ого) района")
MANY = 12


@dataclass(frozen=True)
class Planned:
    """Days from the report to the planned day: all that the file tells of time."""

    count: int
    median: float
    tenth: int  # a tenth of them is planned no later
    ninetieth: int
    same_day: int


@dataclass(frozen=True)
class Described:
    rows: int
    refused: int
    first: date
    last: date
    without_point: int
    without_organisation: int
    organisations: int
    categories: int
    by_year: list[tuple[int, int]]
    by_status: list[tuple[str, int]]
    by_category: list[tuple[str, int]]
    by_district: list[tuple[str, int]]  # named by the organisation; "" where its name names none
    by_organisation: list[tuple[str, int]]
    alike: int
    alike_same_organisation: int
    alike_by_category: list[tuple[str, int, int]]  # category, alike, of how many
    planned: dict[str, Planned]  # by status
    house_with_most: int
    houses: int


def describe(path: Path, names: Mapping[str, str]) -> Described:
    told = list(read(path))
    rows = [one for one in told if isinstance(one, Row)]
    by_key = {row.key: row for row in rows}
    alike = earlier_alike(rows)
    again = Counter(by_key[key].category for key in alike)
    categories = Counter(row.category for row in rows)
    places = Counter((row.lat, row.lon) for row in rows if row.lat is not None)
    same = sum(
        by_key[one].organisation == by_key[other].organisation for one, other in alike.items()
    )
    return Described(
        rows=len(rows),
        refused=sum(isinstance(one, Refused) for one in told),
        first=min(row.opened for row in rows),
        last=max(row.opened for row in rows),
        without_point=sum(row.lat is None for row in rows),
        without_organisation=sum(not row.organisation for row in rows),
        organisations=len({row.organisation for row in rows if row.organisation}),
        categories=len(categories),
        by_year=sorted(Counter(row.opened.year for row in rows).items()),
        by_status=Counter(str(row.status) for row in rows).most_common(),
        by_category=categories.most_common(MANY),
        by_district=Counter(
            district_named(names.get(row.organisation, "")) for row in rows
        ).most_common(),
        by_organisation=Counter(
            names.get(row.organisation, row.organisation) for row in rows
        ).most_common(MANY),
        alike=len(alike),
        alike_same_organisation=same,
        alike_by_category=[
            (category, count, categories[category]) for category, count in again.most_common(MANY)
        ],
        planned=_planned(rows),
        house_with_most=max(places.values()),
        houses=len(places),
    )


def district_named(name: str) -> str:
    found = DISTRICT.search(name)
    return found.group(1) if found else ""


def _planned(rows: list[Row]) -> dict[str, Planned]:
    days: dict[Status, list[int]] = defaultdict(list)
    for row in rows:
        if row.planned is not None:
            days[row.status].append((row.planned - row.opened).days)
    return {
        str(status): Planned(
            len(told),
            median(told),
            sorted(told)[len(told) // 10],
            sorted(told)[len(told) * 9 // 10],
            told.count(0),
        )
        for status, told in sorted(days.items())
    }
