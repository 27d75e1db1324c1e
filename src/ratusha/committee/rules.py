"""Where a task stands on the board, and what giving one and changing its day needs. Pure."""

from datetime import date

from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from ratusha.kernel.errors import Conflict, RuleBroken
from ratusha.kernel.words import require_words
from ratusha.obligations.public import Standing

LONGEST_WORDS = 2000  # characters
LONGEST_GROUND = 300


class State(TextChoices):
    """Where a task stands today. Whether it was ever late is another question."""

    GIVEN = "given", pgettext_lazy("task", "Given")
    TAKEN = "taken", pgettext_lazy("task", "Taken on")
    REPORTED = "reported", pgettext_lazy("task", "Reported")
    RETURNED = "returned", pgettext_lazy("task", "Returned for more work")
    OVERDUE = "overdue", pgettext_lazy("task", "Overdue")
    ACCEPTED = "accepted", pgettext_lazy("task", "Accepted")
    WITHDRAWN = "withdrawn", pgettext_lazy("task", "Taken off control")


# As the board reads: what burns, what waits for the committee, what waits for organisations.
OPEN = (State.OVERDUE, State.REPORTED, State.RETURNED, State.TAKEN, State.GIVEN)
DONE = (State.ACCEPTED, State.WITHDRAWN)


def state_of(standing: str, *, taken: bool, deadline: date, today: date) -> State:
    match standing:
        case Standing.SUBMITTED:
            return State.REPORTED
        case Standing.ACCEPTED:
            return State.ACCEPTED
        case Standing.WAIVED:
            return State.WITHDRAWN
    if today > deadline:
        return State.OVERDUE
    if standing == Standing.RETURNED:
        return State.RETURNED
    return State.TAKEN if taken else State.GIVEN


def require_text(text: str) -> str:
    return require_words(
        text,
        code="committee.text",
        field="text",
        missing=_("Write what is to be done."),
        longest=LONGEST_WORDS,
    )


def require_reason(text: str) -> str:
    return require_words(
        text,
        code="committee.reason",
        field="reason",
        missing=_("Write why: the reason stays with the task."),
        longest=LONGEST_WORDS,
    )


def require_ground(resolution: str, case: str) -> None:
    """A task without a paper and without a case is an order by nobody."""
    if not resolution and not case:
        message = _("Name the resolution, or the number of the issue or the appeal.")
        raise RuleBroken("committee.ground_missing", message, field="resolution")


def require_day(on: date, *, today: date) -> None:
    if on < today:
        message = _("The control date cannot be in the past.")
        raise RuleBroken("committee.day_past", message, field="due_on")


def require_another_day(on: date, before: date) -> None:
    if on == before:
        message = _("This is the control date already.")
        raise RuleBroken("committee.same_day", message, field="due_on")


def require_another_organisation(committee: object, organisation: object) -> None:
    if committee == organisation:
        message = _("A committee gives tasks to others.")
        raise RuleBroken("committee.to_itself", message, field="organisation")


def require_not_taken(*, taken: bool) -> None:
    if taken:
        raise Conflict("committee.taken", _("The task is taken on already."))
