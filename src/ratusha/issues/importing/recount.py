"""A plain recount of the file beside the state: by category, organisation, month, status and cell of the map."""

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from ratusha.issues.models import Issue

from .reading import Row, read

CELL = 0.01  # degrees: about a kilometre
Key = tuple[str, str]


@dataclass(frozen=True)
class Difference:
    what: str
    of: str
    in_file: int
    in_state: int


def _cell(lat: float | None, lon: float | None) -> str:
    if lat is None or lon is None:
        return "no point"
    return f"{math.floor(lat / CELL) * CELL:.2f} {math.floor(lon / CELL) * CELL:.2f}"


def _counted(told: Iterable[tuple[str, str, str, str, str, str]]) -> Counter[Key]:
    found: Counter[Key] = Counter()
    for place, category, organisation, month, status, cell in told:
        found[("all", "")] += 1
        found[("place", place)] += 1
        found[("category", category)] += 1
        found[("organisation", organisation)] += 1
        found[("month", month)] += 1
        found[("status", status)] += 1
        found[("cell of the map", cell)] += 1
    return found


def recount(path: Path, *, source: str, place: str) -> tuple[int, list[Difference]]:
    """How many counts were compared, and those that do not agree."""
    rows: dict[str, Row] = {}
    for row in read(path):
        if isinstance(row, Row):
            rows.setdefault(row.key, row)
    in_file = _counted(
        (
            place,
            row.category,
            row.organisation,
            f"{row.opened:%Y-%m}",
            row.status,
            _cell(row.lat, row.lon),
        )
        for row in rows.values()
    )
    issues = Issue.objects.filter(source_key__startswith=f"{source}:").values_list(
        "unit_code", "category", "executor__code", "case__lodged_on", "case__status", "lat", "lon"
    )
    in_state = _counted(
        (unit, category, (code or "").partition(":")[2], f"{day:%Y-%m}", status, _cell(lat, lon))
        for unit, category, code, day, status, lat, lon in issues.iterator(5000)
    )
    keys = sorted(in_file.keys() | in_state.keys())
    return len(keys), [
        Difference(*key, in_file[key], in_state[key])
        for key in keys
        if in_file[key] != in_state[key]
    ]
