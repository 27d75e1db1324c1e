"""Writing the journal: one row for each person an answer tells of, in the transaction of the answer."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from uuid_utils.compat import uuid7

from ratusha.exchange.models import AccessRecord
from ratusha.exchange.rules import Part, Purpose


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
    rows = [
        AccessRecord(
            subject_id=person,
            id=uuid7(),
            at=now,
            service=service,
            part=part,
            fields=list(fields),
            purpose=purpose.code,
            legal_basis=legal_basis,
            case_reference=purpose.case_reference,
            procedure_code=purpose.procedure_code,
            by=by,
            body_id=body,
        )
        for person, part in people
    ]
    AccessRecord.objects.bulk_create(rows)
    first: UUID = rows[0].id
    return first
