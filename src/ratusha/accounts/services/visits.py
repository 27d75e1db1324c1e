"""Ending visits elsewhere."""

from uuid import UUID

from django.db import transaction

from ratusha.accounts.models import Session, User
from ratusha.audit.public import record


@transaction.atomic
def end_visit(public_id: UUID, *, by: User) -> None:
    """Only one's own: another person's visit does not exist."""
    Session.objects.select_for_update().get(public_id=public_id, user=by).delete()
    record("visit.end", "user", by.pk, by=by.pk, visit=public_id)


@transaction.atomic
def end_all_visits(user: User) -> int:
    """Everywhere, this one included."""
    ended, _each = Session.objects.filter(user=user).delete()
    record("visit.end_all", "user", user.pk, by=user.pk, visits=ended)
    return ended
