"""The list of Open311: what a program asks, among as many issues as there are, beside its bare questions."""

import json
import time
from datetime import timedelta
from random import Random
from typing import Any

from django.db import connection

from bench import machine

from .filling import fill

WARM_UP = 10
KINDS = ("yard.cleaning", "road.hole", "house.lift", "water.leak", "green.tree")
ASKED = ("the newest", "days of one kind", "open ones", "ten by number")


def listing(count: int, many: int) -> dict[str, Any]:
    """In turns: a tenth of them, then all. `bare`: the questions of the same list, with their rows fetched, alone."""
    found: dict[str, Any] = {}
    here = 0
    for size in sorted({many // 10, many}):
        begun = time.perf_counter()
        fill(size - here, start=here)
        here = size
        filled = round(time.perf_counter() - begun, 1)
        asked = {name: _lists(name, size, count) for name in ASKED}
        found[str(size)] = {"seconds_to_fill": filled, **asked, "load": machine.load()}
    return found


def _lists(name: str, size: int, count: int) -> dict[str, Any]:
    from django.conf import settings  # noqa: PLC0415
    from django.test import Client  # noqa: PLC0415
    from django.test.utils import CaptureQueriesContext  # noqa: PLC0415

    settings.ALLOWED_HOSTS = ["testserver"]
    client, rng = Client(), Random(name)  # noqa: S311 - invented
    taken, bare, rows = [], [], 0
    for number in range(WARM_UP + count):
        question = _question(name, size, rng)
        begun = time.perf_counter()
        reply = client.get("/open311/v2/requests.json", question)
        last = time.perf_counter() - begun
        assert reply.status_code == 200, reply.content[:200]  # noqa: PLR2004
        with CaptureQueriesContext(connection) as caught:
            client.get("/open311/v2/requests.json", question)
        if number >= WARM_UP:
            taken.append(last)
            bare.append(_alone([one["sql"] for one in caught]))
            rows += len(json.loads(reply.content))
    return {
        **machine.percentiles(taken),
        "bare": machine.percentiles(bare),
        "rows": round(rows / count, 1),
    }


def _alone(questions: list[str]) -> float:
    """The same questions and their rows, with nothing around them."""
    begun = time.perf_counter()
    with connection.cursor() as cursor:
        for one in questions:
            cursor.execute(one)
            cursor.fetchall()
    return time.perf_counter() - begun


def _question(name: str, size: int, rng: Random) -> dict[str, Any]:
    """Issues lie a minute apart (`filling`): days are taken from as far back as they go."""
    from django.utils import timezone  # noqa: PLC0415

    now = timezone.now()
    match name:
        case "the newest":
            return {}
        case "days of one kind":
            since = now - timedelta(minutes=rng.randrange(1, size))
            until = since + timedelta(days=30)
            return {
                "service_code": rng.choice(KINDS),
                "start_date": since.strftime("%Y-%m-%dT%H:%M:%SZ"),
                "end_date": until.strftime("%Y-%m-%dT%H:%M:%SZ"),
            }
        case "open ones":
            return {"status": "open"}
        case _:
            numbers = (f"B-{rng.randrange(1, size)}" for _number in range(10))
            return {"service_request_id": ",".join(numbers)}
