"""Who draws cards of reengineering, and who agrees to them: never the one for the other."""

from datetime import date
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from ratusha.accounts.public import User, declare_permission

DRAW = declare_permission("conversion.draw", _("Draw cards of reengineering for the body"))
AGREE = declare_permission(
    "conversion.agree", _("Agree to cards of reengineering for the body that is asked")
)


def has_part(user: User, body_id: UUID | None, on: date) -> bool:
    return user.may(DRAW, body_id, on=on) or user.may(AGREE, body_id, on=on)
