"""Writing the journal: one row for each person an answer tells of, in the transaction of the answer.

Plain SQL, one INSERT: it is paid for every question that is asked.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection
from uuid_utils.compat import uuid7

from ratusha.exchange.rules import Part, Purpose

COLUMNS = (
    "subject_id, id, part, at, service, fields, purpose, legal_basis, case_reference, procedure_code,"
    " by, body_id"
)


def write_down(
    subject: UUID,
    others: Iterable[UUID],
    *,
    service: str,
    fields: Sequence[str],
    purpose: Purpose,
    legal_basis: str,
    by: UUID | None,
    body: UUID | None,
    now: datetime,
) -> UUID:
    """Returns the id of the row of the subject."""
    people = [
        (subject, Part.SUBJECT),
        *((p, Part.MENTIONED) for p in dict.fromkeys(others) if p != subject),
    ]
    ids = [uuid7() for _person in people]
    common: list[Any] = [
        now, service, list(fields), purpose.code, legal_basis,
        purpose.case_reference, purpose.procedure_code, by, body,
    ]  # fmt: skip
    rows: list[list[Any]] = [
        [who, row, part.value, *common] for row, (who, part) in zip(ids, people, strict=True)
    ]
    one = f"({', '.join(['%s'] * len(rows[0]))})"
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO exchange_accessrecord ({COLUMNS}) VALUES {', '.join([one] * len(rows))}",  # noqa: S608 - only placeholders
            [value for row in rows for value in row],
        )
    return ids[0]
