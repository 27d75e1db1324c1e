"""To answer a collection is a dated duty of the body: it stands in the calendar of the state, and stays late there."""

from datetime import datetime

from ratusha.accounts.public import User
from ratusha.indicators.collecting import law
from ratusha.indicators.collection_rules import WRITTEN
from ratusha.indicators.models import Answer, Collection, Task
from ratusha.indicators.passports import responsible_code
from ratusha.obligations import public as obligations
from ratusha.parties.public import find_body
from ratusha.ui.addresses import address_of

ROOM = "indicators"
RULE = "indicators.answer"


def declare_duties(collection: Collection, *, by: User, now: datetime) -> None:
    """Towards the body that answers for the method; where the pack names one that is not there, there is no duty."""
    to = find_body(responsible_code())
    if to is None:
        return
    for task in collection.tasks.all():
        obligations.declare(
            rule=RULE,
            subject_id=task.body_id,
            to_id=to.pk,
            period=str(collection.year),
            title=collection.made_of.title,
            source=law().act,
            due_on=collection.last_day,
            about=about(task),
            room=ROOM,
            by=by,
            now=now,
        )


def address_of_duty(duty: obligations.Obligation) -> str:
    """The page on which the body answers."""
    code, _slash, subject = duty.about.partition("/")
    return address_of("indicators:task", code, subject)


def about(task: Task) -> str:
    return f"{task.collection.code}/{task.subject}"


def fulfil(task: Task, *, by: User, now: datetime) -> None:
    """Once nothing is left to be written."""
    duty = _duty_of(task)
    if duty is None or Answer.objects.filter(task=task, state__in=WRITTEN).exists():
        return
    if duty.standing in {"awaited", "returned"}:
        obligations.submit(duty.pk, evidence=about(task), by=by, now=now, room=ROOM)


def accept(collection: Collection, *, by: User, now: datetime) -> None:
    """With the publication: what was handed in is accepted; what was not stays owed, late for ever."""
    for task in collection.tasks.select_related("collection"):
        duty = _duty_of(task)
        if duty is not None and duty.standing == "submitted":
            obligations.accept(duty.pk, by=by, now=now, room=ROOM)


def _duty_of(task: Task) -> obligations.Obligation | None:
    return obligations.find(RULE, task.body_id, str(task.collection.year), about(task))
