"""The desk of a body with many open cases: every list of the queue, a whole page each, in one process."""

from datetime import date
from typing import Any

from django.test import Client
from django.urls import reverse
from django.utils import translation

from ratusha.cases.public import Place

from .asked import measured
from .fill import at_the_desk, clerk
from .people import headers_of

LISTS = ("todo", "mine", "free", "all", "done")
FAR_IN = 0.5  # of the whole queue


def queue(count: int) -> dict[str, Any]:
    translation.activate("be")
    official = clerk()
    acting = headers_of(official, acting_for=official.appointments[0].body_id)
    client, page = Client(headers=acting), reverse("portal:desk")
    found: dict[str, Any] = {"open_cases": at_the_desk().open().count()}
    asked = {shown: {"show": shown} for shown in LISTS}
    asked["all, half way"] = {"show": "all", "after": _place(found["open_cases"])}
    for name, question in asked.items():
        found[f"queue, {name}"] = measured(client, page, count, question)
    return found


def _place(open_cases: int) -> str:
    there = at_the_desk().open().exclude(due_on=None).order_by("due_on", "lodged_at", "id")
    case = there[int(open_cases * FAR_IN)]
    return str(Place(case.due_on or date.max, case.lodged_at, case.pk))
