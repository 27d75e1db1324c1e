from datetime import date
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from ratusha.accounts.public import User

from .permissions import has_part


def ways_of(user: User, body_id: UUID | None, on: date) -> list[tuple[str, str]]:
    """Where an official goes from the desk: name and address."""
    return (
        [(_("Ratings of organisations"), reverse("ratings:desk"))]
        if has_part(user, body_id, on)
        else []
    )
