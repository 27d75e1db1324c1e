"""Replaying the clocks of all cases: how many a second, how much of it is ours, and how much memory it takes."""

import resource
import time
from typing import Any

from ratusha.cases.public import Case
from ratusha.law.clock.recompute import Line, due_by, replay_all

DISTINCT = 2_000  # ledgers that are all different, so that nothing is remembered


def replay(processes: int = 1) -> dict[str, Any]:
    wall, cpu = time.perf_counter(), time.process_time()
    *_parts, whole = replay_all(processes)
    seconds, used = time.perf_counter() - wall, time.process_time() - cpu
    return {
        "cases": whole.replayed,
        "differences": whole.differing,
        "seconds": round(seconds, 2),
        "cases_a_second": round(whole.replayed / seconds),
        "microseconds_of_cpu_each": round(used / max(1, whole.replayed) * 1e6, 1),
        "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }


def one_ledger() -> dict[str, float]:
    """The pure function alone, with nothing remembered."""
    newest = Case.objects.order_by("-lodged_on").values_list("lodged_on", flat=True)[0]
    ledgers = [
        (
            Line("start", newest, f"{number % 60} days", ""),
            Line("extend", newest, f"{1 + number // 60} weeks", f"r{number}"),
        )
        for number in range(DISTINCT)
    ]
    due_by.cache_clear()
    start = time.process_time()
    for ledger in ledgers:
        due_by(ledger)
    return {"microseconds": round((time.process_time() - start) / DISTINCT * 1e6, 1)}
