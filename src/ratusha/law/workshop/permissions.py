from datetime import date
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from ratusha.accounts.public import User, declare_permission

COMPILE = declare_permission(
    "law.compile", _("Compile rows of the law, check them and mend their definitions")
)
PUBLISH = declare_permission(
    "law.publish", _("Put a definition into force that somebody else has reviewed")
)


def has_workshop(user: User, body_id: UUID, on: date) -> bool:
    """Whoever compiles or publishes for this body."""
    return user.may(COMPILE, body_id, on=on) or user.may(PUBLISH, body_id, on=on)
