"""Counts for everybody: by district, organisation, kind and month. It reads what the map reads, so both say the same.

Each of these issues is public by itself and tells no person, so small counts are told as they are. A median of few
would be the waiting of one, and is not told.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection

from .districts import UNKNOWN, District, districts_of
from .law import law
from .map.tiles import conditions
from .models import Executor
from .queries import Filter
from .rules import ENDED, OPEN

Districts = tuple[dict[str, District], dict[str, list[str]]]
FEWEST = 5  # of so many a median is told
SHOWN = """
SELECT one.*, coalesce(source_key <> '', false) AS from_file
FROM (SELECT * FROM issues_shown WHERE true{asked}) one
LEFT JOIN (SELECT case_id, source_key FROM issues_issue) issue ON case_id = issue_id
"""
COUNTS = """
count(*), count(*) FILTER (WHERE status = ANY(%(open)s)), count(*) FILTER (WHERE status = ANY(%(ended)s)),
count(days) FILTER (WHERE NOT from_file),
percentile_cont(0.5) WITHIN GROUP (ORDER BY days) FILTER (WHERE NOT from_file),
count(days) FILTER (WHERE from_file),
percentile_cont(0.5) WITHIN GROUP (ORDER BY days) FILTER (WHERE from_file)
"""
BY = {
    "organisation": "executor_id",
    "category": "category",
    "month": "date_trunc('month', reported_on)::date",
}
PAIRS = "SELECT DISTINCT executor_id, unit_code FROM issues_shown"
WHOLE = """
WITH shown AS ({shown}) SELECT {counts}, count(*) FILTER (WHERE executor_id IS NULL),
    count(*) FILTER (WHERE place IS NULL), count(*) FILTER (WHERE from_file), min(reported_on), max(reported_on)
FROM shown
"""
GROUPED = "WITH shown AS ({shown}) SELECT {key}, {counts} FROM shown GROUP BY {key}"
DISTRICTS = """
WITH shown AS ({shown}), known AS (
    SELECT * FROM unnest(%(executors)s::uuid[], %(units)s::text[], %(districts)s::text[])
        AS one (executor, unit, district))
SELECT district, {counts} FROM shown JOIN known
    ON coalesce(executor_id, '00000000-0000-0000-0000-000000000000') = executor AND unit_code = unit GROUP BY district
"""
NOBODY = "00000000-0000-0000-0000-000000000000"


@dataclass(frozen=True)
class Counts:
    """`days`: until it was done, of `timed`; `planned_days`: until the planned day, in the files of other services."""

    count: int
    open: int
    done: int
    timed: int
    days: float | None
    planned: int
    planned_days: float | None

    @classmethod
    def of(cls, row: tuple[Any, ...]) -> "Counts":
        count, open_, done, timed, days, planned, planned_days = row
        return cls(
            count, open_, done, timed, days if timed >= FEWEST else None,
            planned, planned_days if planned >= FEWEST else None,
        )  # fmt: skip


@dataclass(frozen=True)
class Row:
    key: Any
    counts: Counts


@dataclass(frozen=True)
class Whole:
    counts: Counts
    without_organisation: int
    without_place: int
    from_file: int
    first: date | None
    last: date | None


def whole(wanted: Filter) -> Whole:
    ((*counts, free, nowhere, filed, first, last),) = _asked(WHOLE, wanted)
    return Whole(Counts.of(tuple(counts)), free, nowhere, filed, first, last)


def by_organisation(wanted: Filter) -> list[Row]:
    names = Executor.objects.in_bulk()
    return _most_first(_grouped("organisation", wanted), names.get)


def by_category(wanted: Filter) -> list[Row]:
    return _most_first(_grouped("category", wanted), law().category)


def by_month(wanted: Filter) -> list[Row]:
    return sorted(_grouped("month", wanted), key=lambda row: row.key)


def by_district(wanted: Filter, known: Districts | None = None) -> list[Row]:
    """The issues whose district is not known come last. `known`: who asks more than once has them already."""
    codes, told = known or known_districts()
    rows = [Row(key, Counts.of(tuple(row))) for key, *row in _asked(DISTRICTS, wanted, told)]
    rows = _most_first(rows, lambda code: codes.get(code, UNKNOWN))
    return sorted(rows, key=lambda row: row.key.unit is None)


def known_districts() -> Districts:
    """Those that occur, by code; and for a question which organisation and place lies in which."""
    with connection.cursor() as cursor:
        cursor.execute(PAIRS)
        found = districts_of(cursor.fetchall())
    told = {
        "executors": [str(executor or NOBODY) for executor, _unit in found],
        "units": [unit for _executor, unit in found],
        "districts": [one.code for one in found.values()],
    }
    return {one.code: one for one in found.values()}, told


def _grouped(by: str, wanted: Filter) -> list[Row]:
    return [Row(key, Counts.of(tuple(row))) for key, *row in _asked(GROUPED, wanted, key=BY[by])]


def _most_first(rows: list[Row], known: Callable[[Any], Any]) -> list[Row]:
    ranked = sorted(rows, key=lambda row: (-row.counts.count, str(row.key)))
    return [Row(known(row.key), row.counts) for row in ranked]


def _asked(
    question: str, wanted: Filter, told: Mapping[str, Any] | None = None, **parts: str
) -> list[tuple[Any, ...]]:
    asked, values = conditions(wanted)
    sql = question.format(shown=SHOWN.format(asked=asked), counts=COUNTS, **parts)
    values |= {"open": list(OPEN), "ended": list(ENDED), **(told or {})}
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return list(cursor.fetchall())
