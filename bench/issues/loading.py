"""The open file of 115, or an invented one of as many rows, brought in."""

import csv
import gzip
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

from django.db import connection, transaction

from bench import machine

from .town import EAST, NORTH, SOUTH, TOWN, WEST

ROWS = 52_065
TABLES = ("cases_case", "cases_clockentry", "cases_steptaken", "issues_issue", "issues_precedent")


def invented(path: Path) -> None:
    """A file of as many rows as the real one, with places, kinds and organisations that hang together."""
    from ratusha.issues.importing.reading import COLUMNS  # noqa: PLC0415

    rng = Random(1)  # noqa: S311 - invented
    with gzip.open(path, "wt", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        out.writerow(COLUMNS)
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
