"""Who dispatches issues, who carries them out, and who may speak for those that reported one."""

from datetime import date
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from ratusha.accounts.public import User, declare_permission
from ratusha.cases.public import Case, is_applicant, is_disinterested, is_the_system

from .models import Issue

ISSUE = "issue"
DISPATCH = declare_permission(
    "issues.dispatch", _("Dispatch issues: give them to organisations, merge, refuse")
)
CARRY_OUT = declare_permission(
    "issues.carry_out", _("Carry out issues given to the organisation and report on them")
)
ASSIGN_TERRITORIES = declare_permission(
    "issues.assign_territories", _("Assign territories to organisations, by an act and from a day")
)
TAKE_CALLS = declare_permission(
    "issues.take_calls",
    _("Take calls of people about issues, and call those whom the lot has chosen"),
)
OVERSEE = declare_permission("issues.oversee", _("Look at issues that were told to the body above"))


def has_desk(user: User, body_id: UUID | None, on: date) -> bool:
    """Has any part in issues at the body they act for."""
    return body_id is not None and any(
        user.may(name, body_id, on=on)
        for name in (DISPATCH, CARRY_OUT, ASSIGN_TERRITORIES, OVERSEE, TAKE_CALLS)
    )


def may_dispatch(user: User | None, case: Case, on: date) -> bool:
    return (
        user is not None
        and user.may(DISPATCH, case.body_id, on=on)
        and is_disinterested(user, case, on)
    )


def may_dispatch_or_the_system(user: User | None, case: Case, on: date) -> bool:
    return is_the_system(user, case, on) or may_dispatch(user, case, on)


def may_carry_out(user: User | None, case: Case, on: date) -> bool:
    """An official of the organisation it is given to; for one without officials here, the dispatcher."""
    given = Issue.objects.values_list("executor_id", "executor__body_id")
    executor, body = given.get(pk=case.pk)
    if user is None or executor is None or not is_disinterested(user, case, on):
        return False
    if body is None:
        return may_dispatch(user, case, on)
    return user.may(CARRY_OUT, body, on=on)


def works_on(user: User, case: Case, on: date) -> bool:
    """The dispatcher of the place, or the organisation that it was given to."""
    return may_dispatch(user, case, on) or may_carry_out(user, case, on)


def speaks_for_reporters(user: User | None, case: Case, on: date) -> bool:
    """The first reporter; `None` is a service that has checked the code of a reporter."""
    return is_the_system(user, case, on) or is_applicant(user, case, on)
