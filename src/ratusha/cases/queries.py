"""Questions about cases, without writing anything."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, Min, Q

from ratusha.accounts.public import User

from .models import Case
from .permissions import may_for_applicant
from .rules import statuses_of_others


@dataclass(frozen=True)
class Load:
    """The open cases of one official at a body, or those that nobody holds."""

    handler: UUID | None
    open: int
    late: int
    soon: int
    waiting: int
    next_due: date | None


def workload(body_id: UUID, *, today: date, soon: date) -> list[Load]:
    """One question to the database for the whole body."""
    waiting = Q(status__in=statuses_of_others())
    rows = (
        Case.objects.filter(body_id=body_id)
        .open()
        .values("handler")
        .annotate(
            open=Count("pk"),
            late=Count("pk", filter=Q(due_on__lt=today)),
            soon=Count("pk", filter=Q(due_on__range=(today, soon))),
            waiting=Count("pk", filter=waiting),
            next_due=Min("due_on", filter=~waiting),
        )
        .order_by("handler")
    )
    return [Load(**row) for row in rows]


def may_reach(user: User, reference: str, on: date, *, act: str) -> bool:
    """Whether this person may do this in the case with this number: as its applicant or by a mandate."""
    case = Case.objects.filter(reference=reference).first() if reference else None
    return case is not None and may_for_applicant(user, case, on, act)
