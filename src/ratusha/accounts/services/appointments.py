"""Who acts for a body, from when until when, and what they may do."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.db import transaction

from ratusha.accounts.models import Appointment, User
from ratusha.accounts.permissions import SHAPE
from ratusha.audit.public import record


@transaction.atomic
def appoint(
    user: User,
    body_id: UUID,
    permissions: Sequence[str],
    position: dict[str, str],
    since: date,
    *,
    until: date | None = None,
    by: UUID | None,
) -> Appointment:
    strange = [name for name in permissions if not SHAPE.fullmatch(name)]
    if strange:
        raise ValueError(f"Not permissions: {strange}")
    appointment = Appointment.objects.create(
        user=user,
        body_id=body_id,
        permissions=sorted(set(permissions)),
        position=position,
        since=since,
        until=until,
        appointed_by=by,
    )
    record(
        "appointment.begin",
        "user",
        user.pk,
        by=by,
        body=body_id,
        appointment=appointment.pk,
        permissions=appointment.permissions,
        since=since,
        until=until,
    )
    user.__dict__.pop("appointments", None)
    return appointment


@transaction.atomic
def end_appointment(appointment_id: UUID, *, on: date, by: UUID | None) -> Appointment:
    """From `on` this person may nothing for this body any more; an earlier end stays."""
    appointment = Appointment.objects.select_for_update().get(pk=appointment_id)
    ends = max(on, appointment.since)
    if appointment.until is None or ends < appointment.until:
        appointment.until = ends
        appointment.save(update_fields=["until"])
        record(
            "appointment.end",
            "user",
            appointment.user_id,
            by=by,
            body=appointment.body_id,
            appointment=appointment.pk,
            until=ends,
        )
    return appointment
