"""Who sees the board of the committee, who gives tasks and judges reports, who carries them out."""

from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ratusha.accounts.public import User, declare_permission
from ratusha.kernel.errors import NotPermitted
from ratusha.obligations.public import FULFIL, HEAD

from .models import Task

SEE = declare_permission(
    "committee.see",
    gettext_lazy("See the tasks of the executive committee and its digests of topics"),
)
GIVE = declare_permission(
    "committee.give",
    gettext_lazy("Give tasks of the executive committee and judge reports on them"),
)


def may_see(user: User, body_id: UUID | None, on: date) -> bool:
    """At the committee itself."""
    return any(user.may(one, body_id, on=on) for one in (SEE, GIVE))


def may_give(user: User, body_id: UUID | None, on: date) -> bool:
    return user.may(GIVE, body_id, on=on)


def may_fulfil(user: User, task: Task, on: date) -> bool:
    return user.may(FULFIL, task.organisation_id, on=on)


def may_judge(user: User, task: Task, on: date) -> bool:
    """At the committee; never who works for the organisation that carries the task out."""
    if may_fulfil(user, task, on) or user.may(HEAD, task.organisation_id, on=on):
        return False
    return may_give(user, task.committee_id, on)


def works_there(user: User, body_id: UUID | None, on: date) -> bool:
    """Where tasks are carried out."""
    return any(user.may(one, body_id, on=on) for one in (FULFIL, HEAD))


def has_part(user: User, body_id: UUID | None, on: date) -> bool:
    return may_see(user, body_id, on) or (
        works_there(user, body_id, on) and Task.objects.filter(organisation=body_id).exists()
    )


def require(*, allowed: bool) -> None:
    if not allowed:
        raise NotPermitted("committee.not_yours", _("You may not do this with this task."))
