"""Rows of cases in bulk, as the acts would have written them, without the journal and without letters.

Only cases that were over or under way before the measurement began come from here; what is measured goes through the
acts. Every row has a true reference, its history, its clock and its application.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from functools import cache
from random import Random
from typing import Any

from django.db import connection, transaction
from django.utils import timezone
from uuid_utils.compat import uuid7

from ratusha.accounts.public import Appointment, User
from ratusha.applications.models import Application
from ratusha.cases.models import Case
from ratusha.cases.models.case import CaseQuerySet
from ratusha.kernel.calendar import national_calendar
from ratusha.kernel.references import new_reference
from ratusha.kernel.terms import Term, due
from ratusha.parties.public import bodies, body_kinds
from ratusha.procedures.public import edition_in_force

PROCEDURE = "U200/1.3.2"
BODY_KIND = "residence_office"
BUSY_SHARE = 0.2  # of all cases, at the body whose clerk we are
OPEN_SHARE = 0.1
WAITING_SHARE = 0.6  # of the open ones: lodged, not accepted yet
DAYS_BACK = 600
STATUSES = {
    "lodge": "lodged", "accept": "accepted", "take_up": "in_work", "grant": "granted", "deliver": "delivered",
}  # fmt: skip
BATCH = 10_000
JOURNAL = """
INSERT INTO audit_entry (action, object_type, object_id, by, details)
SELECT 'case.lodge', 'case', reference, lodged_by_id, '{}' FROM cases_case
"""
COLUMNS = {
    "cases_case": "id reference kind status outcome applicant_id lodged_by_id body_id handler_id subject_code title "
    "language channel lodged_at lodged_on due_on stopped_on closed_on",
    "cases_steptaken": "case_id step status at by_id note",
    "cases_clockentry": 'case_id tick "on" term reason source at by_id',
    "applications_application": "case_id edition_id answers facts",
}


def clerk() -> User:
    """The clerk of the busy body of the demonstration state, who accepts and decides."""
    held = Appointment.objects.filter(permissions__contains=["cases.accept"]).order_by("id")
    return held.select_related("user")[0].user


def at_the_desk() -> CaseQuerySet:
    official = clerk()
    body = official.appointments[0].body_id
    return Case.objects.at_desk_of(official, timezone.localdate(), body=body)


def fill_to(cases: int, *, journal: bool = False, seed: int = 7) -> dict[str, int]:
    """Add cases until there are that many; with `journal`, an entry for each as well."""
    missing = cases - Case.objects.count()
    if missing > 0:
        maker = _Maker(Random(seed))  # noqa: S311 - invented cases
        with unwatched(), transaction.atomic():
            for start in range(0, missing, BATCH):
                maker.write(min(BATCH, missing - start))
        with connection.cursor() as cursor:
            if journal:
                cursor.execute(JOURNAL)
            cursor.execute("ANALYZE")
    return {"added": max(0, missing), "cases": Case.objects.count()}


def lodged_at_the_desk(count: int, seed: int = 8) -> dict[str, int]:
    """See to it that so many cases wait at the clerk's desk to be accepted."""
    waiting = at_the_desk().filter(status="lodged", handler=None)
    maker = _Maker(Random(seed), at_the_desk=True)  # noqa: S311 - invented cases
    missing = max(0, count - waiting.count())
    with unwatched(), transaction.atomic():
        maker.write(missing)
    return {"added": missing}


@contextmanager
def unwatched() -> Iterator[None]:
    """Rows that are right by the way they are made need not be looked up one by one."""
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        yield
        cursor.execute("SET session_replication_role = DEFAULT")


class _Maker:
    def __init__(self, rng: Random, *, at_the_desk: bool = False) -> None:
        self.rng, self.at_the_desk = rng, at_the_desk
        self.today = timezone.localdate()
        self.references = set(Case.objects.values_list("reference", flat=True))
        self.edition = edition_in_force(PROCEDURE, self.today)
        assert self.edition.promise.term is not None
        self.term = Term.parse(self.edition.promise.term.base)
        self.source = self.edition.promise.term.source.said()
        self.official = clerk()
        self.busy = self.official.appointments[0].body_id
        kinds = body_kinds()[BODY_KIND].get("any_of", [BODY_KIND])
        self.bodies = [body.pk for body in bodies(*kinds)]
        others = User.objects.exclude(pk=self.official.pk).exclude(party_id=None)
        self.people = list(others.values_list("pk", "party_id"))
        self.facts = json.dumps(
            Application.objects.filter(edition__procedure=PROCEDURE)[0].facts, ensure_ascii=False
        )
        self.title = json.dumps(self.edition.title, ensure_ascii=False)

    def write(self, count: int) -> None:
        rows: dict[str, list[tuple[Any, ...]]] = {table: [] for table in COLUMNS}
        for _number in range(count):
            for table, row in self._one():
                rows[table].append(row)
        with connection.cursor() as cursor:
            for table, columns in COLUMNS.items():
                names = ", ".join(columns.split())
                with cursor.copy(f"COPY {table} ({names}) FROM STDIN") as copy:
                    for row in rows[table]:
                        copy.write_row(row)

    def _one(self) -> Iterator[tuple[str, tuple[Any, ...]]]:
        rng, id_ = self.rng, uuid7()
        is_open = self.at_the_desk or rng.random() < OPEN_SHARE
        on = self.today - timedelta(
            days=rng.randint(0, 14) if is_open else rng.randint(20, DAYS_BACK)
        )
        body = (
            self.busy if self.at_the_desk or rng.random() < BUSY_SHARE else rng.choice(self.bodies)
        )
        user, party = rng.choice(self.people)
        official = self.official.pk if body == self.busy else None
        at = self._moment(on)
        if not is_open:
            steps = list(STATUSES)
        elif self.at_the_desk or rng.random() < WAITING_SHARE:
            steps = ["lodge"]
        else:
            steps = ["lodge", "accept", "take_up"]
        last = STATUSES[steps[-1]]
        closed = None if is_open else on + timedelta(days=1)
        yield "cases_case", (
            id_, self._reference(on), "application", last, "" if is_open else "granted", party, user,
            body, official if len(steps) > 1 else None, PROCEDURE, self.title, "be", "portal", at, on,
            self._due(on), None, closed,
        )  # fmt: skip
        for number, step in enumerate(steps):
            by = user if step in {"lodge", "deliver"} else official
            yield (
                "cases_steptaken",
                (id_, step, STATUSES[step], at + timedelta(minutes=number), by, ""),
            )
        yield "cases_clockentry", (id_, "start", on, str(self.term), "", self.source, at, user)
        yield "applications_application", (id_, self.edition.pk, "{}", self.facts)

    def _reference(self, on: date) -> str:
        """Among a million of one year some thirty would come twice."""
        while (made := new_reference(on)) in self.references:
            pass
        self.references.add(made)
        return made

    @cache  # noqa: B019 - a maker lives as long as the filling
    def _due(self, on: date) -> date | None:
        return due(on, self.term, calendar=national_calendar(), source=self.source).on

    def _moment(self, on: date) -> datetime:
        clock = time(self.rng.randint(9, 17), self.rng.randint(0, 59))
        return timezone.make_aware(datetime.combine(on, clock))
