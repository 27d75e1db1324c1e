"""What a client asks for, read with suspicion: what makes no sense is refused with a sentence, never guessed."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http import HTTPStatus

from django.utils.translation import gettext as _

from ratusha.issues.rules import LONGEST_WORDS
from ratusha.territory.public import find_unit
from ratusha.ui.text import clean

from .wire import Refusal

SPAN = timedelta(days=90)  # the specification: no more than that at once
MOST = 1000
MOST_NUMBERS = 100
DEGREES = re.compile(r"[+-]?\d{1,3}(\.\d{1,20})?", re.ASCII)
OPEN, CLOSED = "open", "closed"


@dataclass(frozen=True)
class Asked:
    numbers: list[str] = field(default_factory=list)
    services: list[str] = field(default_factory=list)
    since: datetime | None = None
    until: datetime | None = None
    states: set[str] = field(default_factory=set)
    unit: str = ""
    page: int = 1
    size: int = 100


def read_asked(told: Mapping[str, str], now: datetime) -> Asked:
    numbers = _list(told.get("service_request_id", ""))
    states = set(_list(told.get("status", "")))
    if not states <= {OPEN, CLOSED}:
        raise Refusal(HTTPStatus.BAD_REQUEST, _("status is open, closed, or both."))
    since, until = _span(told, now)
    return Asked(
        numbers=numbers,
        services=_list(told.get("service_code", "")),
        since=since,
        until=until,
        states=states,
        unit=jurisdiction(told),
        page=_whole(told, "page", 1, 10_000),
        size=_whole(told, "page_size", 100, MOST),
    )


def _list(text: str) -> list[str]:
    found = [one for one in (clean(part) for part in text.split(",")) if one]
    if len(found) > MOST_NUMBERS or any(len(one) > 64 for one in found):  # noqa: PLR2004 - longer than any of ours
        raise Refusal(HTTPStatus.BAD_REQUEST, _("Too much is asked for at once."))
    return found


def _whole(told: Mapping[str, str], name: str, usual: int, most: int) -> int:
    text = told.get(name, "")
    if not text:
        return usual
    if not (text.isascii() and text.isdecimal() and 1 <= int(text[:9]) <= most):
        message = _("%(name)s is a number from 1 to %(most)s.") % {"name": name, "most": most}
        raise Refusal(HTTPStatus.BAD_REQUEST, message)
    return int(text)


def _span(told: Mapping[str, str], now: datetime) -> tuple[datetime, datetime]:
    """The last 90 days; from a day 90 on; up to a day 90 before; never more than 90."""
    since, until = _moment(told, "start_date"), _moment(told, "end_date")
    try:
        until = until or (since + SPAN if since else now)
        since = since or until - SPAN
    except OverflowError as error:
        message = _("start_date and end_date are days of this calendar.")
        raise Refusal(HTTPStatus.BAD_REQUEST, message) from error
    if until < since or until - since > SPAN:
        raise Refusal(HTTPStatus.BAD_REQUEST, _("At most 90 days, from the earlier to the later."))
    return since, until


def _moment(told: Mapping[str, str], name: str) -> datetime | None:
    text = told.get(name, "").strip()
    if not text:
        return None
    try:
        found = datetime.fromisoformat(text[:40].replace(" ", "+"))
        found = found if found.tzinfo else found.replace(tzinfo=UTC)
        found.astimezone(UTC)
    except (ValueError, OverflowError) as error:
        message = _("%(name)s is a moment like 2026-01-31T00:00:00Z.") % {"name": name}
        raise Refusal(HTTPStatus.BAD_REQUEST, message) from error
    return found


def jurisdiction(told: Mapping[str, str]) -> str:
    """A town by its territory code; not needed, and an unknown one is a 404."""
    code = told.get("jurisdiction_id", "").strip()
    if not code:
        return ""
    unit = find_unit(code) if len(code) == 10 and code.isascii() and code.isdecimal() else None  # noqa: PLR2004 - digits of a code
    if unit is None or unit.pk != code:
        raise Refusal(HTTPStatus.NOT_FOUND, _("jurisdiction_id was not found."))
    return code


def point(told: Mapping[str, str]) -> tuple[float | None, float | None]:
    lat, lon = told.get("lat", "").strip(), told.get("long", "").strip()
    if not lat and not lon:
        return None, None
    if not (DEGREES.fullmatch(lat) and DEGREES.fullmatch(lon)):
        raise Refusal(HTTPStatus.BAD_REQUEST, _("lat and long are two numbers in degrees."))
    return float(lat), float(lon)


def words(told: Mapping[str, str], name: str, most: int = LONGEST_WORDS) -> str:
    text = clean(told.get(name, ""), lines=True)
    if len(text) > most:
        message = _("%(name)s is too long: at most %(most)s characters.") % {
            "name": name,
            "most": most,
        }
        raise Refusal(HTTPStatus.BAD_REQUEST, message)
    return text
