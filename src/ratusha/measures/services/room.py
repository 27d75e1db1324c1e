"""In the room of the Council: presence, quorum, votes, separate opinions, decisions."""

from collections.abc import Collection, Iterable
from datetime import date, datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.kernel.errors import Conflict, NotPermitted, RuleBroken
from ratusha.measures.council_rules import (
    Choice,
    Decision,
    Phase,
    Tally,
    has_conflict,
    require_all_decided,
    require_all_have_voted,
    require_conditions,
    require_no_conflict,
    require_phase,
    require_quorum,
    tally,
    tally_secret,
)
from ratusha.measures.law import law
from ratusha.measures.models import (
    AgendaItem,
    Condition,
    Measure,
    Seat,
    SeparateOpinion,
    Session,
    Vote,
)
from ratusha.measures.permissions import may_chair
from ratusha.measures.rules import require_words

from .agenda import lock_session, require_secretary, trace


def require_chair(by: User, session: Session, now: datetime) -> None:
    if not may_chair(by, session.body_id, timezone.localdate(now)):
        raise NotPermitted("council.not_chair", _("The chair of the Council does this."))


def require_quorum_now(session: Session) -> None:
    present = session.seats.exclude(present_since=None).count()
    require_quorum(present, session.seats.count(), law().council.quorum_share)


@transaction.atomic
def note_presence(
    session_id: UUID, *, present: Collection[int], by: User, now: datetime
) -> Session:
    """The secretary notes who is here; who came stays noted with the moment."""
    session = lock_session(session_id)
    require_secretary(by, session, now)
    require_phase(session.phase, Phase.PUBLISHED, Phase.OPEN)
    for seat in session.seats.all():
        here = seat.pk in present
        if here == (seat.present_since is not None):
            continue
        if not here and Vote.objects.filter(seat=seat).exists():
            message = _("A member who has voted was here.")
            raise RuleBroken("council.has_voted", message, field="present")
        seat.present_since = now if here else None
        seat.save(update_fields=["present_since"])
    trace("note_presence", session, by, present=len(present))
    return session


@transaction.atomic
def open_session(session_id: UUID, *, by: User, now: datetime) -> Session:
    """K01: the chair opens the session when there is a quorum."""
    session = lock_session(session_id)
    require_chair(by, session, now)
    require_phase(session.phase, Phase.PUBLISHED)
    if timezone.localdate(now) < session.on:
        raise RuleBroken("council.too_early", _("The session is opened on its day."))
    require_quorum_now(session)
    session.phase, session.opened_at, session.chair = Phase.OPEN, now, by
    session.save(update_fields=["phase", "opened_at", "chair"])
    trace("open", session, by)
    return session


def conflict_of(seat: Seat, item: AgendaItem) -> bool:
    return bool(in_conflict([seat], item))


def in_conflict(seats: Iterable[Seat], item: AgendaItem) -> list[Seat]:
    """Those whose organisation proposes this measure or carries it out."""
    measure = Measure.objects.get(pk=item.case_id)
    parts = (item.case.applicant_id, measure.implementer_id)
    return [one for one in seats if has_conflict(one.organisation_id, parts)]


def _item(item_id: UUID) -> AgendaItem:
    items = AgendaItem.objects.select_for_update(of=("self",)).select_related("session", "case")
    return items.get(pk=item_id)


def _seat_of(by: User, session: Session) -> Seat:
    seat = session.seats.filter(member=by).exclude(present_since=None).first()
    if seat is None:
        message = _("Only members who are here vote.")
        raise NotPermitted("council.not_here", message)
    return seat


@transaction.atomic
def vote(item_id: UUID, *, choice: str, by: User, now: datetime) -> Vote:
    """One vote a member and item; never where the member's own organisation has a part (K03).

    By name, or into the box of a secret vote: there it is kept who voted, and never how.
    """
    item = _item(item_id)
    require_phase(item.session.phase, Phase.OPEN)
    seat = _seat_of(by, item.session)
    require_no_conflict(conflict=conflict_of(seat, item))
    if choice not in Choice.values:
        raise RuleBroken("council.choice_missing", _("Choose how you vote."), field="choice")
    if item.decided_at:
        raise Conflict("council.decided", _("This item is decided."))
    try:
        with transaction.atomic():
            said = "" if item.secret else choice
            made = Vote.objects.create(item=item, seat=seat, choice=said, at=now)
    except IntegrityError as error:
        raise Conflict("council.voted", _("You have voted on this item.")) from error
    if item.secret:
        item.box = {**item.box, choice: item.box.get(choice, 0) + 1}
        item.save(update_fields=["box"])
    trace("vote", item.session, by, case=item.case.reference)
    return made


