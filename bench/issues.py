"""Issues: `python -m bench.issues [WHAT]`, on a PostgreSQL of its own that waits for the disk and is thrown away.

`import` brings the open file of 115 in (or an invented one of as many rows); `routing` asks whose a point is;
`lifecycle` reports, gives, mends and finds again, in an empty state and in one with a million issues; `lodging` reports
over several connections. Beside each stands the bare cost: the same rows, or an empty question, by the database alone.
"""

import csv
import gzip
import json
import multiprocessing
import os
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import Any

import click
import django
from django.core.management import call_command
from django.db import connection, connections, transaction

from . import machine
from .search import own_server

WHAT = ("import", "routing", "lifecycle", "lodging")
TOWN = "5000000000"
WEST, SOUTH, EAST, NORTH = 27.42, 53.84, 27.70, 53.97
ROWS, MANY = 52_065, 1_000_000
WAYS = 10  # so many columns and rows of organisations on the territory
TABLES = ("cases_case", "cases_clockentry", "cases_steptaken", "issues_issue", "issues_precedent")


def prepare() -> None:
    """A town, its dispatcher, organisations that mend. Models can be read only after Django has been set up."""
    from ratusha.issues.models import Executor  # noqa: PLC0415
    from ratusha.parties.models import Organisation  # noqa: PLC0415
    from ratusha.territory.models import Unit  # noqa: PLC0415

    unit = Unit.objects.create(
        code=TOWN, level="capital", kind="city", name={"be": "Мінск"}, lineage=[TOWN],
        lat=53.9, lon=27.56, population=2_000_000, folded="|мінск|",
    )  # fmt: skip
    Organisation.objects.create(
        kind="executive_committee", is_body=True, name={"be": "Гарвыканкам"}, code="hall", serves=[unit.pk]
    )  # fmt: skip
    Executor.objects.bulk_create(
        Executor(code=f"bench:{number}", name={"be": f"Арганізацыя {number}"})
        for number in range(WAYS * WAYS)
    )


