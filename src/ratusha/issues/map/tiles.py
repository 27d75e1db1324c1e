"""What one tile of the map holds. Two layers: `issues`, the circles with a number; `heat`, a finer grid of counts.

Far away the counts are read from `Cell`; near, or where the filter asks for what the cells do not tell apart, the
issues of the tile are counted.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import connection

from ratusha.issues.law import law
from ratusha.issues.models import Executor
from ratusha.issues.queries import GROUPS, Filter
from ratusha.issues.rules import OPEN

from . import grid
from .keeping import LEVELS
from .vector_tile import EXTENT, Point, tile

FIRST_ZOOM, LAST_ZOOM = 4, 16  # nearer than the last the browser enlarges it
CIRCLES, HEAT = 3, 5  # how many times a tile is halved for each layer
FROM_CELLS = """
SELECT cell, sum(count)::bigint, sum(open)::bigint, sum(x)::bigint, sum(y)::bigint, ''
FROM issues_cell WHERE level = %(level)s AND cell >= %(first)s AND cell < %(behind)s
AND category = ANY(%(categories)s) AND status = ANY(%(statuses)s) GROUP BY cell HAVING sum(count) > 0
"""
FROM_ISSUES = """
SELECT place >> %(shift)s AS square, count(*), count(*) FILTER (WHERE status = ANY(%(open)s)), sum(x), sum(y),
    {reference} FROM issues_shown WHERE place >= %(first)s AND place < %(behind)s{asked} GROUP BY square
"""


@dataclass(frozen=True)
class Tile:
    """Of the scheme of all web maps: zoom, column from the west, row from the north."""

    zoom: int
    column: int
    row: int

    @property
    def exists(self) -> bool:
        side = 1 << self.zoom
        return (
            FIRST_ZOOM <= self.zoom <= LAST_ZOOM
            and 0 <= self.column < side
            and 0 <= self.row < side
        )


@dataclass
class Heap:
    """Issues that lie together. The middle is that of the issues, so one alone is where it is."""

    count: int = 0
    open: int = 0
    x: int = 0
    y: int = 0
    reference: str = ""

    def add(self, other: "Heap") -> None:
        self.count += other.count
        self.open += other.open
        self.x += other.x
        self.y += other.y
        self.reference = self.reference or other.reference


def issues_in(where: Tile, wanted: Filter) -> bytes:
    heaps, circles = _counted(where, wanted)
    layers = {"issues": [_point(where, heap) for heap in circles.values()]}
    if where.zoom != LAST_ZOOM:
        layers["heat"] = [_point(where, heap, bare=True) for heap in heaps.values()]
    return tile(layers)


def circles_in(where: Tile, wanted: Filter) -> list[Heap]:
    """What the circles of a tile say."""
    return list(_counted(where, wanted)[1].values())


def _counted(where: Tile, wanted: Filter) -> tuple[dict[int, Heap], dict[int, Heap]]:
    """The squares of the heat, and the circles that are made of them; at the last zoom they are the same."""
    level = _level(where.zoom)
    heaps = dict(_heaps(where, level, wanted))
    if where.zoom == LAST_ZOOM:
        return heaps, heaps
    circles: dict[int, Heap] = {}
    shift = 2 * (level - where.zoom - CIRCLES)
    for square, heap in heaps.items():
        circles.setdefault(square >> shift, Heap()).add(heap)
    return heaps, circles


def _level(zoom: int) -> int:
    """How finely a tile is counted: coarser than the heat would like where the nearer counts are not kept."""
    if zoom == LAST_ZOOM:
        return grid.FINEST
    kept = zoom + CIRCLES <= LEVELS[-1]
    return min(zoom + HEAT, LEVELS[-1]) if kept else zoom + HEAT


def _point(where: Tile, heap: Heap, *, bare: bool = False) -> Point:
    scale = EXTENT / (1 << grid.FINEST - where.zoom)
    x = int((heap.x / heap.count) * scale) - where.column * EXTENT
    y = int((heap.y / heap.count) * scale) - where.row * EXTENT
    if bare:
        return Point(x, y, {"count": heap.count})
    facts: dict[str, int | str] = {"count": heap.count, "open": heap.open}
    if heap.count == 1 and heap.reference:
        facts["reference"] = heap.reference
    return Point(x, y, facts)


def _heaps(where: Tile, level: int, wanted: Filter) -> Iterable[tuple[int, Heap]]:
    square = grid.number(where.column, where.row)
    values: dict[str, Any]
    counted_beforehand = level in LEVELS and not (wanted.executor or wanted.since or wanted.until)
    if counted_beforehand:
        first, behind = grid.inside(square, where.zoom, level)
        sql, values = FROM_CELLS, {
            "level": level,
            "categories": categories_of(wanted) or [""],
            "statuses": statuses_of(wanted) or [""],
        }  # fmt: skip
    else:
        first, behind = grid.inside(square, where.zoom, grid.FINEST)
        asked, values = conditions(wanted)
        values |= {"shift": 2 * (grid.FINEST - level), "open": list(OPEN)}
        reference = "max(reference)" if where.zoom == LAST_ZOOM else "''"
        sql = FROM_ISSUES.format(asked=asked, reference=reference)
    with connection.cursor() as cursor:
        cursor.execute(sql, values | {"first": first, "behind": behind})
        return [(row[0], Heap(*row[1:])) for row in cursor.fetchall()]


def conditions(wanted: Filter) -> tuple[str, dict[str, Any]]:
    """What the filter asks of a row that is shown: text of a condition with named places, and their values."""
    parts: list[str] = []
    values: dict[str, Any] = {}

    def ask(part: str, **told: Any) -> None:
        parts.append(part)
        values.update(told)

    if wanted.category:
        ask("category = ANY(%(categories)s)", categories=categories_of(wanted))
    if wanted.status:
        ask("status = ANY(%(statuses)s)", statuses=statuses_of(wanted))
    if wanted.executor:
        found = Executor.objects.filter(code=wanted.executor).values_list("pk", flat=True).first()
        ask("executor_id = %(executor)s", executor=found)
    if wanted.since:
        ask("reported_on >= %(since)s", since=wanted.since)
    if wanted.until:
        ask("reported_on <= %(until)s", until=wanted.until)
    return "".join(f" AND {part}" for part in parts), values


def categories_of(wanted: Filter) -> list[str]:
    groups = {one.code: [c.code for c in one.categories] for one in law().groups}
    return groups.get(wanted.category, [wanted.category] if wanted.category else [])


def statuses_of(wanted: Filter) -> list[str]:
    return list(GROUPS.get(wanted.status, (wanted.status,) if wanted.status else ()))
