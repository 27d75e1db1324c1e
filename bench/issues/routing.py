"""Whose a point is: by assignment, and as learned."""

import json
import time
from collections.abc import Callable
from itertools import pairwise
from typing import Any

from django.db import connection

from bench import machine

from .town import EAST, NORTH, SOUTH, TOWN, WAYS, WEST


def routing(count: int = 2000) -> dict[str, Any]:
    """After `import`: what was learned is asked, and an edition of a hundred polygons is published and asked."""
    from django.utils import timezone  # noqa: PLC0415

    from ratusha.issues.assignment.find import assigned  # noqa: PLC0415
    from ratusha.issues.models import Issue  # noqa: PLC0415
    from ratusha.issues.routing.decide import by_history, decide  # noqa: PLC0415
    from ratusha.issues.services import assignments  # noqa: PLC0415
    from ratusha.parties.models import Organisation  # noqa: PLC0415

    now, today = timezone.now(), timezone.localdate()
    hall = Organisation.objects.get(code="hall")
    begun = time.perf_counter()
    border = assignments.bring_border(
        squares(), unit_code=TOWN, source="bench", body_id=hall.pk, by=None, now=now
    )
    edition = assignments.draft(
        squares(), border=border, duty="*", act="bench", act_on=today, by=None, now=now
    )
    assignments.publish(edition.pk, since=today, by=None, now=now)
    publishing = time.perf_counter() - begun
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    known = list(Issue.objects.exclude(lat=None).order_by("?")[:count])
    on = max(one.reported_at.date() for one in known)

    def bare(_issue: Issue) -> None:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
            cursor.fetchone()

    asked: dict[str, Callable[[Issue], object]] = {
        "assignment": lambda one: assigned(one.category, one.lat or 0, one.lon or 0, today),
        "learned": lambda one: by_history(one, on=on),
        "both, as a report is routed": lambda one: decide(one, on=today),
        "bare: an empty question": bare,
    }
    return {
        "publishing_a_hundred_polygons_seconds": round(publishing, 1),
        **{name: _timed(known, ask) for name, ask in asked.items()},
        "load": machine.load(),
    }


def squares() -> bytes:
    """The town in columns and rows, each of another organisation."""
    xs = [WEST + (EAST - WEST) * number / WAYS for number in range(WAYS + 1)]
    ys = [SOUTH + (NORTH - SOUTH) * number / WAYS for number in range(WAYS + 1)]
    features = [
        {
            "type": "Feature",
            "properties": {"organisation": f"bench:{column * WAYS + row}"},
            "geometry": {
                "type": "Polygon",
                "coordinates": [[[w, s], [e, s], [e, n], [w, n], [w, s]]],
            },
        }
        for column, (w, e) in enumerate(pairwise(xs))
        for row, (s, n) in enumerate(pairwise(ys))
    ]
    return json.dumps({"type": "FeatureCollection", "features": features}).encode()


def _timed(known: list[Any], ask: Callable[[Any], object]) -> dict[str, Any]:
    for one in known[:50]:
        ask(one)
    taken, own = [], time.process_time()
    for one in known:
        begun = time.perf_counter()
        ask(one)
        taken.append(time.perf_counter() - begun)
    own = (time.process_time() - own) / len(known)
    return {**machine.percentiles(taken), "cpu_ms": round(1000 * own, 2)}
