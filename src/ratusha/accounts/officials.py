"""Finding officials by what they may do."""

from datetime import date
from uuid import UUID

from .models import Appointment, User


def officials_who_may(permission: str, body_id: UUID, *, on: date) -> list[User]:
    """Those appointed at the body with this permission on this day, by name."""
    there = Appointment.objects.filter(body_id=body_id, permissions__contains=[permission])
    users = {a.user for a in there.select_related("user") if a.in_force(on)}
    return sorted(users, key=lambda user: user.display_name)
