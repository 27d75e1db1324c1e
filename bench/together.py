"""Acts by several processes at once, each with a connection of its own: how many a second in all."""

import multiprocessing
import os
import time
from collections.abc import Callable, Sequence
from typing import Any

from django.db import connection, connections

from . import machine

Acts = Sequence[Callable[[], object]]


def together(shares: Sequence[Acts], warm_up: int = 0) -> dict[str, Any]:
    """A process for each share; the first `warm_up` acts of each are done before all begin."""
    connections.close_all()
    fork = multiprocessing.get_context("fork")
    barrier, answers = fork.Barrier(len(shares)), fork.Queue()
    children = [
        fork.Process(target=_share, args=(acts, warm_up, barrier, answers)) for acts in shares
    ]
    for child in children:
        child.start()
    done = [answers.get(timeout=300) for _child in children]
    for child in children:
        child.join()
    whole = max(end for _begin, end, _taken in done) - min(begin for begin, _end, _taken in done)
    taken = [one for _begin, _end, some in done for one in some]
    return {
        "connections": len(shares),
        "count": len(taken),
        "per_second": round(len(taken) / whole, 1),
        **machine.percentiles(taken),
        "load": machine.load(),
    }


def _share(acts: Acts, warm_up: int, barrier: Any, answers: Any) -> None:
    connection.ensure_connection()
    for act in acts[:warm_up]:
        act()
    barrier.wait()
    begun, taken = time.perf_counter(), []
    for act in acts[warm_up:]:
        at = time.perf_counter()
        act()
        taken.append(time.perf_counter() - at)
    answers.put((begun, time.perf_counter(), taken))
    answers.close()
    answers.join_thread()
    os._exit(0)