@transaction.atomic
def add_condition(item_id: UUID, *, text: str, due_on: date, by: User, now: datetime) -> Condition:
    """What the initiator must meet, and until when; written before the item is decided."""
    item = _item(item_id)
    require_secretary(by, item.session, now)
    require_phase(item.session.phase, Phase.PLANNED, Phase.PUBLISHED, Phase.OPEN)
    if item.decided_at:
        raise Conflict("council.decided", _("This item is decided."))
    if due_on <= item.session.on:
        message = _("Choose a day after the session.")
        raise RuleBroken("council.condition_early", message, field="due_on")
    text = require_words(text, field="text", missing=_("Write the condition."))
    return Condition.objects.create(item=item, text=text, due_on=due_on)


@transaction.atomic
def add_separate_opinion(item_id: UUID, *, text: str, by: User, now: datetime) -> SeparateOpinion:
    item = _item(item_id)
    require_phase(item.session.phase, Phase.OPEN)
    seat = _seat_of(by, item.session)
    text = require_words(text, field="text", missing=_("Write your opinion."))
    if SeparateOpinion.objects.filter(item=item, seat=seat).exists():
        raise Conflict(
            "council.has_opinion", _("You have written a separate opinion on this item.")
        )
    return SeparateOpinion.objects.create(item=item, seat=seat, text=text, at=now)


def tally_of(item: AgendaItem) -> tuple[Tally, int]:
    """The votes, and how many of those who are here and may vote have not voted."""
    here = list(item.session.seats.exclude(present_since=None))
    apart = len(in_conflict(here, item))
    if item.secret:
        return tally_secret(item.box, not_taking_part=apart), len(here) - apart
    chair, breaks = item.session.chair_id, law().council.chair_breaks_ties
    votes = [(one.choice, one.seat.member_id == chair) for one in item.votes.select_related("seat")]
    return tally(votes, not_taking_part=apart, chair_breaks_ties=breaks), len(here) - apart


@transaction.atomic
def settle(item_id: UUID, *, heard: str, ground: str, by: User, now: datetime) -> AgendaItem:
    """The chair sums up: what was proposed is carried by a majority, or the item is deferred (K01, K04, K05)."""
    item = _item(item_id)
    session = item.session
    require_chair(by, session, now)
    require_phase(session.phase, Phase.OPEN)
    if item.decided_at:
        raise Conflict("council.decided", _("This item is decided."))
    require_quorum_now(session)
    counted, expected = tally_of(item)
    require_all_have_voted(expected, counted.cast)
    item.decision = item.proposal if counted.carried else Decision.DEFER
    require_conditions(item.decision, item.conditions.count())
    if item.decision in {Decision.REJECT, Decision.DEFER} and law().ground(ground) is None:
        message = _("A measure is rejected or deferred on a ground: choose it.")
        raise RuleBroken("council.ground_missing", message, field="ground")
    item.ground = ground if item.decision in {Decision.REJECT, Decision.DEFER} else ""
    item.heard = require_words(heard, field="heard", missing=_("Write what was heard."))
    item.votes_for, item.against, item.abstained = (
        counted.votes_for,
        counted.against,
        counted.abstained,
    )
    item.not_taking_part, item.decided_at = counted.not_taking_part, now
    item.save()
    trace("settle", session, by, case=item.case.reference, decision=item.decision)
    return item


@transaction.atomic
def close_session(session_id: UUID, *, by: User, now: datetime) -> Session:
    session = lock_session(session_id)
    require_chair(by, session, now)
    require_phase(session.phase, Phase.OPEN)
    require_all_decided(session.items.filter(decided_at=None).count())
    session.phase, session.closed_at = Phase.CLOSED, now
    session.save(update_fields=["phase", "closed_at"])
    trace("close", session, by)
    return session