def invented(path: Path) -> None:
    """A file of as many rows as the real one, with places, kinds and organisations that hang together."""
    rng = Random(1)  # noqa: S311 - invented
    with gzip.open(path, "wt", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        out.writerow(
            (
                "id",
                "category",
                "address",
                "lat",
                "lon",
                "status",
                "opened",
                "planned",
                "organisation_id",
            )
        )
        for number in range(ROWS):
            lat, lon = rng.uniform(SOUTH, NORTH), rng.uniform(WEST, EAST)
            kind = rng.randrange(60)
            opened = date(2016, 1, 1) + timedelta(days=number * 1000 // ROWS)
            out.writerow((
                number, f"{kind % 9}.{kind}", f"вуліца {int(lat * 400) % 99 + 100}, {number % 90 + 1}", f"{lat:.6f}",
                f"{lon:.6f}", "5", opened, opened + timedelta(days=9),
                int((lon - WEST) * 30) * 9 + int((lat - SOUTH) * 50),
            ))  # fmt: skip


def import_(file: Path | None) -> dict[str, Any]:
    from django.utils import timezone  # noqa: PLC0415

    from ratusha.issues import public as issues  # noqa: PLC0415

    with tempfile.TemporaryDirectory() as folder:
        source = file or Path(folder) / "invented.csv.gz"
        if file is None:
            invented(source)
        begun, own = time.perf_counter(), time.process_time()
        done = issues.import_file(
            source, source="115", place=TOWN, names={}, language="ru", now=timezone.now()
        )
        loaded, own = time.perf_counter() - begun, time.process_time() - own
    learned = issues.learn_anew(timezone.now())
    whole = time.perf_counter() - begun
    return {
        "file": file.name if file else "invented",
        "rows": done.rows,
        "refused": len(done.refused),
        "like_an_earlier_one": done.alike,
        "seconds": round(loaded, 1),
        "seconds_with_learning": round(whole, 1),
        "processor_seconds": round(own, 1),
        "bare_seconds": round(_bare_copy(), 1),
        "decided_from": round(learned.threshold, 3) if learned else None,
        "load": machine.load(),
    }


def _bare_copy() -> float:
    """The same rows into tables with the same indexes, by the database alone."""
    begun = time.perf_counter()
    with connection.cursor() as cursor:
        for table in TABLES:
            with transaction.atomic():
                cursor.execute(f"CREATE TABLE bare_{table} (LIKE {table} INCLUDING ALL)")
                cursor.execute(f"INSERT INTO bare_{table} SELECT * FROM {table}")  # noqa: S608 - our own words
        taken = time.perf_counter() - begun
        for table in TABLES:
            cursor.execute(f"DROP TABLE bare_{table}")
    return taken


def squares() -> bytes:
    """The town in columns and rows, each of another organisation."""
    xs = [WEST + (EAST - WEST) * number / WAYS for number in range(WAYS + 1)]
    ys = [SOUTH + (NORTH - SOUTH) * number / WAYS for number in range(WAYS + 1)]
    features = [
        {
            "type": "Feature",
            "properties": {"organisation": f"bench:{column * WAYS + row}"},
            "geometry": {
                "type": "Polygon",
                "coordinates": [[[w, s], [e, s], [e, n], [w, n], [w, s]]],
            },
        }
        for column, (w, e) in enumerate(pairwise(xs))
        for row, (s, n) in enumerate(pairwise(ys))
    ]
    return json.dumps({"type": "FeatureCollection", "features": features}).encode()


def routing(count: int = 2000) -> dict[str, Any]:
    """After `import`: what was learned is asked, and an edition of a hundred polygons is published and asked."""
    from django.utils import timezone  # noqa: PLC0415

    from ratusha.issues.assignment.find import assigned  # noqa: PLC0415
    from ratusha.issues.models import Issue  # noqa: PLC0415
    from ratusha.issues.routing.decide import by_history, decide  # noqa: PLC0415
    from ratusha.issues.services import assignments  # noqa: PLC0415
    from ratusha.parties.models import Organisation  # noqa: PLC0415

    now, today = timezone.now(), timezone.localdate()
    hall = Organisation.objects.get(code="hall")
    begun = time.perf_counter()
    border = assignments.bring_border(
        squares(), unit_code=TOWN, source="bench", body_id=hall.pk, by=None, now=now
    )
    edition = assignments.draft(
        squares(), border=border, duty="*", act="bench", act_on=today, by=None, now=now
    )
    assignments.publish(edition.pk, since=today, by=None, now=now)
    publishing = time.perf_counter() - begun
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    known = list(Issue.objects.exclude(lat=None).order_by("?")[:count])
    on = max(one.reported_at.date() for one in known)

    def bare(_issue: Issue) -> None:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
            cursor.fetchone()

    asked: dict[str, Callable[[Issue], object]] = {
        "assignment": lambda one: assigned(one.category, one.lat or 0, one.lon or 0, today),
        "learned": lambda one: by_history(one, on=on),
        "both, as a report is routed": lambda one: decide(one, on=today),
        "bare: an empty question": bare,
    }
    return {
        "publishing_a_hundred_polygons_seconds": round(publishing, 1),
        **{name: _timed(known, ask) for name, ask in asked.items()},
        "load": machine.load(),
    }


def _timed(known: list[Any], ask: Callable[[Any], object]) -> dict[str, Any]:
    for one in known[:50]:
        ask(one)
    taken, own = [], time.process_time()
    for one in known:
        begun = time.perf_counter()
        ask(one)
        taken.append(time.perf_counter() - begun)
    own = (time.process_time() - own) / len(known)
    return {**machine.percentiles(taken), "cpu_ms": round(1000 * own, 2)}


def _trouble(rng: Random, number: int) -> Any:
    from ratusha.issues.services.report import Trouble  # noqa: PLC0415

    return Trouble(
        category="road.hole", language="be", words="Яма", address=f"вул. Вымяральная {number}, {number % 90 + 1}",
        lat=rng.uniform(SOUTH, NORTH), lon=rng.uniform(WEST, EAST), unit_code=TOWN,
    )  # fmt: skip


def lifecycle(count: int, many: int) -> dict[str, Any]:
    """Report, give, report done, find by its words: each act with its commit. In turns: few, then many."""
    few = _lives(count, "few")
    begun = time.perf_counter()
    fill(many)
    filled = time.perf_counter() - begun
    return {
        "among_none": few,
        f"among_{many}": _lives(count, "many"),
        "bare: twelve rows in three commits": _bare_lives(count),
        "seconds_to_fill": round(filled, 1),
        "load": machine.load(),
    }


def _lives(count: int, mark: str) -> dict[str, Any]:
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

    start = 0 if mark == "few" else 50_000
    for number in range(20):
        live(start + number)
    taken, own = [], time.process_time()
    for number in range(20, 20 + count):
        begun = time.perf_counter()
        live(start + number)
        taken.append(time.perf_counter() - begun)
    return {
        "per_second": round(count / sum(taken), 1),
        **machine.percentiles(taken),
        "cpu_ms": round(1000 * (time.process_time() - own) / count, 2),
    }


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


FILL = """
CREATE TEMP TABLE fresh AS SELECT gen_random_uuid() AS id, n, now() - n * interval '1 minute' AS at,
    (ARRAY['yard.cleaning', 'road.hole', 'house.lift', 'water.leak', 'green.tree'])[1 + n %% 5] AS category,
    %(south)s + random() * %(high)s AS lat, %(west)s + random() * %(wide)s AS lon
FROM generate_series(1, %(count)s) AS n;
INSERT INTO cases_case (id, reference, kind, status, outcome, applicant_id, body_id, subject_code, title, language,
    channel, lodged_at, lodged_on, due_on, closed_on)
SELECT id, 'B-' || n, 'issue', CASE WHEN n %% 10 = 0 THEN 'assigned' ELSE 'closed' END,
    CASE WHEN n %% 10 = 0 THEN '' ELSE 'granted' END, gen_random_uuid(),
    %(body)s, category, '{"be": "x"}', 'be', 'import', at, at::date, at::date + 5,
    CASE WHEN n %% 10 = 0 THEN NULL ELSE at::date + 3 END FROM fresh;
INSERT INTO issues_issue (case_id, category, reported_at, words, public_words, address, house_key, lat, lon, unit_code,
    executor_id, routing, reporters_count, source_key, search_text)
SELECT id, category, at, '', '', 'вул. ' || n %% 900 || ', ' || n %% 90, n %% 900 || '|' || n %% 90, lat, lon, %(town)s,
    %(executor)s, '{}', 1, 'bench:' || n, 'вул. ' || n %% 900 || ', ' || n %% 90 FROM fresh;
INSERT INTO issues_precedent (reference, category, "group", executor_id, "on", east, north, house_key)
SELECT 'B-' || n, category, split_part(category, '.', 1), %(executor)s, at::date, lon * 65000, lat * 111320,
    n %% 900 || '|' || n %% 90 FROM fresh WHERE n %% 10 = 0;
DROP TABLE fresh;
"""


def fill(count: int) -> None:
    """Rows of issues that were, in bulk: the acts that are measured go their own way."""
    from ratusha.issues.models import Executor  # noqa: PLC0415
    from ratusha.parties.models import Organisation  # noqa: PLC0415

    hall, executor = Organisation.objects.get(code="hall"), Executor.objects.earliest("code")
    told: dict[str, Any] = {
        "south": SOUTH, "west": WEST, "high": NORTH - SOUTH, "wide": EAST - WEST, "count": count,
        "body": hall.pk, "town": TOWN, "executor": executor.pk,
    }  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT indexdef, indexname FROM pg_indexes WHERE tablename IN ('issues_issue', 'issues_precedent')"
            " AND indexdef ~ 'USING (gin|gist)'"
        )
        slow = cursor.fetchall()
        for _made, name in slow:
            cursor.execute(f"DROP INDEX {name}")
        cursor.execute("SET session_replication_role = replica")
        for one in FILL.split(";\n"):
            if one.strip():
                cursor.execute(one, told)
        cursor.execute("SET session_replication_role = DEFAULT")
        cursor.execute("SET maintenance_work_mem = '512MB'")
        for made, _name in slow:
            cursor.execute(made)
        cursor.execute("VACUUM ANALYZE")


def lodging(count: int, processes: int) -> dict[str, Any]:
    """Reports over so many connections at once: how many a second in all, each with its commit."""
    connections.close_all()
    fork = multiprocessing.get_context("fork")
    together, answers = fork.Barrier(processes), fork.Queue()
    children = [
        fork.Process(target=_share, args=(count // processes, number, together, answers))
        for number in range(processes)
    ]
    for child in children:
        child.start()
    shares = [answers.get(timeout=300) for _child in children]
    for child in children:
        child.join()
    whole = max(end for _begin, end, _taken in shares) - min(
        begin for begin, _end, _taken in shares
    )
    taken = [one for _begin, _end, some in shares for one in some]
    return {
        "per_second": round(len(taken) / whole, 1),
        **machine.percentiles(taken),
        "load": machine.load(),
    }


def _share(count: int, number: int, together: Any, answers: Any) -> None:
    from django.utils import timezone  # noqa: PLC0415

    from ratusha.issues.services.report import report  # noqa: PLC0415

    connection.ensure_connection()
    rng = Random(number)  # noqa: S311 - invented
    for one in range(20):
        report(_trouble(rng, one), by=None, now=timezone.now())
    together.wait()
    begun, taken = time.perf_counter(), []
    for one in range(count):
        at = time.perf_counter()
        report(_trouble(rng, number * count + one), by=None, now=timezone.now())
        taken.append(time.perf_counter() - at)
    answers.put((begun, time.perf_counter(), taken))
    answers.close()
    answers.join_thread()
    os._exit(0)


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("what", nargs=-1, type=click.Choice(WHAT))
@click.option(
    "--file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The open file of 115; without it an invented one.",
)
@click.option(
    "--many", default=MANY, show_default=True, help="Issues among which a life is measured again."
)
@click.option(
    "--count", default=300, show_default=True, help="Lives; reports are four times as many."
)
def main(*, what: tuple[str, ...], file: Path | None, many: int, count: int) -> None:
    """Measure the room of issues. `routing` brings the file in first."""
    wanted = what or WHAT
    found: dict[str, Any] = {"machine": machine.about()}
    with ExitStack() as stack:
        own_server(stack, fsync=True)
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ratusha.config.settings")
        os.environ["RATUSHA_LOG_LEVEL"] = "ERROR"
        django.setup()
        call_command("migrate", verbosity=0)
        prepare()
        if "lodging" in wanted:
            found["lodging"] = {
                f"{number} connections": lodging(4 * count, number) for number in (1, 2, 4)
            }
        if {"import", "routing"} & set(wanted):
            found["import"] = import_(file)
        if "routing" in wanted:
            found["routing"] = routing()
        if "lifecycle" in wanted:
            found["lifecycle"] = lifecycle(count, many)
        connections.close_all()
    click.echo(json.dumps(found, indent=1, ensure_ascii=False))


if __name__ == "__main__":
    main()
