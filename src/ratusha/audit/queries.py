"""Reading the journal."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone

from .models import Entry


def found(bodies: list[UUID] | None, wanted: Mapping[str, Any]) -> QuerySet[Entry]:
    """Entries of these bodies (None: all) that fit what was asked, newest first."""
    entries = Entry.objects.of_bodies(bodies).order_by("-id")
    for exact in ("object_type", "object_id"):
        if wanted.get(exact):
            entries = entries.filter(**{exact: wanted[exact]})
    if wanted.get("action"):
        entries = entries.filter(action__startswith=wanted["action"])
    if wanted.get("since"):
        entries = entries.filter(at__gte=beginning(wanted["since"]))
    if wanted.get("until"):
        entries = entries.filter(at__lt=beginning(wanted["until"]) + timedelta(days=1))
    return entries


def beginning(day: Any) -> datetime:
    return timezone.make_aware(datetime.combine(day, datetime.min.time()))
