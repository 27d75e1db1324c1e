"""An issue reported, given, mended and found again; reports over several connections."""

import time
from collections.abc import Callable
from functools import partial
from random import Random
from typing import Any

from django.db import connection, transaction

from bench import machine
from bench.together import together

from .filling import fill
from .town import EAST, NORTH, SOUTH, TOWN, WEST

WARM_UP = 20


def lifecycle(count: int, many: int) -> dict[str, Any]:
    """Report, give, report done, find by its words: each act with its commit. In turns: few, then many."""
    few, few_at_once = _lives(count, "few", 0), _lives_at_once(count, "few at once", 20_000)
    begun = time.perf_counter()
    fill(many)
    filled = time.perf_counter() - begun
    return {
        "among_none": few,
        "among_none, 2 connections": few_at_once,
        f"among_{many}": _lives(count, "many", 50_000),
        f"among_{many}, 2 connections": _lives_at_once(count, "many at once", 70_000),
        "bare: twelve rows in three commits": _bare_lives(count),
        "seconds_to_fill": round(filled, 1),
        "load": machine.load(),
    }


def _living(mark: str) -> Callable[[int], None]:
    """One whole life of the issue with this number."""
    from django.utils import timezone  # noqa: PLC0415

    from ratusha.accounts.tests.factories import official  # noqa: PLC0415 - a dispatcher of the bench
    from ratusha.issues import permissions as may  # noqa: PLC0415
    from ratusha.issues.models import Executor  # noqa: PLC0415
    from ratusha.issues.queries import Filter, older_than, public_issues  # noqa: PLC0415
    from ratusha.issues.services import dispatch  # noqa: PLC0415
    from ratusha.issues.services.report import report  # noqa: PLC0415
    from ratusha.parties.models import Organisation  # noqa: PLC0415

    hall = Organisation.objects.get(code="hall")
    person = official(may.DISPATCH, body_id=hall.pk)
    executor = Executor.objects.create(code=f"bench:{mark}", name={"be": mark})
    rng = Random(2)  # noqa: S311 - invented

    def live(number: int) -> None:
        now = timezone.now()
        case = report(_trouble(rng, number), by=None, now=now).case
        dispatch.assign(case.pk, executor=executor.pk, by=person, now=now)
        dispatch.finish(case.pk, text="Зроблена.", by=person, now=now)
        wanted = Filter(words=f"Вымяральная {number}", status="done")
        found = list(older_than(wanted.of(public_issues()), None)[:25])
        assert any(one.pk == case.pk for one in found)

    return live


def _lives(count: int, mark: str, start: int) -> dict[str, Any]:
    live = _living(mark)
    for number in range(WARM_UP):
        live(start + number)
    taken, own = [], time.process_time()
    for number in range(WARM_UP, WARM_UP + count):
        begun = time.perf_counter()
        live(start + number)
        taken.append(time.perf_counter() - begun)
    return {
        "per_second": round(count / sum(taken), 1),
        **machine.percentiles(taken),
        "cpu_ms": round(1000 * (time.process_time() - own) / count, 2),
    }


def _lives_at_once(count: int, mark: str, start: int) -> dict[str, Any]:
    """By two dispatchers, each with a connection."""
    live, each = _living(mark), WARM_UP + count // 2
    numbers = [range(first, first + each) for first in (start, start + each)]
    return together(
        [[partial(live, number) for number in some] for some in numbers], warm_up=WARM_UP
    )


def _bare_lives(count: int) -> dict[str, Any]:
    """Twelve short rows of one table in three transactions, by psycopg alone."""
    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE TABLE IF NOT EXISTS bench_bare (id bigserial PRIMARY KEY, said text)"
        )
    begun = time.perf_counter()
    for _number in range(count):
        for _commit in range(3):
            with transaction.atomic(), connection.cursor() as cursor:
                for _row in range(4):
                    cursor.execute("INSERT INTO bench_bare (said) VALUES (%s)", ["x" * 200])
    return {"per_second": round(count / (time.perf_counter() - begun), 1)}


def _trouble(rng: Random, number: int) -> Any:
    from ratusha.issues.services.report import Trouble  # noqa: PLC0415

    return Trouble(
        category="road.hole", language="be", words="Яма", address=f"вул. Вымяральная {number}, {number % 90 + 1}",
        lat=rng.uniform(SOUTH, NORTH), lon=rng.uniform(WEST, EAST), unit_code=TOWN,
    )  # fmt: skip


def lodging(count: int, processes: int) -> dict[str, Any]:
    """Reports over so many connections at once, each with its commit."""
    shares = [_reports(count // processes, number) for number in range(processes)]
    return together(shares, warm_up=WARM_UP)


def _reports(count: int, number: int) -> list[Callable[[], object]]:
    from django.utils import timezone  # noqa: PLC0415

    from ratusha.issues.services.report import report  # noqa: PLC0415

    def one(trouble: Any) -> Callable[[], object]:
        return lambda: report(trouble, by=None, now=timezone.now())

    rng = Random(number)  # noqa: S311 - invented
    return [one(_trouble(rng, number * count + place)) for place in range(WARM_UP + count)]
