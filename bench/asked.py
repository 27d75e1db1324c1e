"""A page asked inside the process, after a few times that warm up: what it costs itself, with no server before it."""

import time
from typing import Any

from django.test import Client

from . import machine

WARM_UP = 3


def measured(
    client: Client, address: str, count: int, question: dict[str, str] | None = None
) -> dict[str, Any]:
    taken = [asked(client, address, question) for _time in range(count + WARM_UP)]
    return machine.percentiles(taken[WARM_UP:])


def asked(client: Client, address: str, question: dict[str, str] | None = None) -> float:
    """Seconds."""
    start = time.perf_counter()
    answer = client.get(address, question)
    taken = time.perf_counter() - start
    assert answer.status_code == 200, (address, answer.status_code)  # noqa: PLR2004 - nothing else is measured
    return taken
