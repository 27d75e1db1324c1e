"""What the libraries alone cost for the same rows: the floor under our own figures, in the same run."""

import json
from typing import Any
from uuid import UUID

from django.db import connection, transaction
from django.utils import timezone
from uuid_utils.compat import uuid7

from ratusha.applications.models import Application
from ratusha.cases.models import Case
from ratusha.kernel.references import new_reference

from . import machine
from .acts import Meter
from .fill import COLUMNS

AUDIT = "INSERT INTO audit_entry (action, object_type, object_id, by, details) VALUES (%s, %s, %s, %s, %s)"
EVENT = """
INSERT INTO kernel_outboxentry (event, handler, payload, written_at, due_at, attempts, last_error)
VALUES ('bench', 'bench', '{}', now(), '9999-01-01', 0, '')
"""


def inserts(count: int, rounds: int) -> dict[str, Any]:
    """The six rows of a lodged case by psycopg alone, in one transaction: nothing is checked, nothing is read."""
    meter = Meter()
    case = Case.objects.filter(closed_on=None).order_by("-lodged_at")[0]
    facts = json.dumps(Application.objects.get(pk=case.pk).facts)
    edition = Application.objects.get(pk=case.pk).edition_id
    found = [
        meter.run([lambda: _write(case, edition, facts) for _number in range(count)])
        for _round in range(rounds)
    ]
    _forget()
    return machine.median(found)


def _write(case: Case, edition: UUID, facts: str) -> None:
    now, id_ = timezone.now(), uuid7()
    reference = new_reference(case.lodged_on)
    rows: dict[str, tuple[Any, ...]] = {
        "cases_case": (
            id_, reference, case.kind, "lodged", "", case.applicant_id, case.lodged_by_id, case.body_id, None,
            "bench", json.dumps(case.title), "be", "bench", now, now.date(), now.date(), None, None,
        ),
        "cases_steptaken": (id_, "lodge", "lodged", now, case.lodged_by_id, ""),
        "cases_clockentry": (id_, "start", now.date(), "1 month", "", "bench", now, case.lodged_by_id),
        "applications_application": (id_, edition, "{}", facts),
    }  # fmt: skip
    with transaction.atomic(), connection.connection.cursor() as cursor:
        for table, row in rows.items():
            names = ", ".join(COLUMNS[table].split())
            places = ", ".join(["%s"] * len(row))
            cursor.execute(f"INSERT INTO {table} ({names}) VALUES ({places})", row)  # noqa: S608 - our own words
        cursor.execute(AUDIT, ["bench", "case", reference, None, "{}"])
        cursor.execute(EVENT)


def _forget() -> None:
    """The rows of the floor are no cases, and no act of disposal names them; the journal keeps its entries."""
    tables = (
        ("applications_application", "case_id"), ("cases_clockentry", "case_id"),
        ("cases_steptaken", "case_id"), ("cases_case", "id"),
    )  # fmt: skip
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM kernel_outboxentry WHERE event = 'bench'")
        for table, _column in tables:
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        for table, column in tables:
            cursor.execute(
                f"DELETE FROM {table} WHERE {column} IN (SELECT id FROM cases_case WHERE channel = 'bench')"  # noqa: S608
            )
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for table, _column in tables:
            cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")
