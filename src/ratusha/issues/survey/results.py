"""What those who were asked have said, by organisation and by category.

Answers are counted in fives, the earliest first: below five nothing is told, and from one day to the next a sum changes
by five answers or not at all, so that no difference tells what one person said. There is no sum of sums for the same
reason. How many were asked is told as it is.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import connection

from ratusha.issues.law import law
from ratusha.issues.models import Executor

STEP = 5
RESULTS = """
WITH asked AS (
    SELECT {key} AS key, outcome, done, mark, opened_again,
        row_number() OVER (PARTITION BY {key}, outcome ORDER BY ended_at, id) AS place,
        count(*) FILTER (WHERE outcome = 'answered') OVER (PARTITION BY {key}) / %(step)s * %(step)s AS told
    FROM issues_lot{only}
), counted AS (
    SELECT *, outcome = 'answered' AND place <= told AS counts FROM asked
)
SELECT key, count(*), count(*) FILTER (WHERE outcome <> 'not_drawn'), max(told),
    count(*) FILTER (WHERE counts AND done), count(*) FILTER (WHERE counts AND opened_again),
    count(mark) FILTER (WHERE counts), avg(mark) FILTER (WHERE counts)
FROM counted GROUP BY key
"""


@dataclass(frozen=True)
class Said:
    """`entered`: could have been asked; `answers`: told in fives. Shares and marks are of those, None where too few."""

    key: Any
    entered: int
    asked: int
    answers: int
    done: float | None
    opened_again: float | None
    marks: int
    mark: float | None


def by_organisation() -> list[Said]:
    names = Executor.objects.in_bulk()
    return _sorted(_asked("executor_id"), names.get)


def by_category() -> list[Said]:
    return _sorted(_asked("category"), law().category)


def of_organisation(executor_id: UUID) -> Said | None:
    return next(iter(_asked("executor_id", executor_id)), None)


def _sorted(rows: list[Said], known: Callable[[Any], Any]) -> list[Said]:
    ranked = sorted(rows, key=lambda row: (-row.asked, str(row.key)))
    return [Said(**{**row.__dict__, "key": known(row.key)}) for row in ranked]


def _asked(key: str, only: UUID | None = None) -> list[Said]:
    condition = "" if only is None else f" WHERE {key} = %(only)s"
    with connection.cursor() as cursor:
        cursor.execute(RESULTS.format(key=key, only=condition), {"step": STEP, "only": only})
        return [_said(row) for row in cursor.fetchall()]


def _said(row: tuple[Any, ...]) -> Said:
    key, entered, asked, answers, done, again, marks, mark = row
    few = marks < STEP
    return Said(
        key,
        entered,
        asked,
        answers,
        done / answers if answers else None,
        again / answers if answers else None,
        0 if few else marks,
        None if few else float(mark),
    )
