"""Pages over HTTP on loopback: the web tree and the worker as `ratusha up` starts them."""

import http.client
import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg

from ratusha.config import postgres
from ratusha.config.serve import RATUSHA
from ratusha.config.state import State

from . import client, machine
from .client import Request

HERE = Path(__file__).parent
TO_START, TO_STOP = 120.0, 20.0  # seconds; a worker may have a batch of letters to finish
CONNECTIONS = 16
TO_CATCH_UP = 240.0
WAITING = "SELECT count(*) FROM kernel_outboxentry WHERE failed_at IS NULL AND due_at <= now()"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def processes(*commands: list[str], **environment: str) -> Iterator[list[int]]:
    """Children that are stopped in the end, whatever happens."""
    started = [
        subprocess.Popen(command, env=os.environ | environment, stdin=subprocess.DEVNULL)  # noqa: S603
        for command in commands
    ]
    try:
        yield [one.pid for one in started]
    finally:
        for one in started:
            one.terminate()
        for one in started:
            try:
                one.wait(TO_STOP)
            except subprocess.TimeoutExpired:
                one.kill()


def _wait(port: int, path: str) -> bytes:
    until = time.monotonic() + TO_START
    while time.monotonic() < until:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
        try:
            connection.request("GET", path)
            answer = connection.getresponse()
            if answer.status == http.HTTPStatus.OK:
                return answer.read()
        except OSError:
            pass  # not listening yet
        finally:
            connection.close()
        time.sleep(0.1)
    raise RuntimeError(f"{path} does not answer")


def _let_the_worker_catch_up(state: State) -> None:
    """Letters of what was lodged before must not be written beside the pages that are measured."""
    until = time.monotonic() + TO_CATCH_UP
    with psycopg.connect(
        state.server.url(postgres.OWNER, "ratusha"), autocommit=True
    ) as connection:
        while time.monotonic() < until:
            found = connection.execute(WAITING).fetchone()
            if found is None or not found[0]:
                return
            time.sleep(1)


@contextmanager
def web(state: State, *, kept_seconds: int) -> Iterator["Site"]:
    port = free_port()
    commands = ([*RATUSHA, "web", "--port", str(port)], [*RATUSHA, "worker"])
    with processes(*commands, RATUSHA_PUBLIC_PAGE_SECONDS=str(kept_seconds)) as (pages, worker):
        _wait(port, "/health/ready")
        _let_the_worker_catch_up(state)
        postmaster = int((state.server.data / "postmaster.pid").read_text().split()[0])
        yield Site(port, {"web": [pages], "worker": [worker], "postgres": [postmaster]})


class Site:
    def __init__(self, port: int, parts: dict[str, list[int]]) -> None:
        self.port, self.parts = port, parts

    def ask(
        self,
        requests: Iterable[Request],
        *,
        seconds: float,
        rate: float = 0,
        connections: int = CONNECTIONS,
    ) -> dict[str, Any]:
        """By our own client; every request may differ."""
        watch = machine.Watch(self.parts)
        with watch.running():
            found = client.load(
                self.port, requests, seconds=seconds, rate=rate, connections=connections
            )
        return found | self._cost(watch, found["count"])

    def press(self, paths: list[str], headers: dict[str, str], *, seconds: int) -> dict[str, Any]:
        """As hard as it goes, by wrk where it is installed: it takes the least from the server."""
        requests = [Request(path, headers=headers) for path in paths]
        if shutil.which("wrk") is None:
            return self.ask(client.again_and_again(requests), seconds=seconds)
        watch = machine.Watch(self.parts)
        with watch.running():
            found = _wrk(self.port, paths, headers, seconds)
        return found | self._cost(watch, found["count"])

    def _cost(self, watch: machine.Watch, count: int) -> dict[str, Any]:
        per = {name: 1000 * seconds / max(1, count) for name, seconds in watch.seconds.items()}
        return {
            "cpu_ms": round(per["web"], 2),
            "postgres_cpu_ms": round(per["postgres"], 2),
            "worker_cpu_ms": round(per["worker"], 2),
            "memory_mib": round(watch.highest["web"] + watch.highest["worker"]),
            "load": machine.load(),
        }


def _wrk(port: int, paths: list[str], headers: dict[str, str], seconds: int) -> dict[str, Any]:
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as listed:
        listed.write("\n".join(paths) + "\n")
        listed.flush()
        named = [part for name, value in headers.items() for part in ("-H", f"{name}: {value}")]
        done = subprocess.run(  # noqa: S603
            ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", *named, "-s", HERE / "rotate.lua",  # noqa: S607
             f"http://127.0.0.1:{port}", "--", listed.name],
            check=True, capture_output=True, text=True,
        )  # fmt: skip
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    found["per_second"] = round(found["count"] / found.pop("seconds"), 1)
    return found


def bare(size: int, *, seconds: int) -> dict[str, Any]:
    """The same number of bytes from a bare Django view."""
    port = free_port()
    with processes([sys.executable, "-m", "bench.bare_page", str(port)], BENCH_BYTES=str(size)) as (
        root,
    ):
        _wait(port, "/")
        site = Site(port, {"web": [root], "worker": [], "postgres": []})
        return site.press(["/"], {}, seconds=seconds)


def size_of(port: int, path: str) -> int:
    return len(_wait(port, path))
