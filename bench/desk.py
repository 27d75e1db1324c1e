"""The desk of a body with many open cases: every list of the queue, a whole page each, in one process."""

import time
from typing import Any

from django.test import Client
from django.urls import reverse
from django.utils import translation

from . import machine
from .fill import at_the_desk, clerk
from .people import headers_of

LISTS = ("todo", "mine", "free", "all", "done")
WARM_UP = 3


def queue(count: int) -> dict[str, Any]:
    translation.activate("be")
    official = clerk()
    acting = headers_of(official, acting_for=official.appointments[0].body_id)
    client, page = Client(headers=acting), reverse("portal:desk")
    found: dict[str, Any] = {"open_cases": at_the_desk().open().count()}
    for shown in LISTS:
        taken = [_one(client, page, shown) for _time in range(count + WARM_UP)]
        found[f"queue, {shown}"] = machine.percentiles(taken[WARM_UP:])
    return found


def _one(client: Client, page: str, shown: str) -> float:
    start = time.perf_counter()
    answer = client.get(page, {"show": shown})
    taken = time.perf_counter() - start
    assert answer.status_code == 200, answer.status_code  # noqa: PLR2004 - nothing else is measured
    return taken
