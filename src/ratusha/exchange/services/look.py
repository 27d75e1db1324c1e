"""Looking into a case: the official asks no register and still sees a person's data, so the journal says so."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from ratusha.accounts.public import User
from ratusha.exchange import catalogue, rules
from ratusha.exchange.models import AccessRecord
from ratusha.exchange.rules import Purpose

from .journal import write_down

SERVICE = "case.file"
ONE_LOOK = timedelta(minutes=30)  # turning pages within it is one look


@transaction.atomic
def note_look(
    subject: UUID, *, purpose: Purpose, by: User, body: UUID, now: datetime
) -> UUID | None:
    """Write down that this official opened the file of this case; None when the same look is noted already."""
    rule = catalogue.purpose(purpose.code)
    fields = rules.allowed_fields(rule, SERVICE, purpose, None)
    noted = AccessRecord.objects.filter(
        subject_id=subject,
        service=SERVICE,
        case_reference=purpose.case_reference,
        by=by.pk,
        at__gt=now - ONE_LOOK,
    )
    if noted.exists():
        return None
    return write_down(
        subject,
        (),
        service=SERVICE,
        fields=sorted(fields),
        purpose=purpose,
        legal_basis=purpose.legal_basis or rule.basis,
        by=by.pk,
        body=body,
        now=now,
    )
