"""What happened to a task, from its own acts and those of its duties, oldest first."""

from dataclasses import dataclass
from datetime import datetime
from operator import attrgetter

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from ratusha.accounts.public import User
from ratusha.obligations.public import Act

from .models import ControlDate, Task

GIVEN = pgettext_lazy("task", "Given")
TAKEN = pgettext_lazy("task", "Taken on")
MOVED = pgettext_lazy("task", "Control date changed")
STEPS = {
    Act.SUBMIT: pgettext_lazy("task", "Reported"),
    Act.ACCEPT: pgettext_lazy("task", "Accepted"),
    Act.RETURN: pgettext_lazy("task", "Returned for more work"),
    Act.MISS: pgettext_lazy("task", "The control date passed"),
}
WITHDRAWN = pgettext_lazy("task", "Taken off control")


@dataclass(frozen=True)
class Happened:
    at: datetime
    what: Promise
    by: User | None
    words: str = ""


def story_of(task: Task, dates: list[ControlDate]) -> list[Happened]:
    """`dates` with their duties and the histories of these."""
    told = [Happened(task.given_at, GIVEN, task.given_by)]
    if task.taken_at:
        told.append(Happened(task.taken_at, TAKEN, task.taken_by))
    told += [Happened(one.at, MOVED, one.by, one.reason) for one in dates if one.reason]
    for one in dates:
        for step in one.duty.history.all():
            if step.act in STEPS:
                told.append(Happened(step.at, STEPS[Act(step.act)], step.by, step.words))
            elif step.act == Act.WAIVE and one.duty_id == task.duty_id:
                told.append(Happened(step.at, WITHDRAWN, step.by, step.words))
    return sorted(told, key=attrgetter("at"))
