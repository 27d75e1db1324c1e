"""How long it takes until an issue is given, done, closed: by district and by organisation, from what the map reads.

Each measure says of how many it is known. Issues of a file of another service count among those of which it is not. A
measure of fewer than five is not told. A week is whole, Monday to Sunday in the local zone: what happened in it counts.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db import connection
from django.utils import timezone

from .districts import UNKNOWN
from .map.tiles import conditions
from .models import Executor
from .queries import Filter
from .rules import ENDED, Status
from .statistics import FEWEST, Districts, known_districts

SECONDS_OF_A_DAY = 86_400
WEEK = timedelta(days=7)
MEASURES = {  # the moment, and which issues should have it
    "given_at": "executor_id IS NOT NULL",
    "done_at": "status = ANY(%(ended)s)",
    "closed_at": "status = %(closed)s",
}
MEASURE = """
count({at}) FILTER (WHERE {inside}),
count(*) FILTER (WHERE {inside}
    OR ({at} IS NULL AND {expected} AND reported_at >= %(since)s AND reported_at < %(before)s)),
percentile_cont(ARRAY[0.5, 0.9]) WITHIN GROUP (ORDER BY extract(epoch FROM {at} - reported_at))
    FILTER (WHERE {inside})
"""
TIMES = """
SELECT {key}, count(*), {measures},
    count(in_term) FILTER (WHERE {done}), count(*) FILTER (WHERE in_term AND {done})
FROM issues_shown AS shown {districts} WHERE true{asked} GROUP BY {key}
"""
JOINED = """
JOIN unnest(%(executors)s::uuid[], %(units)s::text[], %(districts)s::text[]) AS known (executor, unit, district)
    ON coalesce(executor_id, '00000000-0000-0000-0000-000000000000') = executor AND unit_code = unit
"""
ALWAYS = {"since": "-infinity", "before": "infinity"}


@dataclass(frozen=True)
class Measure:
    """Of `of` issues it is known of `known`; days in the middle and of nine in ten. None: of fewer than five."""

    known: int | None
    of: int
    median: float | None
    p90: float | None

    @classmethod
    def of_row(cls, known: int, of: int, seconds: list[float | None] | None) -> "Measure":
        if known < FEWEST or seconds is None:
            return cls(None if known else 0, of, None, None)
        median, p90 = (round((one or 0) / SECONDS_OF_A_DAY, 2) for one in seconds)
        return cls(known, of, median, p90)


@dataclass(frozen=True)
class Times:
    """`in_term`: the share of what is done, by the newest term of what was opened again."""

    key: Any
    count: int
    given: Measure
    done: Measure
    closed: Measure
    in_term: float | None

    @property
    def is_known(self) -> bool:
        return any(measure.known != 0 for measure in (self.given, self.done, self.closed))


@dataclass(frozen=True)
class Week:
    """From this Monday to the Sunday after it; `by_district` has a key without a unit where no district is known."""

    monday: date
    by_district: list[Times]
    by_organisation: list[Times]


def by_organisation(wanted: Filter, span: Mapping[str, Any] = ALWAYS) -> list[Times]:
    names = Executor.objects.in_bulk()
    return _asked("executor_id", "", wanted, span, names.get)


def of_organisation(executor: Executor) -> Times | None:
    rows = _asked("executor_id", "", Filter(executor=executor.code), ALWAYS, lambda _key: executor)
    return next(iter(rows), None)


def by_district(
    wanted: Filter, span: Mapping[str, Any] = ALWAYS, known: Districts | None = None
) -> list[Times]:
    codes, told = known or known_districts()
    rows = _asked(
        "district", JOINED, wanted, {**span, **told}, lambda code: codes.get(code, UNKNOWN)
    )
    return sorted(rows, key=lambda row: row.key.unit is None)


def response_times(monday: date) -> Week:
    """For the digest of a week: what was given, done and closed in it, however long ago it was reported."""
    if monday.weekday():
        raise ValueError(f"{monday} is no Monday")
    span = {"since": _begin(monday), "before": _begin(monday + WEEK)}
    return Week(
        monday,
        [one for one in by_district(Filter(), span) if _has_any(one)],
        [one for one in by_organisation(Filter(), span) if _has_any(one)],
    )


def _has_any(one: Times) -> bool:
    return any(measure.of for measure in (one.given, one.done, one.closed))


def _begin(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


def _asked(
    key: str, districts: str, wanted: Filter, span: Mapping[str, Any], known: Callable[[Any], Any]
) -> list[Times]:
    asked, values = conditions(wanted)
    sql = TIMES.format(
        key=key,
        districts=districts,
        asked=asked,
        done=_inside("done_at"),
        measures=", ".join(
            MEASURE.format(at=at, expected=expected, inside=_inside(at))
            for at, expected in MEASURES.items()
        ),
    )
    values |= {"ended": list(ENDED), "closed": Status.CLOSED.value, **span}
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        rows = [_times(row, known) for row in cursor.fetchall()]
    return sorted(rows, key=lambda row: (-row.count, str(row.key)))


def _inside(at: str) -> str:
    return f"{at} >= %(since)s AND {at} < %(before)s"


def _times(row: tuple[Any, ...], known: Callable[[Any], Any]) -> Times:
    key, count, *measures, judged, in_term = row
    given, done, closed = (Measure.of_row(*measures[at : at + 3]) for at in (0, 3, 6))
    share = in_term / judged if judged >= FEWEST else None
    return Times(known(key), count, given, done, closed, share)
