"""Who does what to indicators. Nobody verifies what they answered, nobody publishes what they put together."""

from datetime import date
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from ratusha.accounts.public import User, declare_permission

LEAD = declare_permission(
    "indicators.lead", _("Open collections of indicators and put them together")
)
ANSWER = declare_permission(
    "indicators.answer", _("Answer for the body in collections of indicators")
)
VERIFY = declare_permission("indicators.verify", _("Verify answers in collections of indicators"))
PUBLISH = declare_permission(
    "indicators.publish", _("Approve and publish levels of digital development")
)
ALL = (LEAD, ANSWER, VERIFY, PUBLISH)


def may_work(user: User, body_id: UUID | None, on: date) -> bool:
    """Anybody who has a part in indicators at the body they act for."""
    return any(user.may(permission, body_id, on=on) for permission in ALL)
