"""Who reads programmes inside government, who rates, who keeps them. Nobody rates or accepts their own."""

from datetime import date
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from ratusha.accounts.public import User, declare_permission

SEE = declare_permission("programmes.see", _("Read what programmes show inside government"))
KEEP = declare_permission(
    "programmes.keep", _("Keep programmes: places of measures, baselines, forecasts, choices")
)
RATE = declare_permission("programmes.rate", _("Rate measures of others independently"))
REPORT = "measures.prepare"  # who prepares a measure reports its progress and gives the own rating


def sees_inside(user: User, body_id: UUID | None, on: date) -> bool:
    return any(user.may(permission, body_id, on=on) for permission in (SEE, KEEP, RATE))


def keeps(user: User, body_id: UUID | None, on: date) -> bool:
    return user.may(KEEP, body_id, on=on)


def reports(user: User, initiator_id: UUID, on: date) -> bool:
    return user.may(REPORT, initiator_id, on=on)


def rates(user: User, body_id: UUID | None, initiator_id: UUID, on: date) -> bool:
    """An assessor of a body that does not propose the measure, who does not work for the one that does."""
    apart = body_id != initiator_id and not reports(user, initiator_id, on)
    return apart and user.may(RATE, body_id, on=on)
