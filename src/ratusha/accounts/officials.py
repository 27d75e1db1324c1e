"""Finding officials by what they may do."""

from datetime import date
from uuid import UUID

from .models import Appointment, User


def officials_who_may(permission: str, body_id: UUID, *, on: date) -> list[User]:
    """Those appointed at the body with this permission on this day, by name."""
    there = Appointment.objects.filter(body_id=body_id, permissions__contains=[permission])
    users = {a.user for a in there.select_related("user") if a.in_force(on)}
    return sorted(users, key=lambda user: user.display_name)


def officials_with(permission: str, *, on: date) -> list[tuple[User, UUID]]:
    """Those who have this permission anywhere on this day, by name, each with the body they have it at."""
    there = Appointment.objects.filter(permissions__contains=[permission]).select_related("user")
    found = {(a.user, a.body_id) for a in there if a.in_force(on)}
    return sorted(found, key=lambda pair: (pair[0].display_name, str(pair[1])))
