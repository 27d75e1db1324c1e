"""Who does what to indicators. Nobody verifies what they answered, nobody publishes what they put together."""

from datetime import date
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ratusha.accounts.public import User, declare_permission
from ratusha.kernel.errors import NotPermitted

from .models import Task

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
OVER_ALL = (LEAD, VERIFY, PUBLISH)


def may_work(user: User, body_id: UUID | None, on: date) -> bool:
    """Anybody who has a part in indicators at the body they act for."""
    return any(user.may(permission, body_id, on=on) for permission in ALL)


def tasks_reached(user: User, body_id: UUID | None, on: date) -> QuerySet[Task]:
    """All of them for who leads, verifies or publishes; of the body for who answers; nothing for anybody else."""
    if any(user.may(permission, body_id, on=on) for permission in OVER_ALL):
        return Task.objects.all()
    if body_id is not None and user.may(ANSWER, body_id, on=on):
        return Task.objects.filter(body_id=body_id)
    return Task.objects.none()


def require_answer(user: User, body_id: UUID, on: date) -> None:
    if not user.may(ANSWER, body_id, on=on):
        raise NotPermitted("indicators.answer", gettext("You do not answer for this body."))


def require_lead(user: User, on: date) -> None:
    _require(user, LEAD, on)


def require_verify(user: User, on: date) -> None:
    _require(user, VERIFY, on)


def require_publish(user: User, on: date) -> None:
    _require(user, PUBLISH, on)


def _require(user: User, permission: str, on: date) -> None:
    if not user.bodies_with(permission, on=on):
        raise NotPermitted(permission, gettext("This is the duty of somebody else."))
