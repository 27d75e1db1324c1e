"""Reading what an address asks for: a filter of the list, the map or a feed. What makes no sense is left out."""

import math
from datetime import date

from django.http import QueryDict

from .geometry import Box
from .queries import GROUPS, Filter
from .rules import Status

LONGEST = 200


def read_filter(asked: QueryDict) -> Filter:
    status = asked.get("status", "")
    return Filter(
        status=status if status in GROUPS or status in Status.values else "",
        category=asked.get("category", "")[:40],
        executor=asked.get("executor", "")[:40],
        words=asked.get("q", "")[:LONGEST].replace("\x00", ""),
        box=read_box(asked.get("bbox", "")),
        since=read_day(asked.get("since", "")),
        until=read_day(asked.get("until", "")),
    )


def read_box(text: str) -> Box | None:
    """West, south, east, north; None for anything that is not a box on this planet."""
    try:
        west, south, east, north = (float(part) for part in text[:LONGEST].split(","))
    except ValueError:
        return None
    finite = all(map(math.isfinite, (west, south, east, north)))
    fits = -180 <= west <= east <= 180 and -90 <= south <= north <= 90  # noqa: PLR2004 - degrees
    return (west, south, east, north) if finite and fits else None


def read_day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None
