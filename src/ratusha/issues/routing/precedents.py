"""The evidence for one issue, asked of the database: the nearest by index, in one question, and the habits."""

from datetime import date

from django.db import connection

from ratusha.issues.geometry import flat
from ratusha.issues.models import Issue

from .evidence import ANYWHERE, AT_HOUSE, IN_CATEGORY, IN_GROUP, Evidence, Habit, Neighbour
from .memory import group_of

PLACE = "point(east, north) <-> point(%(east)s, %(north)s)"
NEAR = f"""
(SELECT 'category', executor_id::text, {PLACE}, "on", reference, category, "group" FROM issues_precedent
 WHERE category = %(category)s AND "on" <= %(day)s ORDER BY {PLACE} LIMIT {IN_CATEGORY})
UNION ALL
(SELECT 'group', executor_id::text, {PLACE}, "on", reference, category, "group" FROM issues_precedent
 WHERE "group" = %(group)s AND "on" <= %(day)s ORDER BY {PLACE} LIMIT {IN_GROUP})
UNION ALL
(SELECT 'any', executor_id::text, {PLACE}, "on", reference, category, "group" FROM issues_precedent
 WHERE "on" <= %(day)s ORDER BY {PLACE} LIMIT {ANYWHERE})
"""  # noqa: S608 - our own words
HOUSE = f"""
(SELECT 'house', executor_id::text, 0::float, "on", reference, category, "group" FROM issues_precedent
 WHERE house_key = %(house)s AND house_key <> '' AND "on" <= %(day)s ORDER BY "on" DESC LIMIT {AT_HOUSE})
"""  # noqa: S608 - our own words
HABITS = """
SELECT key, executor_id::text, share, last_on FROM issues_habit
WHERE key = ANY(%(keys)s) AND (executor_id = ANY(%(spoken)s::uuid[]) OR cardinality(%(spoken)s::uuid[]) = 0)
"""


def evidence_for(issue: Issue, *, on: date) -> Evidence:
    group = group_of(issue.category)
    asked: dict[str, str | float | date] = {
        "category": issue.category,
        "group": group,
        "day": on,
        "house": issue.house_key,
    }
    parts = [HOUSE] if issue.house_key else []
    if issue.lat is not None and issue.lon is not None:
        asked["east"], asked["north"] = flat(issue.lat, issue.lon)
        parts.append(NEAR)
    rows, habits = [], []
    with connection.cursor() as cursor:
        if parts:
            cursor.execute(" UNION ALL ".join(parts), asked)
            rows = cursor.fetchall()
        spoken = list(
            {row[1] for row in rows}
        )  # the habits of those that nothing near speaks for change nothing
        cursor.execute(HABITS, {"keys": [issue.category, f"{group}.*"], "spoken": spoken})
        habits = cursor.fetchall()
    found: dict[str, list[Neighbour]] = {"category": [], "group": [], "any": [], "house": []}
    house_group, house_category = [], []
    for what, executor, metres, day, reference, category, its_group in rows:
        if metres is None:
            continue  # a precedent without a place sorts last
        seen = Neighbour(executor, metres, (on - day).days, reference)
        found[what].append(seen)
        if what == "house" and its_group == group:
            house_group.append(seen)
        if what == "house" and category == issue.category:
            house_category.append(seen)
    return Evidence(
        category=found["category"],
        group=found["group"],
        any=found["any"],
        house=found["house"],
        house_group=house_group,
        house_category=house_category,
        habits=_habits(habits, issue.category, on),
        group_habits=_habits(habits, f"{group}.*", on),
    )


def _habits(rows: list[tuple[str, str, float, date]], key: str, on: date) -> dict[str, Habit]:
    return {
        executor: Habit(share, (on - last).days)
        for one, executor, share, last in rows
        if one == key
    }
