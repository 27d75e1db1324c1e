"""Preparing a session of the Council: number and day, what is heard, and the moment when everything is locked."""

from datetime import date, datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ratusha.accounts.public import Appointment, User
from ratusha.audit.public import record
from ratusha.cases.public import Case
from ratusha.kernel.calendar import national_calendar
from ratusha.kernel.errors import Conflict, NotPermitted, RuleBroken
from ratusha.measures.council_rules import (
    Decision,
    Phase,
    require_agenda_in_time,
    require_opinion,
    require_phase,
)
from ratusha.measures.law import law
from ratusha.measures.letters import invite
from ratusha.measures.models import AgendaItem, Opinion, Seat, Session
from ratusha.measures.permissions import COUNCIL, KINDS, VOTE, may_keep_council
from ratusha.measures.queries import last_version
from ratusha.measures.rules import Status, require_words


def lock_session(session_id: UUID) -> Session:
    return Session.objects.select_for_update(of=("self",)).get(pk=session_id)


def require_secretary(by: User, session: Session, now: datetime) -> None:
    if not may_keep_council(by, session.body_id, timezone.localdate(now)):
        raise NotPermitted("council.not_secretary", _("The secretary of the Council does this."))


def trace(act: str, session: Session, by: User, **details: object) -> None:
    record(f"council.{act}", "session", str(session.pk), by=by.pk, body=session.body_id, **details)


@transaction.atomic
def convene(
    *, number: str, on: date, manner: str, place: str, body_id: UUID, by: User, now: datetime
) -> Session:
    if not may_keep_council(by, body_id, timezone.localdate(now)):
        raise NotPermitted("council.not_secretary", _("The secretary of the Council does this."))
    number = require_words(number, field="number", missing=_("Write the number of the session."))
    if on < timezone.localdate(now):
        raise RuleBroken("council.day_past", _("Choose today or a later day."), field="on")
    try:
        with transaction.atomic():
            session = Session.objects.create(
                number=number, body_id=body_id, on=on, manner=manner, place=place, secretary=by
            )
    except IntegrityError as error:  # by another, perhaps this very moment
        message = _("There is a session with this number already.")
        raise Conflict("council.number_taken", message, field="number") from error
    trace("convene", session, by)
    return session


@transaction.atomic
def put_on_agenda(
    session_id: UUID,
    *,
    case_id: UUID,
    proposal: str,
    order: str,
    by: User,
    now: datetime,
    secret: bool = False,
) -> AgendaItem:
    """A measure that waits for the Council, with the last version of its passport (K02).

    The vote is secret where the rules of the Council say so, or the secretary has written it into the agenda.
    """
    session = lock_session(session_id)
    require_secretary(by, session, now)
    require_phase(session.phase, Phase.PLANNED)
    case = Case.objects.select_for_update(of=("self",)).get(pk=case_id, kind__in=KINDS)
    version = last_version(case)
    if case.status != Status.COUNCIL or version is None:
        message = _("This measure does not wait for the Council.")
        raise RuleBroken("council.not_waiting", message, field="case")
    if AgendaItem.objects.filter(case=case, decided_at=None).exists():
        message = _("This measure is on an agenda already.")
        raise Conflict("council.on_agenda", message, field="case")
    require_opinion(given=Opinion.objects.filter(version=version).exists(), order=order)
    if proposal not in Decision.values:
        raise RuleBroken(
            "council.proposal_missing", _("Choose what is proposed."), field="proposal"
        )
    item = AgendaItem.objects.create(
        session=session,
        case=case,
        version=version,
        position=session.items.count() + 1,
        order=order.strip(),
        proposal=proposal,
        secret=secret or proposal in law().council.secret,
    )
    trace("put_on_agenda", session, by, case=case.reference)
    return item


@transaction.atomic
def publish_agenda(session_id: UUID, *, by: User, now: datetime) -> Session:
    """Members get the agenda and its materials, locked from this moment; who is a member is fixed too."""
    session = lock_session(session_id)
    require_secretary(by, session, now)
    require_phase(session.phase, Phase.PLANNED)
    if not session.items.exists():
        raise RuleBroken("council.agenda_empty", _("Put at least one measure on the agenda."))
    today = timezone.localdate(now)
    require_agenda_in_time(today, session.on, law().council.agenda_days, national_calendar())
    named = Appointment.objects.in_force(today).filter(permissions__contains=[VOTE])
    members: dict[UUID, UUID] = {}
    for one in named.exclude(permissions__contains=[COUNCIL]).select_related("user").order_by("pk"):
        members.setdefault(one.user_id, one.body_id)
    if not members:
        raise RuleBroken("council.nobody", _("Nobody is appointed a member of the Council."))
    Seat.objects.bulk_create(
        Seat(session=session, member_id=user, organisation_id=body)
        for user, body in members.items()
    )
    session.phase, session.published_at = Phase.PUBLISHED, now
    session.save(update_fields=["phase", "published_at"])
    invite(session, now=now)
    trace("publish_agenda", session, by, members=len(members))
    return session
