"""Reading what an address asks for: a filter of the list, the map or a feed. What makes no sense is left out."""

import math
from datetime import date

from django.http import QueryDict

from .geometry import Box
from .queries import GROUPS, Filter
from .rules import Status

LONGEST = 200
LATEST = date(9000, 1, 1)  # beyond, the next day may be none that can be written


def read_filter(asked: QueryDict) -> Filter:
    status = asked.get("status", "")
    return Filter(
        status=status if status in GROUPS or status in Status.values else "",
        category=_read_words(asked, "category", 40),
        executor=_read_words(asked, "executor", 40),
        words=_read_words(asked, "q", LONGEST),
        box=read_box(asked.get("bbox", "")),
        since=read_day(asked.get("since", "")),
        until=read_day(asked.get("until", "")),
    )


def _read_words(asked: QueryDict, name: str, most: int) -> str:
    """Without the sign that no text of the database can hold."""
    return asked.get(name, "")[:most].replace("\x00", "")


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
        found = date.fromisoformat(text[:10])
    except ValueError:
        return None
    return found if found < LATEST else None
