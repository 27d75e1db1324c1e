"""The same numbers as the map, in words and tables: for everybody who does not see or does not move a map."""

from dataclasses import dataclass, field

from django.db import connection

from ratusha.issues.law import Category, law
from ratusha.issues.queries import Filter
from ratusha.issues.rules import OPEN

from . import grid
from .tiles import conditions

COUNT = """
SELECT category, count(*), count(*) FILTER (WHERE status = ANY(%(open)s)), count(*) FILTER (WHERE place IS NULL)
FROM issues_shown WHERE true{asked} GROUP BY category
"""


@dataclass
class Line:
    """One group of categories, or the last line: what a file of another service calls by numbers."""

    name: str
    code: str
    count: int = 0
    open: int = 0


@dataclass
class Twin:
    lines: list[Line] = field(default_factory=list)
    count: int = 0
    open: int = 0
    without_place: int = 0


def twin_of(wanted: Filter) -> Twin:
    asked, values = conditions(wanted)
    if wanted.box:
        west, south, east, north = wanted.box
        left, top = grid.position(north, west)
        right, bottom = grid.position(south, east)
        asked += " AND x BETWEEN %(left)s AND %(right)s AND y BETWEEN %(top)s AND %(bottom)s"
        values |= {"left": left, "right": right, "top": top, "bottom": bottom}
    with connection.cursor() as cursor:
        cursor.execute(COUNT.format(asked=asked), values | {"open": list(OPEN)})
        counted = cursor.fetchall()
    groups = {c.code: group for group in law().groups for c in group.categories}
    lines: dict[str, Line] = {}
    twin = Twin()
    for category, count, open_, without_place in counted:
        group = groups.get(category)
        code = group.code if group else category
        name = group.said() if group else _called(category)
        line = lines.setdefault(code, Line(name, code))
        line.count += count
        line.open += open_
        twin.count += count
        twin.open += open_
        twin.without_place += without_place
    twin.lines = sorted(lines.values(), key=lambda line: (-line.count, line.name))
    return twin


def _called(code: str) -> str:
    category: Category = law().category(code)
    return category.said()
