"""Who prepares plans and reports of a body, who signs them as its head, and who judges them at the ministry."""

from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ratusha.accounts.public import User, declare_permission
from ratusha.kernel.errors import NotPermitted

from .models import Paper

PREPARE = declare_permission("plans.prepare", gettext_lazy("Prepare plans and reports of the body"))
SIGN = declare_permission(
    "plans.sign", gettext_lazy("Sign plans and reports as the head of the body")
)
CHECK = declare_permission(
    "plans.check", gettext_lazy("Accept and return plans and reports of bodies, consolidate them")
)


def may_prepare(user: User, paper: Paper, on: date) -> bool:
    return user.may(PREPARE, paper.body_id, on=on)


def may_sign(user: User, paper: Paper, on: date) -> bool:
    return user.may(SIGN, paper.body_id, on=on)


def may_check(user: User, paper: Paper, on: date) -> bool:
    """At the body it is owed to; never who prepares or signs for the body that owes it."""
    if may_prepare(user, paper, on) or may_sign(user, paper, on):
        return False
    return user.may(CHECK, paper.obligation.to_id, on=on)


def has_part(user: User, body_id: UUID | None, on: date) -> bool:
    return any(user.may(one, body_id, on=on) for one in (PREPARE, SIGN, CHECK))


def require(*, allowed: bool) -> None:
    if not allowed:
        message = _("You may not do this with papers of this body.")
        raise NotPermitted("plans.not_yours", message)
