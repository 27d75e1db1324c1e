"""A task given, taken on, reported, accepted or returned; its control date changed; taken off control."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.audit.public import record
from ratusha.committee import permissions, rules
from ratusha.committee.models import ControlDate, Task
from ratusha.committee.queries import bodies_of, find_case
from ratusha.kernel.errors import RuleBroken
from ratusha.kernel.references import normalise_reference
from ratusha.kernel.sources import Source
from ratusha.kernel.texts import in_all_languages
from ratusha.obligations import public as obligations
from ratusha.obligations.public import Obligation
from ratusha.parties.public import Organisation

ROOM, RULE = "committee", "committee.task"


@transaction.atomic
def give(
    *,
    committee_id: UUID,
    organisation_id: UUID,
    text: str,
    due_on: date,
    by: User,
    now: datetime,
    resolution: str = "",
    case_reference: str = "",
) -> Task:
    """On the ground of a resolution, of an issue or an appeal by its number, or of both."""
    today = timezone.localdate(now)
    permissions.require(allowed=permissions.may_give(by, committee_id, today))
    text, resolution, case_reference = (
        rules.require_text(text),
        resolution.strip(),
        case_reference.strip(),
    )
    rules.require_ground(resolution, case_reference)
    rules.require_day(due_on, today=today)
    rules.require_another_organisation(committee_id, organisation_id)
    committee = Organisation.objects.select_for_update(no_key=True).get(pk=committee_id)
    _require_of_the_committee(committee, organisation_id)
    task = Task(
        committee=committee,
        organisation_id=organisation_id,
        year=today.year,
        place=_next_place(committee_id, today.year),
        text=text,
        resolution=resolution,
        case_reference=_known_case(committee, case_reference) if case_reference else "",
        given_at=now,
        given_by=by,
    )
    task.duty = _declare(task, due_on, nth=1, by=by, now=now)
    task.save()
    ControlDate.objects.create(task=task, duty=task.duty, due_on=due_on, by=by, at=now)
    return _traced(task, "give", by)


def _require_of_the_committee(committee: Organisation, organisation_id: UUID) -> None:
    if not bodies_of(committee).filter(pk=organisation_id).exists():
        message = _("Choose an organisation of the territory of the committee.")
        raise RuleBroken("committee.not_of_the_territory", message, field="organisation")


def _next_place(committee_id: UUID, year: int) -> int:
    """The committee is locked, so nobody takes the same."""
    there = Task.objects.filter(committee_id=committee_id, year=year)
    return (there.aggregate(last=Max("place"))["last"] or 0) + 1


def _known_case(committee: Organisation, typed: str) -> str:
    """The number as it is kept. Whether there is such a case elsewhere is not told."""
    try:
        reference = normalise_reference(typed)
    except RuleBroken as error:
        raise RuleBroken(error.code, error.message, field="case_reference") from error
    if find_case(committee, reference) is None:
        message = _("No body of the committee has an issue or an appeal with this number.")
        raise RuleBroken("committee.no_such_case", message, field="case_reference")
    return reference


def _declare(task: Task, due_on: date, *, nth: int, by: User, now: datetime) -> Obligation:
    """The calendar of duties is read by the whole government: it has the number, not the words."""
    number = {"number": task.number}
    return obligations.declare(
        rule=RULE,
        subject_id=task.organisation_id,
        to_id=task.committee_id,
        period=str(due_on.year),
        title=in_all_languages(lambda: _("Task of the executive committee %(number)s") % number),
        source=Source(title=task.resolution or f"№ {task.case_reference}", confidence="official"),
        due_on=due_on,
        room=ROOM,
        about=f"{task.pk}/{nth}",
        by=by,
        now=now,
    )


@transaction.atomic
def take(task_id: UUID, *, by: User, now: datetime) -> Task:
    """The organisation has read it and begins."""
    task = _to_carry_out(task_id, by, now)
    rules.require_not_taken(taken=task.taken_at is not None)
    task.taken_at, task.taken_by = now, by
    task.save(update_fields=["taken_at", "taken_by"])
    return _traced(task, "take", by)


@transaction.atomic
def report(task_id: UUID, *, text: str, by: User, now: datetime) -> Task:
    task = _to_carry_out(task_id, by, now)
    obligations.submit(task.duty_id, evidence=text, by=by, now=now, room=ROOM)
    return _traced(task, "report", by)


@transaction.atomic
def accept(task_id: UUID, *, by: User, now: datetime) -> Task:
    task = _to_judge(task_id, by, now)
    obligations.accept(task.duty_id, by=by, now=now, room=ROOM)
    return _traced(task, "accept", by)


@transaction.atomic
def give_back(task_id: UUID, *, reason: str, by: User, now: datetime) -> Task:
    """To be mended: how long for is a rule of duties."""
    task = _to_judge(task_id, by, now)
    obligations.give_back(task.duty_id, reason=reason, by=by, now=now, room=ROOM)
    return _traced(task, "give_back", by)


@transaction.atomic
def move_date(task_id: UUID, *, due_on: date, reason: str, by: User, now: datetime) -> Task:
    """The duty with the old day ends by this decision and a new one begins; what was late stays late."""
    task = _to_judge(task_id, by, now)
    reason = rules.require_reason(reason)
    rules.require_day(due_on, today=timezone.localdate(now))
    rules.require_another_day(due_on, task.duty.due_on)
    obligations.waive(task.duty_id, act=reason, by=by, now=now, room=ROOM)
    task.duty = _declare(task, due_on, nth=task.dates.count() + 1, by=by, now=now)
    task.save(update_fields=["duty"])
    ControlDate.objects.create(
        task=task, duty=task.duty, due_on=due_on, reason=reason, by=by, at=now
    )
    return _traced(task, "move_date", by)


@transaction.atomic
def withdraw(task_id: UUID, *, reason: str, by: User, now: datetime) -> Task:
    """Taken off control: nothing is to be done any more. What was late stays late."""
    task = _to_judge(task_id, by, now)
    obligations.waive(task.duty_id, act=rules.require_reason(reason), by=by, now=now, room=ROOM)
    return _traced(task, "withdraw", by)


def _lock(task_id: UUID) -> Task:
    return Task.objects.select_for_update(of=("self",)).select_related("duty").get(pk=task_id)


def _to_carry_out(task_id: UUID, by: User, now: datetime) -> Task:
    task = _lock(task_id)
    permissions.require(allowed=permissions.may_fulfil(by, task, timezone.localdate(now)))
    return task


def _to_judge(task_id: UUID, by: User, now: datetime) -> Task:
    task = _lock(task_id)
    permissions.require(allowed=permissions.may_judge(by, task, timezone.localdate(now)))
    return task


def _traced(task: Task, act: str, by: User) -> Task:
    record(f"committee.{act}", "task", task.pk, by=by.pk, body=task.committee_id)
    return task


def address_of(duty: Obligation) -> str:
    """Where a duty of this room is carried out."""
    date_of = ControlDate.objects.select_related("task").filter(duty=duty).first()
    return date_of.task.get_absolute_url() if date_of else ""
