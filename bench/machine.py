"""The machine and what a tree of processes takes of it."""

import os
import platform
import statistics
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psutil

EVERY_SECONDS = 0.5
MIB = 2**20


def about() -> dict[str, Any]:
    lines = Path("/proc/cpuinfo").read_text().splitlines()
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return {
        "day": time.strftime("%Y-%m-%d"),
        "processor": names[0] if names else platform.processor(),
        "cores": os.cpu_count(),
        "memory_gib": round(psutil.virtual_memory().total / 2**30),
        "system": platform.freedesktop_os_release()["PRETTY_NAME"],
        "python": platform.python_version(),
    }


def load() -> float:
    """How many processes wanted the processor in the last minute, ours and those of others."""
    return round(os.getloadavg()[0], 1)


def tree(*roots: int) -> list[psutil.Process]:
    found = []
    for pid in roots:
        root = psutil.Process(pid)
        found += [root, *root.children(recursive=True)]
    return found


def processor_seconds(processes: Iterable[psutil.Process]) -> float:
    return sum(sum(process.cpu_times()[:2]) for process in processes)


def memory_mib(processes: Iterable[psutil.Process]) -> float:
    """Proportional: a page that two processes share counts half for each."""
    return float(sum(process.memory_full_info().pss for process in processes) / MIB)


class Watch:
    """What happened while a piece of work ran: processor time by part, the highest memory, the load."""

    def __init__(self, parts: dict[str, list[int]]) -> None:
        self.parts = parts
        self.seconds: dict[str, float] = {}
        self.highest: dict[str, float] = dict.fromkeys(parts, 0.0)
        self._stop = threading.Event()

    def _sample(self) -> None:
        while not self._stop.wait(EVERY_SECONDS):
            for name, roots in self.parts.items():
                try:
                    self.highest[name] = max(self.highest[name], memory_mib(tree(*roots)))
                except psutil.NoSuchProcess:
                    continue

    @contextmanager
    def running(self) -> Iterator[None]:
        sampler = threading.Thread(target=self._sample)
        before = {name: processor_seconds(self._alive(roots)) for name, roots in self.parts.items()}
        sampler.start()
        try:
            yield
        finally:
            self._stop.set()
            sampler.join()
            for name, roots in self.parts.items():
                self.seconds[name] = processor_seconds(self._alive(roots)) - before[name]

    @staticmethod
    def _alive(roots: list[int]) -> list[psutil.Process]:
        return [process for process in tree(*roots) if process.is_running()]


def percentiles(taken: list[float]) -> dict[str, float]:
    """In milliseconds, of seconds."""
    ordered = sorted(1000 * one for one in taken)
    if not ordered:
        return {}
    places = {"p50": 0.50, "p95": 0.95, "p99": 0.99}
    return {
        name: round(ordered[min(len(ordered) - 1, int(share * len(ordered)))], 1)
        for name, share in places.items()
    }


def median(rounds: list[dict[str, Any]]) -> dict[str, Any]:
    """The median of each figure over rounds; what is not a number is that of the first.

    Of processor time also the least: what others do on the machine can only make it more.
    """
    first = rounds[0]
    found = {
        key: round(statistics.median(one[key] for one in rounds), 2)
        if isinstance(value, (int, float))
        else value
        for key, value in first.items()
    }
    least = [one["cpu_ms"] + one.get("postgres_cpu_ms", 0) for one in rounds if "cpu_ms" in one]
    return found | ({"cpu_ms_least": round(min(least), 2)} if least else {})
