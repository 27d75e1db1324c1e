"""What everybody may know of an issue, as programs take it along: one list of facts for the layers and the feeds."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.utils import timezone

from ratusha.kernel.texts import Text, in_my_language

from .law import law
from .models import IssueQuerySet
from .rules import Status

FIELDS = (
    "pk", "case__reference", "category", "case__status", "executor__code", "executor__name", "unit_code", "address",
    "public_words", "reporters_count", "reported_at", "planned_on", "case__due_on", "case__closed_on", "lat", "lon",
    "source_key",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Facts:
    pk: UUID
    reference: str
    category: str
    status: str
    executor: str | None
    executor_name: Text | None
    unit: str
    address: str
    words: str  # as a dispatcher has released them
    reports: int
    reported_at: datetime
    planned_on: date | None
    due_on: date | None
    closed_on: date | None
    lat: float | None
    lon: float | None
    source: str  # its key in the file of another service, if it came with one

    @property
    def address_for_ever(self) -> str:
        """Without a language: it leads to the page in the reader's own."""
        return f"{settings.SITE_ADDRESS.rstrip('/')}/issues/{self.reference}/"


def facts_of(found: IssueQuerySet) -> Iterator[Facts]:
    """In one question, and without making models of what is only read."""
    return (Facts(*row) for row in found.values_list(*FIELDS))


def told(one: Facts) -> dict[str, Any]:
    """In the reader's language where it is words; every key is always there."""
    return {
        "reference": one.reference,
        "category": one.category,
        "category_name": law().category(one.category).said(),
        "status": one.status,
        "status_name": str(Status(one.status).label),
        "organisation": one.executor,
        "organisation_name": in_my_language(one.executor_name).text if one.executor_name else None,
        "territory": one.unit or None,
        "address": one.address or None,
        "words": one.words or None,
        "reports": one.reports,
        "reported_at": timezone.localtime(one.reported_at).isoformat(timespec="seconds"),
        "planned_on": _day(one.planned_on),
        "due_on": _day(one.due_on),
        "closed_on": _day(one.closed_on),
        "from_file": bool(
            one.source
        ),  # then `closed_on` is the planned day: such a file names no other
        "page": one.address_for_ever,
    }


def feature(one: Facts) -> dict[str, Any]:
    """GeoJSON (RFC 7946): longitude first; without a point the geometry is null."""
    point = {"type": "Point", "coordinates": [one.lon, one.lat]} if one.lat is not None else None
    return {"type": "Feature", "id": one.reference, "geometry": point, "properties": told(one)}


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
