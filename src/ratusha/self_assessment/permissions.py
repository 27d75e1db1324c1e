"""Who takes part in a self-assessment. Whoever coordinates names the owner of each section; owners answer."""

from datetime import date
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from ratusha.accounts.public import User, declare_permission

COORDINATE = declare_permission(
    "self_assessment.coordinate",
    _("Open editions of the self-assessment, name owners of sections, hand in and publish"),
)
FILL = declare_permission(
    "self_assessment.fill", _("Answer the sections of the self-assessment that one owns")
)
ALL = (COORDINATE, FILL)


def takes_part(user: User, body_id: UUID | None, on: date) -> bool:
    return any(user.may(permission, body_id, on=on) for permission in ALL)


def may_coordinate(user: User, body_id: UUID | None, on: date) -> bool:
    return user.may(COORDINATE, body_id, on=on)
