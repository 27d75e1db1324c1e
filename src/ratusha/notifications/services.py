"""The only code that writes notices. Each function is one act: all of it happens, or none."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from uuid_utils.compat import uuid7

from .models import Letter, Notice

Text = dict[str, str]


@transaction.atomic
def notify(
    *,
    party_id: UUID,
    kind: str,
    subject: Text,
    body: Text,
    case_reference: str = "",
    now: datetime,
    once: str = "",
) -> Notice:
    """Tell a party something; told again with the same `once`, it stays one notice and one letter."""
    notice_id = uuid7()
    notice = Notice(
        id=notice_id,
        party_id=party_id,
        kind=kind,
        subject=subject,
        body=body,
        case_reference=case_reference,
        once=once or str(notice_id),
        created_at=now,
    )
    Notice.objects.bulk_create([notice], ignore_conflicts=True)
    kept = Notice.objects.of(party_id).get(once=notice.once)
    if kept.pk == notice_id:
        Letter.objects.create(party_id=party_id, notice_id=notice_id, due_at=now)
    return kept


def unread_count(party_id: UUID) -> int:
    return Notice.objects.of(party_id).filter(read_at=None).count()


def read_all(party_id: UUID, *, now: datetime) -> int:
    return Notice.objects.of(party_id).filter(read_at=None).update(read_at=now)
