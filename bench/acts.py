"""The acts themselves, without pages: processor time of the process and of its PostgreSQL backend for each."""

import gc
import time
from collections.abc import Callable, Sequence
from itertools import cycle
from typing import Any
from uuid import UUID

import psutil
from django.db import connection
from django.utils import timezone

from ratusha.accounts.public import User
from ratusha.applications import public as applications
from ratusha.cases.public import take_step
from ratusha.procedures.public import edition_in_force

from . import machine
from .fill import PROCEDURE, at_the_desk, clerk
from .people import applicants
from .together import together

WARM = 20


def prepare_drafts(
    users: Sequence[User], codes: Sequence[str] = (PROCEDURE,)
) -> list[tuple[UUID, User]]:
    """A filled form for each, as the pages save it; the procedures in turn."""
    now = timezone.now()
    made = []
    for user, code in zip(users, cycle(codes), strict=False):
        edition = edition_in_force(code, timezone.localdate(now))
        assert user.party_id is not None
        draft = applications.begin(
            edition, user=user, applicant_id=user.party_id, language="be", now=now
        )
        for page in edition.promise.form:
            answers = {"purpose": "school"} if page.code == "purpose" else {}
            applications.save_page(draft.pk, page.code, answers, by=user, language="be", now=now)
        made.append((draft.pk, user))
    return made


class Meter:
    """Processor time of this process and of its backend, and how long each call took."""

    def __init__(self) -> None:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_backend_pid()")
            self.backend = psutil.Process(cursor.fetchone()[0])

    def run(self, acts: Sequence[Callable[[], object]]) -> dict[str, Any]:
        gc.collect()
        taken = []
        own, backend = time.process_time(), machine.processor_seconds([self.backend])
        begun = time.perf_counter()
        for act in acts:
            at = time.perf_counter()
            act()
            taken.append(time.perf_counter() - at)
        whole = time.perf_counter() - begun
        own = time.process_time() - own
        backend = machine.processor_seconds([self.backend]) - backend
        return {
            "count": len(acts),
            "per_second": round(len(acts) / whole, 1),
            "cpu_ms": round(1000 * own / len(acts), 2),
            "postgres_cpu_ms": round(1000 * backend / len(acts), 2),
            **machine.percentiles(taken),
            "load": machine.load(),
        }


def lodge_one(draft: UUID, user: User) -> Callable[[], object]:
    return lambda: applications.lodge(draft, by=user, now=timezone.now())


def lodging(count: int, rounds: int) -> dict[str, Any]:
    """Lodge that many in one process, one after another; the drafts are prepared beside the clock."""
    users = applicants(count + WARM)
    meter = Meter()
    found = []
    for _round in range(rounds):
        drafts = [lodge_one(*one) for one in prepare_drafts(users)]
        for act in drafts[:WARM]:
            act()
        found.append(meter.run(drafts[WARM:]))
    return machine.median(found)


def beginning(count: int) -> dict[str, Any]:
    """Begin a draft with what the registers know, and save its pages."""
    users = applicants(count)
    found = Meter().run([_beginning(user) for user in users])
    applications.Draft.objects.filter(user__in=users, lodged_as=None).delete()
    return found


def _beginning(user: User) -> Callable[[], object]:
    return lambda: prepare_drafts([user])


def lodging_together(count: int, connections_: int) -> dict[str, Any]:
    """The same by several processes, each with its own connection."""
    drafts = [lodge_one(*one) for one in prepare_drafts(applicants(count))]
    return together([drafts[place::connections_] for place in range(connections_)])


def steps(count: int, rounds: int) -> dict[str, Any]:
    """`take_step` alone (accept), then the whole act of accepting: taken up at once, requests sent."""
    official = clerk()
    meter = Meter()
    found: dict[str, list[dict[str, Any]]] = {"take_step": [], "accept": []}
    for _round in range(rounds):
        for name, results in found.items():
            lodged = _lodged_at_the_desk(count)
            results.append(meter.run([_accepting(name, pk, official) for pk in lodged]))
    return {name: machine.median(some) for name, some in found.items()}


def _accepting(name: str, pk: UUID, official: User) -> Callable[[], object]:
    if name == "take_step":
        return lambda: take_step(pk, "accept", by=official, now=timezone.now())
    return lambda: applications.accept(pk, by=official, now=timezone.now())


def _lodged_at_the_desk(count: int) -> list[UUID]:
    waiting = at_the_desk().filter(status="lodged", handler=None)
    return list(waiting.order_by("?").values_list("pk", flat=True)[:count])


def _granting(pk: UUID, official: User) -> Callable[[], object]:
    return lambda: applications.grant(pk, by=official, now=timezone.now())


def granting(count: int) -> dict[str, Any]:
    """Decide with a document: composed, set as PDF, sealed, kept."""
    official = clerk()
    lodged = _lodged_at_the_desk(count)
    for pk in lodged:
        applications.accept(pk, by=official, now=timezone.now())
    return Meter().run([_granting(pk, official) for pk in lodged])
