"""Keeping the map true: after each act the difference to what the map knew is added to the counts.

Told twice, the second time changes nothing; told late, the newest is right.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from uuid import UUID

from django.db import connection, transaction
from django.db.models import Case, DateTimeField, Max, Min, OuterRef, Subquery, When

from ratusha.cases.public import CaseMoved, CaseOpened, StepTaken
from ratusha.issues.models import Cell, Issue, Shown
from ratusha.issues.permissions import ISSUE
from ratusha.issues.rules import ENDED, OPEN, Status, Step
from ratusha.kernel.rows import copy_in

from . import grid

LEVELS = range(9, 16)  # counted beforehand; nearer than that the issues themselves are counted
LOCK = "SELECT pg_advisory_xact_lock(hashtext('issues.map'))"
BATCH = 5000
ADD = """
INSERT INTO issues_cell AS old (level, category, status, cell, count, open, x, y)
SELECT * FROM unnest(%s::smallint[], %s::text[], %s::text[], %s::bigint[],
    %s::int[], %s::int[], %s::bigint[], %s::bigint[])
ON CONFLICT (level, category, status, cell) DO UPDATE SET
    count = old.count + excluded.count, open = old.open + excluded.open, x = old.x + excluded.x, y = old.y + excluded.y
"""
COUNT_FINEST = """
INSERT INTO issues_cell (level, category, status, cell, count, open, x, y)
SELECT %(level)s, category, status, place >> %(shift)s, count(*),
    count(*) FILTER (WHERE status = ANY(%(open)s)), sum(x), sum(y)
FROM issues_shown WHERE place IS NOT NULL GROUP BY category, status, place >> %(shift)s
"""
COUNT_ABOVE = """
INSERT INTO issues_cell (level, category, status, cell, count, open, x, y)
SELECT %(level)s, coalesce(category, ''), coalesce(status, ''), square, sum(count), sum(open), sum(x), sum(y)
FROM (
    SELECT category, status, cell >> %(shift)s AS square, count, open, x, y
    FROM issues_cell WHERE level = %(finest)s AND category <> '' AND status <> ''
) finest
GROUP BY square, GROUPING SETS ((category, status), (category), (status), ())
HAVING NOT (%(level)s = %(finest)s AND grouping(category, status) = 0)
"""
FIELDS = (
    "pk", "case__reference", "category", "case__status", "executor_id", "unit_code", "case__lodged_on",
    "case__closed_on", "lat", "lon", "reported_at", "given_at", "done_at", "closed_at", "case__due_on",
)  # fmt: skip


def _step(step: Step, moment: type[Max | Min]) -> Case:
    """When it was taken. A file of another service tells no step of its own, so of its issues nothing is known."""
    taken = StepTaken.objects.filter(case=OuterRef("pk"), step=step).order_by().values("case")
    found = taken.annotate(moment=moment("at")).values("moment")
    return Case(When(source_key="", then=Subquery(found)), output_field=DateTimeField())


def hear_opened(event: CaseOpened) -> None:
    if event.kind == ISSUE:
        show_anew([event.case_id])


def hear_moved(event: CaseMoved) -> None:
    if event.kind == ISSUE:
        show_anew([event.case_id])


@transaction.atomic
def show_anew(issues: Iterable[UUID]) -> None:
    """What the map knows of these is made what is public of them now; what is not public any more goes."""
    _alone()
    ids = list(issues)
    before = list(Shown.objects.filter(pk__in=ids))
    now = list(_public_facts(ids))
    Shown.objects.filter(pk__in=ids).delete()
    Shown.objects.bulk_create(now)
    _add_to_cells(before, now)


def take_off(issue: UUID) -> None:
    """Within the act that erases it."""
    _alone()
    before = list(Shown.objects.filter(pk=issue))
    Shown.objects.filter(pk=issue).delete()
    _add_to_cells(before, [])


@transaction.atomic
def draw_anew() -> int:
    """Everything from the beginning, as after an import; how many issues are shown."""
    _alone()
    Cell.objects.all().delete()
    Shown.objects.all().delete()
    count, batch = 0, []
    for one in _public_facts(None):
        batch.append(one)
        if len(batch) == BATCH:
            copy_in(batch)
            count, batch = count + BATCH, []
    copy_in(batch)
    count_cells()
    return count + len(batch)


def count_cells() -> None:
    """All counts by square, from what is shown; there are none before."""
    finest = LEVELS[-1]
    with connection.cursor() as cursor:
        shift = 2 * (grid.FINEST - finest)
        cursor.execute(COUNT_FINEST, {"level": finest, "shift": shift, "open": list(OPEN)})
        for level in LEVELS:
            shift = 2 * (finest - level)
            cursor.execute(COUNT_ABOVE, {"level": level, "shift": shift, "finest": finest})


def _alone() -> None:
    """One at a time: two who add to the same squares would wait for each other for ever."""
    with connection.cursor() as cursor:
        cursor.execute(LOCK)


def _public_facts(ids: list[UUID] | None) -> Iterator[Shown]:
    found = Issue.objects.public()
    if ids is not None:
        found = found.filter(pk__in=ids)
    found = found.annotate(
        given_at=_step(Step.ASSIGN, Min),
        done_at=_step(Step.FINISH, Min),
        closed_at=_step(Step.CLOSE, Max),
    )
    for row in found.values_list(*FIELDS).iterator(BATCH):
        pk, reference, category, status, executor, unit, lodged, closed, lat, lon, *times, due = row
        reported_at, given_at, done_at, closed_at = times
        ended = closed is not None and status in ENDED
        at = grid.position(lat, lon) if lat is not None else None
        yield Shown(
            issue_id=pk,
            reference=reference,
            category=category,
            status=status,
            executor_id=executor,
            unit_code=unit,
            reported_on=lodged,
            days=(closed - lodged).days if ended else None,
            reported_at=reported_at,
            given_at=given_at,
            done_at=done_at,
            closed_at=closed_at if status == Status.CLOSED else None,
            in_term=closed <= due if ended and done_at and due else None,
            x=at[0] if at else None,
            y=at[1] if at else None,
            place=grid.number(*at) if at else None,
        )


def _add_to_cells(before: Iterable[Shown], now: Iterable[Shown]) -> None:
    sums: dict[tuple[int, str, str, int], Counter[str]] = {}
    for sign, rows in ((-1, before), (1, now)):
        for one in rows:
            if one.place is None or one.x is None or one.y is None:
                continue
            told = Counter(
                count=sign, open=sign * (one.status in OPEN), x=sign * one.x, y=sign * one.y
            )
            for level in LEVELS:
                cell = one.place >> 2 * (grid.FINEST - level)
                for category in (one.category, ""):
                    for status in (one.status, ""):
                        sums.setdefault((level, category, status, cell), Counter()).update(told)
    rows_ = [
        (*key, told["count"], told["open"], told["x"], told["y"])
        for key, told in sums.items()
        if any(told.values())
    ]
    if rows_:
        with connection.cursor() as cursor:
            cursor.execute(ADD, [list(column) for column in zip(*rows_, strict=True)])
