"""Who answers for a duty at a point on a day: one question to the index of cells."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import connection

from ratusha.issues.models import EVERY_DUTY
from ratusha.issues.routing.memory import group_of

from .cells import cell_at

ONE = """
(SELECT {rank}, tile.assignment_id, tile.edition_id, given.executor_id FROM issues_assignedtile AS tile
 JOIN issues_assignment AS given ON given.id = tile.assignment_id
 WHERE tile.duty = %s AND tile.cells @> %s::bigint AND tile.days @> %s::date)
"""
FIND = " UNION ALL ".join(ONE.format(rank=rank) for rank in range(3)) + " ORDER BY 1 LIMIT 1"


@dataclass(frozen=True)
class Found:
    assignment: UUID
    edition: UUID
    executor: UUID


def assigned(category: str, lat: float, lon: float, on: date) -> Found | None:
    """The assignment of the category itself goes before that of its group, and that before the one of every duty."""
    cell = cell_at(lat, lon)
    duties = (category, group_of(category), EVERY_DUTY)
    with connection.cursor() as cursor:
        cursor.execute(FIND, [one for duty in duties for one in (duty, cell, on)])
        row = cursor.fetchone()
    return Found(*row[1:]) if row else None
