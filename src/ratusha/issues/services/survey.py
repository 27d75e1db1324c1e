"""Asking those whom the lot has chosen: by telephone, or on their own page. A "not done" opens the issue again."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.audit.public import record
from ratusha.cases.public import Case, lock
from ratusha.issues.law import law
from ratusha.issues.models import Lot, Reporter, Telephone
from ratusha.issues.permissions import TAKE_CALLS
from ratusha.issues.rules import ENDED, Status, last_day_to_reopen
from ratusha.issues.survey.rules import is_taken, require_answer, require_reported_done
from ratusha.kernel.errors import Conflict, NotPermitted, RuleBroken

from .follow import reopen
from .numbers import forget_numbers

Outcome = Lot.Outcome


@dataclass(frozen=True, kw_only=True)
class Answer:
    done: bool | None
    mark: int | None = None
    words: str = ""


@transaction.atomic
def take_call(lot_id: UUID, *, by: User, now: datetime) -> Lot:
    """From now on the operator sees the number, and for a while nobody else calls it."""
    lot, case = _waiting(lot_id, now)
    _check_operator(lot, case, by, now)
    if is_taken(lot.taken_at, now=now) and lot.taken_by_id != by.pk:
        raise Conflict("issue.call_taken", _("Somebody else is calling this number just now."))
    if not Telephone.objects.filter(reporter=lot.reporter_id).exists():
        message = _("There is no telephone: this person answers on the page, or not.")
        raise RuleBroken("issue.no_telephone_left", message)
    lot.taken_by, lot.taken_at = by, now
    lot.save(update_fields=["taken_by", "taken_at"])
    record("issue.open_call", "case", case.reference, by=by.pk, body=case.body_id)
    return lot


@transaction.atomic
def note_answer(lot_id: UUID, given: Answer, *, by: User, now: datetime) -> Lot:
    """What the person said on the telephone, written down by who has called."""
    lot, case = _called(lot_id, by, now)
    return _answered(lot, case, given, channel=Lot.Channel.CALL, by=by, now=now)


@transaction.atomic
def note_not_reached(lot_id: UUID, *, by: User, now: datetime) -> Lot:
    """Nobody has answered: tried again another time, and after the last time no more."""
    lot, case = _called(lot_id, by, now)
    lot.tries, lot.tried_at, lot.taken_by, lot.taken_at = lot.tries + 1, now, None, None
    record("issue.not_reached", "case", case.reference, by=by.pk, body=case.body_id)
    if lot.tries >= law().survey.tries:
        return _end(lot, Outcome.NOT_REACHED, now)
    lot.save()
    return lot


@transaction.atomic
def note_declined(lot_id: UUID, *, by: User, now: datetime) -> Lot:
    lot, case = _called(lot_id, by, now)
    record("issue.declined_survey", "case", case.reference, by=by.pk, body=case.body_id)
    return _end(lot, Outcome.DECLINED, now)


@transaction.atomic
def answer_on_page(
    lot_id: UUID, given: Answer, *, reporter: Reporter | None, by: User | None, now: datetime
) -> Lot:
    """The same questions, answered without a call by the one who was asked."""
    lot, case = _waiting(lot_id, now)
    if reporter is None or reporter.pk != lot.reporter_id:
        raise NotPermitted("issue.not_asked", _("Only the person who was asked may answer."))
    return _answered(lot, case, given, channel=Lot.Channel.PAGE, by=by, now=now)


def lots_that_wait() -> QuerySet[Lot]:
    """All that have been hit and not answered, in the order of their reports."""
    return Lot.objects.filter(outcome=Outcome.WAITING).order_by("reporter")


def waiting_for(reporter: Reporter | None, now: datetime) -> Lot | None:
    """What this reporter is asked just now, if anything."""
    if reporter is None:
        return None
    here = Lot.objects.filter(
        reporter=reporter, outcome=Outcome.WAITING, until__gte=timezone.localdate(now)
    )
    return here.filter(issue__case__status__in=ENDED).first()


def _waiting(lot_id: UUID, now: datetime) -> tuple[Lot, Case]:
    """Held, the case first, as every act does; about work that is still reported done."""
    case = lock(Lot.objects.values_list("issue_id", flat=True).get(pk=lot_id))
    lot = Lot.objects.select_for_update(of=("self",)).select_related("reporter").get(pk=lot_id)
    require_reported_done(case.status, same=lot.issue_id == case.pk)
    if lot.outcome != Outcome.WAITING:
        raise Conflict("issue.survey_ended", _("This question has been answered, or is over."))
    if timezone.localdate(now) > lot.until:
        raise Conflict("issue.survey_over", _("The days to answer are over."))
    return lot, case


def _called(lot_id: UUID, by: User, now: datetime) -> tuple[Lot, Case]:
    lot, case = _waiting(lot_id, now)
    _check_operator(lot, case, by, now)
    if lot.taken_by_id != by.pk:
        raise Conflict("issue.call_not_taken", _("Open the call first: then it is yours."))
    return lot, case


def _check_operator(lot: Lot, case: Case, by: User, now: datetime) -> None:
    """At the body of the issue, and never about a report of one's own."""
    own = lot.reporter.party_id is not None and lot.reporter.party_id in {by.party_id, by.pk}
    if own or not by.may(TAKE_CALLS, case.body_id, on=timezone.localdate(now)):
        message = _("Only an operator of the service calls, and never about an own report.")
        raise NotPermitted("issue.not_caller", message)


def _answered(
    lot: Lot, case: Case, given: Answer, *, channel: str, by: User | None, now: datetime
) -> Lot:
    words = require_answer(done=given.done, mark=given.mark, words=given.words)
    lot.done, lot.mark, lot.words, lot.channel = given.done, given.mark, words, channel
    lot.opened_again = not given.done and _can_open_again(case, now)
    record(
        "issue.answer_survey", "case", case.reference,
        by=by.pk if by else None, body=case.body_id if channel == Lot.Channel.CALL else None, channel=channel,
    )  # fmt: skip
    _end(lot, Outcome.ANSWERED, now)
    if lot.opened_again:
        reopen(case.pk, reporter=lot.reporter, reasons=words, by=by, now=now)
    return lot


def _can_open_again(case: Case, now: datetime) -> bool:
    """By the rule that everybody has who reported it: within its days, and while nobody has closed it."""
    return (
        case.status == Status.DONE
        and case.closed_on is not None
        and timezone.localdate(now) <= last_day_to_reopen(case.closed_on, law().days_to_reopen)
    )


def _end(lot: Lot, outcome: str, now: datetime) -> Lot:
    """The number was for this alone."""
    lot.outcome, lot.ended_at, lot.taken_by, lot.taken_at = outcome, now, None, None
    lot.save()
    forget_numbers([lot.reporter_id])
    return lot
