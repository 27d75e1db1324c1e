"""Giving an issue to the organisation whose it is, where that is known well enough; remembering what was decided."""

from datetime import date

from ratusha.cases.public import Case
from ratusha.issues.geometry import flat
from ratusha.issues.models import Executor, Issue, Precedent
from ratusha.issues.routing.decide import decide
from ratusha.issues.routing.memory import group_of


def route(issue: Issue, *, on: date) -> None:
    """Say in a new issue whose it is, or what speaks for whom. It is written with the issue."""
    choice = decide(issue, on=on)
    issue.routing, issue.executor_id = choice.told(), choice.executor_id


def precedent_of(issue: Issue, reference: str, executor: Executor, on: date) -> Precedent:
    """A person has decided, or has done the work: later issues may lean on it. A guess alone is never learned from."""
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


def forget(case: Case) -> None:
    """The organisation said that it was not theirs."""
    Precedent.objects.filter(pk=case.reference).delete()
