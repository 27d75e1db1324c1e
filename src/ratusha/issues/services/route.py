"""Giving an issue to the organisation whose it is, where that is known well enough; remembering what was decided."""

from datetime import date, datetime

from django.utils import timezone

from ratusha.cases.public import Case, take_step
from ratusha.issues.geometry import flat
from ratusha.issues.models import Executor, Issue, Precedent
from ratusha.issues.routing.decide import decide
from ratusha.issues.routing.memory import group_of
from ratusha.issues.rules import Step


def route(case: Case, *, now: datetime) -> Case:
    """A part of the act that opens the issue."""
    issue = Issue.objects.get(pk=case.pk)
    choice = decide(issue, on=timezone.localdate(now))
    issue.routing = choice.told()
    if choice.executor_id is None:
        issue.save(update_fields=["routing"])
        return case
    issue.executor_id = choice.executor_id
    issue.save(update_fields=["routing", "executor"])
    return take_step(case.pk, Step.ASSIGN, by=None, now=now, note=str(issue.executor))


def precedent_of(issue: Issue, reference: str, executor: Executor, on: date) -> Precedent:
    point = issue.lat is not None and issue.lon is not None
    east, north = flat(issue.lat, issue.lon) if point else (None, None)  # type: ignore[arg-type]
    return Precedent(
        reference=reference,
        category=issue.category,
        group=group_of(issue.category),
        executor=executor,
        on=on,
        east=east,
        north=north,
        house_key=issue.house_key,
    )


def remember(case: Case, executor: Executor) -> None:
    """A person has decided, or has done the work: later issues may lean on it. A guess alone is never learned from."""
    issue = Issue.objects.get(pk=case.pk)
    precedent_of(issue, case.reference, executor, case.lodged_on).save()


def forget(case: Case) -> None:
    """The organisation said that it was not theirs."""
    Precedent.objects.filter(pk=case.reference).delete()
