"""The list of Open311: what a program asks, among as many issues as there are, beside its bare questions."""

import time
from datetime import datetime, timedelta
from random import Random
from typing import Any

from django.db import connection

from bench import machine

from .filling import fill
from .town import QUIET

WARM_UP = 10
KINDS = ("yard.cleaning", "road.hole", "house.lift", "water.leak", "green.tree")
SPAN = timedelta(days=90)  # the longest that the list takes, and what it looks at unless told
ASKED = (
    "the newest",
    "days of one kind",
    "open ones",
    "open ones of one kind",
    "closed ones of three kinds and some days",
    "ten by number",
    "a hundred by number",
    "a page from the middle of ninety days",
    "the last page of ninety days",
    "open ones, the last page",
    "a place where little happens",
)
FORMS = ("json", "xml")


def listing(count: int, many: int) -> dict[str, Any]:
    """In turns: a tenth of them, then all. `bare`: the questions of the same list, with their rows fetched, alone."""
    found: dict[str, Any] = {}
    here = 0
    for size in sorted({many // 10, many}):
        begun = time.perf_counter()
        fill(size - here, start=here)
        here = size
        filled = round(time.perf_counter() - begun, 1)
        asked = {
            f"{name}, {form}": _lists(name, form, size, count) for name in ASKED for form in FORMS
        }
        found[str(size)] = {"seconds_to_fill": filled, **asked, "load": machine.load()}
    return found


def _lists(name: str, form: str, size: int, count: int) -> dict[str, Any]:
    from django.conf import settings  # noqa: PLC0415
    from django.test import Client  # noqa: PLC0415
    from django.test.utils import CaptureQueriesContext  # noqa: PLC0415

    settings.ALLOWED_HOSTS = ["testserver"]
    client, rng = Client(), Random(name)  # noqa: S311 - invented
    address = f"/open311/v2/requests.{form}"
    taken, bare, rows = [], [], 0
    for number in range(WARM_UP + count):
        question = _question(name, size, rng)
        begun = time.perf_counter()
        reply = client.get(address, question)
        last = time.perf_counter() - begun
        assert reply.status_code == 200, reply.content[:200]  # noqa: PLR2004
        with CaptureQueriesContext(connection) as caught:
            client.get(address, question)
        if number >= WARM_UP:
            taken.append(last)
            bare.append(_alone([one["sql"] for one in caught]))
            rows += reply.content.count(b"service_request_id") // (1 if form == "json" else 2)
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

    since = timezone.now() - timedelta(minutes=rng.randrange(1, size))
    pages = SPAN // timedelta(minutes=100)
    match name:
        case "the newest":
            return {}
        case "days of one kind":
            return {"service_code": rng.choice(KINDS), **_days(since, timedelta(days=30))}
        case "open ones":
            return {"status": "open"}
        case "open ones of one kind":
            return {"status": "open", "service_code": rng.choice(KINDS)}
        case "closed ones of three kinds and some days":
            kinds = ",".join(rng.sample(KINDS, 3))
            return {
                "status": "closed",
                "service_code": kinds,
                **_days(since, timedelta(days=rng.randrange(1, 90))),
            }
        case "a page from the middle of ninety days":
            return {**_days(since, SPAN), "page": rng.randrange(1, pages)}
        case "the last page of ninety days":
            return {"page": min(pages, size // 100) - 1}
        case "open ones, the last page":
            return {"status": "open", "page": min(pages, size // 100) // 11 - 1}
        case "a place where little happens":
            return {"jurisdiction_id": QUIET}
        case _:
            many = 10 if name == "ten by number" else 100
            numbers = (f"B-{rng.randrange(1, size)}" for _number in range(many))
            return {"service_request_id": ",".join(numbers)}


def _days(since: datetime, long: timedelta) -> dict[str, str]:
    return {
        "start_date": since.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "end_date": (since + long).strftime("%Y-%m-%dT%H:%M:%SZ"),
    }
