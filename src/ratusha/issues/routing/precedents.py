"""What is known for one issue, asked of the database in one question: the nearest, habits, who works, the weights."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.db import connection

from ratusha.issues.geometry import flat
from ratusha.issues.models import Issue

from .evidence import ANYWHERE, AT_HOUSE, IN_CATEGORY, IN_GROUP, Evidence, Habit, Neighbour
from .memory import group_of

TOLD = 'executor_id, %(day)s - "on" AS days, reference, category, "group"'
PLACE = "point(east, north) <-> %(here)s::point"
NEAR = f"""
(SELECT 'category' AS what, {PLACE} AS number, {TOLD} FROM issues_precedent
 WHERE category = %(category)s AND "on" <= %(day)s ORDER BY {PLACE} LIMIT {IN_CATEGORY})
UNION ALL
(SELECT 'group', {PLACE}, {TOLD} FROM issues_precedent
 WHERE "group" = %(group)s AND "on" <= %(day)s ORDER BY {PLACE} LIMIT {IN_GROUP})
UNION ALL
(SELECT 'any', {PLACE}, {TOLD} FROM issues_precedent
 WHERE "on" <= %(day)s ORDER BY {PLACE} LIMIT {ANYWHERE})
"""  # noqa: S608 - our own words
HOUSE = f"""
(SELECT 'house' AS what, 0::float AS number, {TOLD} FROM issues_precedent
 WHERE house_key = %(house)s AND house_key <> '' AND "on" <= %(day)s ORDER BY "on" DESC LIMIT {AT_HOUSE})
"""  # noqa: S608 - our own words
NOTHING = f"SELECT '' AS what, 0::float AS number, {TOLD} FROM issues_precedent WHERE false"  # noqa: S608 - our own words
# The habits of those that nothing near speaks for change nothing. Besides: who works, and which weights are the newest.
KNOWN = """
WITH near AS MATERIALIZED ({near}),
habit AS MATERIALIZED (
    SELECT key, executor_id, share, last_on FROM issues_habit
    WHERE key IN (%(category)s, %(habit)s)
    AND (executor_id = ANY(ARRAY(SELECT executor_id FROM near)) OR NOT EXISTS (SELECT FROM near)))
SELECT what, number, executor_id::text, days, reference, category, "group" FROM near
UNION ALL SELECT 'habit', share, executor_id::text, %(day)s - last_on, '', key, '' FROM habit
UNION ALL SELECT 'works', 0, id::text, 0, '', '', '' FROM issues_executor
    WHERE id = ANY(ARRAY(SELECT executor_id FROM near UNION SELECT executor_id FROM habit))
    AND (since IS NULL OR since <= %(day)s) AND (until IS NULL OR %(day)s <= until)
UNION ALL (SELECT 'learned', 0, xmin::text, id::int, '', '', '' FROM issues_learned ORDER BY at DESC LIMIT 1)
"""
Row = tuple[str, float | None, str, int, str, str, str]


@dataclass(frozen=True)
class Known:
    """`works`: organisations that anything speaks for and that exist on the day. `learned`: the newest weights."""

    evidence: Evidence
    works: frozenset[str]
    learned: tuple[int, str] | None  # its key, and the version of its row


def known_for(issue: Issue, *, on: date) -> Known:
    group = group_of(issue.category)
    asked: dict[str, str | date] = {
        "category": issue.category,
        "group": group,
        "habit": f"{group}.*",
        "day": on,
    }
    parts = []
    if issue.house_key:
        asked["house"] = issue.house_key
        parts.append(HOUSE)
    if issue.lat is not None and issue.lon is not None:
        asked["here"] = str(flat(issue.lat, issue.lon))
        parts.append(NEAR)
    with connection.cursor() as cursor:
        cursor.execute(KNOWN.format(near=" UNION ALL ".join(parts) or NOTHING), asked)
        rows: list[Row] = cursor.fetchall()
    return Known(
        _evidence(rows, issue.category, group),
        frozenset(row[2] for row in rows if row[0] == "works"),
        next(((row[3], row[2]) for row in rows if row[0] == "learned"), None),
    )


def _evidence(rows: list[Row], category: str, group: str) -> Evidence:
    at_house = [row for row in rows if row[0] == "house"]
    habits = [row for row in rows if row[0] == "habit"]
    return Evidence(
        category=list(_seen(row for row in rows if row[0] == "category")),
        group=list(_seen(row for row in rows if row[0] == "group")),
        any=list(_seen(row for row in rows if row[0] == "any")),
        house=list(_seen(at_house)),
        house_group=list(_seen(row for row in at_house if row[6] == group)),
        house_category=list(_seen(row for row in at_house if row[5] == category)),
        habits=_habits(habits, category),
        group_habits=_habits(habits, f"{group}.*"),
    )


def _seen(rows: Iterable[Row]) -> Iterator[Neighbour]:
    """A precedent without a place sorts last, and is no neighbour."""
    return (
        Neighbour(executor, metres, days, reference)
        for _what, metres, executor, days, reference, _category, _group in rows
        if metres is not None
    )


def _habits(rows: list[Row], key: str) -> dict[str, Habit]:
    return {row[2]: Habit(row[1] or 0.0, row[3]) for row in rows if row[5] == key}
