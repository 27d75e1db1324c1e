"""Who fulfils duties of a body, who hears of it as its head, and who waits for what others owe."""

from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ratusha.accounts.public import User, declare_permission
from ratusha.kernel.errors import NotPermitted

from .models import Obligation

FULFIL = declare_permission("obligations.fulfil", gettext_lazy("Fulfil the duties of the body"))
HEAD = declare_permission(
    "obligations.head", gettext_lazy("Answer as the head for the duties of the body")
)
OVERSEE = declare_permission(
    "obligations.oversee",
    gettext_lazy("Accept, give back and waive what other bodies owe to this one"),
)


def may_fulfil(user: User, obligation: Obligation, on: date) -> bool:
    return user.may(FULFIL, obligation.subject_id, on=on)


def may_judge(user: User, obligation: Obligation, on: date) -> bool:
    """At the body it is owed to; never who works for the body that owes it."""
    if may_fulfil(user, obligation, on) or user.may(HEAD, obligation.subject_id, on=on):
        return False
    return user.may(OVERSEE, obligation.to_id, on=on)


def has_part(user: User, body_id: UUID | None, on: date) -> bool:
    """Whether duties are work of this person at the body they act for."""
    return any(user.may(one, body_id, on=on) for one in (FULFIL, HEAD, OVERSEE))


def require(*, allowed: bool) -> None:
    if not allowed:
        message = _("You may not do this for this body: ask who fulfils its duties.")
        raise NotPermitted("obligation.not_yours", message)
