"""The desk of a body with many open cases: every list of the queue, a whole page each, in one process."""

import time
from datetime import date
from typing import Any

from django.test import Client
from django.urls import reverse
from django.utils import translation

from ratusha.cases.public import Place

from . import machine
from .fill import at_the_desk, clerk
from .people import headers_of

LISTS = ("todo", "mine", "free", "all", "done")
FAR_IN = 0.5  # of the whole queue
WARM_UP = 3


def queue(count: int) -> dict[str, Any]:
    translation.activate("be")
    official = clerk()
    acting = headers_of(official, acting_for=official.appointments[0].body_id)
    client, page = Client(headers=acting), reverse("portal:desk")
    found: dict[str, Any] = {"open_cases": at_the_desk().open().count()}
    asked = {shown: {"show": shown} for shown in LISTS}
    asked["all, half way"] = {"show": "all", "after": _place(found["open_cases"])}
    for name, question in asked.items():
        taken = [_one(client, page, question) for _time in range(count + WARM_UP)]
        found[f"queue, {name}"] = machine.percentiles(taken[WARM_UP:])
    return found


def _place(open_cases: int) -> str:
    there = at_the_desk().open().exclude(due_on=None).order_by("due_on", "lodged_at", "id")
    case = there[int(open_cases * FAR_IN)]
    return str(Place(case.due_on or date.max, case.lodged_at, case.pk))


def _one(client: Client, page: str, question: dict[str, str]) -> float:
    start = time.perf_counter()
    answer = client.get(page, question)
    taken = time.perf_counter() - start
    assert answer.status_code == 200, answer.status_code  # noqa: PLR2004 - nothing else is measured
    return taken
