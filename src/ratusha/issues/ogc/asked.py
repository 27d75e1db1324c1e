"""What a client asks of a layer, read with suspicion: what makes no sense is refused with a sentence, never guessed."""

import math
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _

from ratusha.issues.geometry import Box

from .wire import Refusal

USUAL, MOST = 100, 1000
LONGEST = 400
FORMS = ("json", "html")
ALWAYS = ("f",)
OF_ITEMS = ("bbox", "datetime", "limit", "after", *ALWAYS)
DAY = re.compile(r"\d{4}-\d\d-\d\d")
MOMENT = re.compile(r"\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d(:\d\d(\.\d{1,9})?)?([Zz]|[+ -]\d\d:\d\d)?")
ALWAYS_OPEN = ("", "..")


@dataclass(frozen=True)
class Span:
    """From the first moment to before the second; None: without an end."""

    since: datetime | None = None
    before: datetime | None = None


@dataclass(frozen=True)
class Asked:
    limit: int = USUAL
    after: str = ""
    boxes: tuple[Box, ...] = ()  # two where the box crosses the line of the date; none: everywhere
    span: Span | None = None
    wanted: Mapping[str, str] = field(default_factory=dict)  # properties of the layer


def read_known(told: QueryDict, known: Collection[str]) -> dict[str, str]:
    """The specification wants it: a word that is not described is a mistake, not something to leave out."""
    for name, values in told.lists():
        if name not in known:
            raise Refusal(name[:40], _("This parameter is not known here."))
        if len(values) > 1:
            raise Refusal(name, _("This parameter may be said only once."))
        if len(values[0]) > LONGEST or "\x00" in values[0]:
            raise Refusal(name, _("This is too long, or holds what is no text."))
    return {name: str(value) for name, value in told.items()}


def form_of(told: QueryDict) -> str:
    asked = str(told.get("f", ""))
    if asked and asked not in FORMS:
        raise Refusal("f", _("The forms are json and html."))
    return asked


def read_asked(told: Mapping[str, str], properties: Collection[str]) -> Asked:
    return Asked(
        limit=_limit(told.get("limit", "")),
        after=told.get("after", ""),
        boxes=_boxes(told["bbox"]) if "bbox" in told else (),
        span=_span(told["datetime"]) if "datetime" in told else None,
        wanted={name: told[name] for name in properties if told.get(name)},
    )


def _limit(text: str) -> int:
    """More than the most is answered with the most, as the specification wants."""
    if not text:
        return USUAL
    if not (text.isascii() and text.isdecimal() and int(text[:9]) > 0):
        raise Refusal("limit", _("A whole number from 1 on is wanted."))
    return min(int(text[:9]), MOST)


def _boxes(text: str) -> tuple[Box, ...]:
    """Longitude first. Of six numbers the third and the last are heights, which nothing here has."""
    try:
        numbers = [float(part) for part in text.split(",")]
    except ValueError:
        numbers = []
    match numbers:
        case [west, south, east, north] | [west, south, _, east, north, _]:
            pass
        case _other:
            raise Refusal(
                "bbox", _("Four numbers in degrees are wanted: west, south, east, north.")
            )
    right = all(map(math.isfinite, numbers)) and -90 <= south <= north <= 90  # noqa: PLR2004 - degrees
    if not (right and -180 <= west <= 180 and -180 <= east <= 180):  # noqa: PLR2004
        raise Refusal("bbox", _("Four numbers in degrees are wanted: west, south, east, north."))
    if west <= east:
        return ((west, south, east, north),)
    return ((west, south, 180.0, north), (-180.0, south, east, north))


def _span(text: str) -> Span:
    first, stroke, last = text.partition("/")
    if not stroke:
        return _one(first)
    since = None if first in ALWAYS_OPEN else _one(first).since
    before = None if last in ALWAYS_OPEN else _one(last).before
    if (since is None and before is None) or (since and before and before <= since):
        raise Refusal(
            "datetime", _("The first moment comes before the last, and one of them is said.")
        )
    return Span(since, before)


def _one(text: str) -> Span:
    """A moment takes as long as it is told finely: a day, a second."""
    try:
        if DAY.fullmatch(text):
            day = timezone.make_aware(datetime.fromisoformat(text))
            return Span(day.astimezone(UTC), (day + timedelta(days=1)).astimezone(UTC))
        if MOMENT.fullmatch(text):
            said = text[:11].replace(" ", "T") + text[11:].replace(" ", "+")
            at = datetime.fromisoformat(said.upper())
            at = (at if at.tzinfo else at.replace(tzinfo=UTC)).astimezone(UTC)
            return Span(at, at + timedelta(seconds=1))
    except (ValueError, OverflowError):
        pass
    message = _(
        "A moment as in 2026-09-01T09:00:00Z is wanted, a day, or two of them with a stroke."
    )
    raise Refusal("datetime", message)
