"""Tickets: taken, called, settled."""

from datetime import datetime
from uuid import UUID

from django.db import connection, transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.audit.public import record
from ratusha.counter.models import Ticket, Visit
from ratusha.counter.queries import may_serve
from ratusha.counter.rules import End
from ratusha.kernel.errors import NotPermitted, RuleBroken


def require_counter(by: User, body_id: UUID, now: datetime) -> None:
    if not may_serve(by, body_id, timezone.localdate(now)):
        raise NotPermitted("counter.not_yours", _("You do not work at this counter."))


@transaction.atomic
def take_ticket(body_id: UUID, *, by: User, now: datetime) -> Ticket:
    """The next number of the day; two at once wait for each other and get two numbers."""
    require_counter(by, body_id, now)
    day = timezone.localdate(now)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"counter:{body_id}:{day}"]
        )
    last = Ticket.objects.filter(body_id=body_id, day=day).aggregate(last=Max("number"))["last"]
    ticket = Ticket.objects.create(body_id=body_id, day=day, number=(last or 0) + 1, taken_at=now)
    record("counter.take_ticket", "ticket", str(ticket.pk), by=by.pk, body=body_id)
    return ticket


@transaction.atomic
def call_next(body_id: UUID, window: str, *, by: User, now: datetime) -> Visit | None:
    """Whoever has waited longest comes to this window; None when nobody waits."""
    require_counter(by, body_id, now)
    if Visit.objects.filter(official=by, ended_at=None).exists():
        message = _("Finish with the person at your window first.")
        raise RuleBroken("counter.busy", message)
    waiting = Ticket.objects.filter(body_id=body_id, day=timezone.localdate(now)).waiting()
    ticket = waiting.select_for_update(skip_locked=True).first()
    if ticket is None:
        return None
    ticket.called_at, ticket.window = now, window.strip()
    ticket.save(update_fields=["called_at", "window"])
    visit = Visit.objects.create(ticket=ticket, body_id=body_id, official=by, begun_at=now)
    record("counter.call", "visit", str(visit.pk), by=by.pk, body=body_id)
    return visit


def own_visit(visit_id: UUID, by: User, now: datetime) -> Visit:
    """The open visit at this official's window, held until the act ends."""
    visit = (
        Visit.objects.select_for_update(of=("self",))
        .filter(pk=visit_id, official=by, ended_at=None)
        .first()
    )
    if visit is None or not may_serve(by, visit.body_id, timezone.localdate(now)):
        raise NotPermitted("counter.not_yours", _("There is no such person at your window."))
    return visit


def settle(visit: Visit, end: End, *, by: User, now: datetime) -> None:
    visit.ended_at = now
    visit.save(update_fields=["ended_at"])
    Ticket.objects.filter(pk=visit.ticket_id).update(end=end, ended_at=now)
    record("counter.settle", "visit", str(visit.pk), by=by.pk, body=visit.body_id, end=end)


@transaction.atomic
def did_not_come(visit_id: UUID, *, by: User, now: datetime) -> None:
    visit = own_visit(visit_id, by, now)
    if visit.person_id:
        raise RuleBroken("counter.person_is_here", _("The person is here: finish the visit."))
    settle(visit, End.ABSENT, by=by, now=now)
