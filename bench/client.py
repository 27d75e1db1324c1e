"""A small client for loopback: as many requests as the server answers, or so many a second.

At a fixed rate a request's time counts from the moment it was due, so that a server that stands still is seen to.
"""

import asyncio
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import cycle
from typing import Any

from . import machine

OVERTIME = 4  # a server that cannot keep a rate is asked for so many times as long, and no longer


@dataclass(frozen=True)
class Request:
    path: str
    method: str = "GET"
    headers: dict[str, str] = field(default_factory=dict)

    def as_bytes(self) -> bytes:
        more = "".join(f"{name}: {value}\r\n" for name, value in self.headers.items())
        length = "Content-Length: 0\r\n" if self.method == "POST" else ""
        return (
            f"{self.method} {self.path} HTTP/1.1\r\nHost: 127.0.0.1\r\n{length}{more}\r\n".encode()
        )


class _Run:
    def __init__(self, port: int, requests: Iterator[Request], until: float, rate: float) -> None:
        self.port, self.requests, self.until, self.rate = port, requests, until, rate
        self.taken: list[float] = []
        self.statuses: Counter[int] = Counter()
        self.begun = time.perf_counter()
        self.asked = 0

    async def connection(self) -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        try:
            while (due := await self._turn()) is not None:
                request = next(self.requests, None)
                if request is None:
                    return
                writer.write(request.as_bytes())
                self.statuses[await _answer(reader)] += 1
                self.taken.append(time.perf_counter() - due)
        finally:
            writer.close()

    async def _turn(self) -> float | None:
        """When the next request is due: at once, or at its place in the row."""
        due = time.perf_counter()
        if self.rate:
            due = self.begun + self.asked / self.rate
            self.asked += 1
            await asyncio.sleep(max(0.0, due - time.perf_counter()))
            if time.perf_counter() - self.begun > OVERTIME * self.until:
                return None  # hopelessly behind: what was answered so far tells enough
        return due if due - self.begun < self.until else None


async def _answer(reader: asyncio.StreamReader) -> int:
    head = await reader.readuntil(b"\r\n\r\n")
    lines = head.split(b"\r\n")
    for line in lines[1:]:
        name, _colon, value = line.partition(b":")
        if name.lower() == b"content-length":
            await reader.readexactly(int(value))
            break
    else:
        raise ValueError("an answer without its length")
    return int(lines[0].split()[1])


def load(
    port: int, requests: Iterable[Request], *, seconds: float, connections: int = 8, rate: float = 0
) -> dict[str, Any]:
    """Until the time is over or there is nothing left to ask."""
    asked = iter(requests)

    async def main() -> _Run:
        run = _Run(port, asked, seconds, rate)
        await asyncio.gather(*(run.connection() for _number in range(connections)))
        return run

    own = time.process_time()
    run = asyncio.run(main())
    whole = time.perf_counter() - run.begun
    return {
        "count": len(run.taken),
        "per_second": round(len(run.taken) / whole, 1),
        **machine.percentiles(run.taken),
        "statuses": dict(run.statuses),
        "client_cpu_ms": round(1000 * (time.process_time() - own) / max(1, len(run.taken)), 2),
    }


def again_and_again(requests: Iterable[Request]) -> Iterator[Request]:
    return cycle(list(requests))
