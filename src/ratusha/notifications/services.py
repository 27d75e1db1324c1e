"""The only code that writes notices. Each function is one act: all of it happens, or none."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db import transaction
from uuid_utils.compat import uuid7

from ratusha.audit.public import record
from ratusha.kernel.texts import Text

from .models import Letter, Notice, WithoutLetters


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


def unread_count(*parties: UUID) -> int:
    """For the header of every page: an index of unread notices only, in one partition a party."""
    return Notice.objects.of(parties).filter(read_at=None).count()


@transaction.atomic
def mark_read(notice: Notice, *, now: datetime) -> None:
    """The first reading counts."""
    Notice.objects.of(notice.party_id).filter(pk=notice.pk, read_at=None).update(read_at=now)


@transaction.atomic
def mark_all_read(parties: Collection[UUID], *, now: datetime) -> int:
    return Notice.objects.of(parties).filter(read_at=None).update(read_at=now)


@transaction.atomic
def stop_letters(party_id: UUID, *, by: UUID | None, now: datetime) -> None:
    """No e-mail from now on. The notices themselves stay in the cabinet: they are owed by law."""
    _, new = WithoutLetters.objects.get_or_create(party_id=party_id, defaults={"since": now})
    if new:
        record("notifications.stop_letters", "party", str(party_id), by=by)


@transaction.atomic
def resume_letters(party_id: UUID, *, by: UUID | None) -> None:
    gone, _ = WithoutLetters.objects.filter(party_id=party_id).delete()
    if gone:
        record("notifications.resume_letters", "party", str(party_id), by=by)


def wants_letters(party_id: UUID) -> bool:
    return not WithoutLetters.objects.filter(party_id=party_id).exists()


def erase_about(case_reference: str, parties: Collection[UUID]) -> None:
    """Called inside the act that erases the case: what these parties were told about it goes with it."""
    Notice.objects.of(parties).filter(case_reference=case_reference).delete()
