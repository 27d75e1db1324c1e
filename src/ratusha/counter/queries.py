"""The queue as it is, and the visit one is serving."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import F

from ratusha.accounts.public import User

from .models import SignedPaper, Ticket, Visit
from .permissions import SERVE
from .rules import MEASURED, waiting_time


@dataclass(frozen=True)
class Board:
    """What hangs in the hall: who is called where, how many wait, about how long."""

    called: list[Ticket]
    waiting: list[Ticket]
    wait: timedelta | None


def durations(body_id: UUID) -> list[timedelta]:
    """Of the last visits that came to their end, whatever the day."""
    ended = Visit.objects.filter(body_id=body_id, ended_at__isnull=False, person_id__isnull=False)
    lengths = ended.order_by("-ended_at").values_list(F("ended_at") - F("begun_at"), flat=True)
    return list(lengths[:MEASURED])


def board(body_id: UUID, on: date) -> Board:
    today = Ticket.objects.filter(body_id=body_id, day=on)
    called = list(today.filter(end="", called_at__isnull=False).order_by("-called_at"))
    waiting = list(today.waiting())
    return Board(called, waiting, waiting_time(len(waiting), durations(body_id), len(called)))


def wait_of(ticket: Ticket) -> tuple[int, timedelta | None]:
    """How many are before this ticket, and about how long it will take."""
    today = Ticket.objects.filter(body_id=ticket.body_id, day=ticket.day)
    ahead = today.waiting().filter(number__lt=ticket.number).count()
    windows = today.filter(end="", called_at__isnull=False).count()
    return ahead, waiting_time(ahead, durations(ticket.body_id), windows)


def may_serve(user: User, body_id: UUID, on: date) -> bool:
    return user.may(SERVE, body_id, on=on)


def may_fill(user: User, applicant_id: UUID, body_id: UUID, on: date) -> bool:
    """While the checked person sits at this official's window."""
    visit = Visit.objects.open_of(user.pk, body_id).filter(person_id=applicant_id)
    return may_serve(user, body_id, on) and visit.exists()


def open_visit(user_id: UUID, body_id: UUID | None) -> UUID | None:
    """The visit at this official's window."""
    if body_id is None:
        return None
    return Visit.objects.open_of(user_id, body_id).values_list("pk", flat=True).first()


def paper_of(draft_id: UUID) -> SignedPaper | None:
    return SignedPaper.objects.filter(pk=draft_id).first()
