"""Replaying the ledger of every clock. Reads only; memory does not grow with the number of cases."""

from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from itertools import groupby
from multiprocessing import get_context
from operator import itemgetter
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection, connections, transaction

from ratusha.cases.public import Case, due_of
from ratusha.kernel.calendar import national_calendar

AT_ONCE = 5_000  # rows fetched from the server's cursor
KEPT = 100_000  # different ledgers remembered: cases lodged on one day under one term share theirs
MOST_SHOWN = 1_000  # differing cases named; all are counted
LAST = UUID(int=2**128 - 1)


class Line(NamedTuple):
    """One line of a ledger as `cases.due_of` reads it."""

    tick: str
    on: date
    term: str
    reason: str
    source: str = ""  # an article explains a date and never changes it


@dataclass
class Replay:
    replayed: int = 0
    differing: int = 0
    rows: list[dict[str, Any]] = field(default_factory=list)

    def add(self, other: "Replay") -> None:
        self.replayed += other.replayed
        self.differing += other.differing
        self.rows = [*self.rows, *other.rows][:MOST_SHOWN]


@lru_cache(maxsize=KEPT)
def due_by(ledger: tuple[Line, ...]) -> date | None:
    """The day the ledger leads to; None while the clock stands. Pure: the calendar is the country's."""
    return due_of(ledger, national_calendar()).on


def replay(first: UUID, last: UUID) -> Replay:
    """The cases of one range, both ends included. A case that has lost its ledger differs."""
    found = Replay()
    for (_pk, reference, has), lines in _ledgers(first, last):
        due = due_by(lines) if lines else None
        found.replayed += 1
        if due != has or not lines:
            found.differing += 1
            if len(found.rows) < MOST_SHOWN:
                found.rows.append({"reference": reference, "has": has, "due": due})
    return found


def _ledgers(first: UUID, last: UUID) -> Iterator[tuple[tuple[Any, ...], tuple[Line, ...]]]:
    entry = ("clock__tick", "clock__on", "clock__term", "clock__reason")
    cases = Case.objects.filter(pk__gte=first, pk__lte=last).order_by("pk", "clock__id")
    with transaction.atomic():  # so that the server's cursor is read as it goes
        rows = cases.values_list("pk", "reference", "due_on", *entry).iterator(AT_ONCE)
        for case, lines in groupby(rows, key=itemgetter(0, 1, 2)):
            yield case, tuple(Line(*line[3:]) for line in lines if line[3])


def ranges(parts: int) -> list[tuple[UUID, UUID]]:
    """About as many cases in each; together they hold every case there is."""
    if parts <= 1 or not Case.objects.exists():
        return [(UUID(int=0), LAST)]
    shares = [number / parts for number in range(1, parts)]
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT percentile_disc(%s::float8[]) WITHIN GROUP (ORDER BY id) FROM cases_case",
            [shares],
        )
        ends = sorted(set(cursor.fetchone()[0]))
    starts = [UUID(int=0), *(UUID(int=end.int + 1) for end in ends)]
    return list(zip(starts, [*ends, LAST], strict=True))


def replay_all(processes: int = 1, parts_each: int = 4) -> Iterator[Replay]:
    """What was found so far, after each part. More than one process needs tables that are not in a transaction."""
    whole = Replay()
    parts = ranges(processes * parts_each)
    if processes == 1:
        for first, last in parts:
            whole.add(replay(first, last))
            yield whole
        return
    connections.close_all()  # a connection is not shared with a fork
    with ProcessPoolExecutor(processes, get_context("fork")) as pool:
        for found in pool.map(replay, *zip(*parts, strict=True)):
            whole.add(found)
            yield whole
