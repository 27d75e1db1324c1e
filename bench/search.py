"""How good and how fast the search is on the whole catalogue. Run: `python bench/search.py`.

Starts its own throwaway PostgreSQL. `--wrong` lists the questions whose first answer was wrong, `--format json` prints
figures for a script.
"""

import argparse
import json
import os
import platform
import secrets
import shutil
import statistics
import tempfile
import time
from collections import defaultdict
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from typing import Any

import django
import psutil

from ratusha.config import tables

ROOT = Path(__file__).resolve().parent.parent
TODAY = date(2026, 11, 23)
ROUNDS = 5


def own_server(stack: ExitStack, *, fsync: bool = False) -> None:
    from ratusha.config.postgres import Server  # noqa: PLC0415 - the database comes before Django

    folder = Path(tempfile.mkdtemp(prefix="ratusha-bench-", dir="/tmp"))
    folder.chmod(0o711)
    stack.callback(shutil.rmtree, folder, ignore_errors=True)
    server = Server(folder / "postgres", fsync=fsync)
    server.start()
    stack.callback(server.stop, "immediate")
    os.environ["RATUSHA_DATA"] = str(folder)
    os.environ["RATUSHA_SECRET_KEY"] = os.environ["RATUSHA_PROTECTION_KEY"] = secrets.token_urlsafe(
        48
    )
    os.environ["RATUSHA_DATABASE_URL"] = server.url(name="postgres")


def backend_pid() -> int:
    from django.db import connection  # noqa: PLC0415 - after Django has been set up

    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        return int(cursor.fetchone()[0])


def percentile(values: list[float], share: float) -> float:
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


def measure(stack: ExitStack) -> dict[str, Any]:
    # Django's models can be read only after it has been set up.

    from ratusha.procedures.search import testing  # noqa: PLC0415
    from ratusha.procedures.search.models import SearchEntry  # noqa: PLC0415
    from ratusha.procedures.search.query import search  # noqa: PLC0415

    tables.bring_up_to_date()
    begun = time.perf_counter()
    stack.enter_context(testing.loaded_catalogue(TODAY))
    loading = time.perf_counter() - begun
    questions = testing.read_questions(ROOT / "tests" / "relevance")
    answers = {half: [testing.answer(q, TODAY) for q in asked] for half, asked in questions.items()}
    taken: list[float] = []
    backend = psutil.Process(backend_pid())
    processor, of_postgres = time.process_time(), sum(backend.cpu_times()[:2])
    for _ in range(ROUNDS):
        for asked in questions.values():
            for q in asked:
                begun = time.perf_counter()
                search(q.ask, lang=q.lang, on=TODAY)
                taken.append(1000 * (time.perf_counter() - begun))
    processor = 1000 * (time.process_time() - processor) / len(taken)
    of_postgres = 1000 * (sum(backend.cpu_times()[:2]) - of_postgres) / len(taken)
    return {
        "entries": SearchEntry.objects.count(),
        "loading_s": round(loading, 2),
        "answers": answers,
        "ms": {
            "median": round(statistics.median(taken), 2),
            "p95": round(percentile(taken, 0.95), 2),
            "p99": round(percentile(taken, 0.99), 2),
            "most": round(max(taken), 2),
            "processor": round(processor, 2),
            "processor_of_postgresql": round(of_postgres, 2),
            "searches": len(taken),
        },
    }


def table(answers: dict[str, list[Any]]) -> list[dict[str, Any]]:
    from ratusha.procedures.search.testing import share_within  # noqa: PLC0415

    groups: dict[tuple[str, str], list[Any]] = defaultdict(list)
    for half, given in answers.items():
        for one in given:
            for name in ("all", f"lang {one.question.lang}", f"kind {one.question.kind}"):
                groups[half, name].append(one)
    return [
        {
            "half": half,
            "group": name,
            "questions": len(given),
            "first": round(share_within(given, 1), 1),
            "among_three": round(share_within(given, 3), 1),
        }
        for (half, name), given in groups.items()
    ]


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--format", choices=["text", "json"], default="text")
    options.add_argument(
        "--wrong", choices=["development", "held_out", "everyday"], help="list the wrong ones"
    )
    chosen = options.parse_args()
    with ExitStack() as stack:
        own_server(stack)
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ratusha.config.settings")
        django.setup()
        figures = measure(stack)
        rows = table(figures.pop("answers") if chosen.wrong is None else figures["answers"])
        wrong = figures.pop("answers", {}).get(chosen.wrong, [])
    if chosen.format == "json":
        print(json.dumps({"relevance": rows, **figures}, ensure_ascii=False, indent=1))
        return
    print(f"{'half':12} {'group':18} {'questions':>9} {'first %':>8} {'in three %':>10}")
    for row in rows:
        print(
            f"{row['half']:12} {row['group']:18} {row['questions']:9} {row['first']:8} {row['among_three']:10}"
        )
    ms = figures["ms"]
    print(f"\n{figures['entries']} procedures, loaded and indexed in {figures['loading_s']} s")
    print(
        f"one search, ms: median {ms['median']}, p95 {ms['p95']}, p99 {ms['p99']}, most {ms['most']};"
        f" processor {ms['processor']}, of PostgreSQL {ms['processor_of_postgresql']}; {ms['searches']} searches"
    )
    load = os.getloadavg()[0]
    print(
        f"{platform.python_implementation()} {platform.python_version()}, {os.cpu_count()} cores, load {load:.1f}"
    )
    for one in wrong:
        if one.place != 1:
            print(
                f"  {one.place or '-'} {one.question.ask} -> {one.corrected or '='} {one.found[:3]}"
            )


if __name__ == "__main__":
    main()
