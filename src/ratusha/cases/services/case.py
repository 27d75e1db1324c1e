"""The acts on one case: opened, moved, its clock, its official, its words and files, its rating."""

from collections.abc import Callable, Iterable
from datetime import date, datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.audit.public import entry_of
from ratusha.cases import permissions, rules
from ratusha.cases.clock import Tick, due_of
from ratusha.cases.events import (
    ActedForApplicant,
    CaseMoved,
    CaseOpened,
    CaseRated,
    MessageSent,
    TermChanged,
)
from ratusha.cases.kinship import require_no_kinship
from ratusha.cases.models import Attachment, Case, CaseLink, ClockEntry, Message, Rating, StepTaken
from ratusha.kernel.calendar import national_calendar
from ratusha.kernel.errors import Conflict, NotPermitted, RuleBroken
from ratusha.kernel.events import publish, published
from ratusha.kernel.references import new_reference
from ratusha.kernel.rows import Part, Statement, changed, write_together
from ratusha.kernel.terms import Term
from ratusha.kernel.texts import Text
from ratusha.parties.public import Act, Mandate


def _trace(
    case: Case,
    act: str,
    by: User | None,
    *,
    body: UUID | None = None,
    **details: object,
) -> None:
    _entry(case, act, by, body=body, **details).run()


def _entry(
    case: Case, act: str, by: User | None, *, body: UUID | None = None, **details: object
) -> Statement:
    return entry_of(
        f"case.{act}",
        "case",
        case.reference,
        by=by.pk if by else None,
        body=body,
        **details,
    )


def _acted_for(case: Case, act: str, mandate: Mandate | None, now: datetime) -> None:
    """Who was acted for is told: by whom, what, and by which mandate."""
    if mandate is None:
        return
    _trace(case, "act_for", None, deed=act, mandate=str(mandate.pk))
    publish(
        ActedForApplicant(
            case_id=case.pk,
            kind=case.kind,
            act=act,
            mandate_id=mandate.pk,
            agent_id=mandate.person_id,
            at=now,
        )
    )


def open_case(
    *,
    kind: str,
    status: str,
    applicant_id: UUID,
    by: User | None,
    body_id: UUID,
    subject_code: str,
    title: Text,
    language: str,
    term: Term,
    term_source: str,
    now: datetime,
    channel: str = "portal",
    with_it: Callable[[Case], Iterable[Part]] = lambda _case: (),
) -> Case:
    """Give the number, start the clock, write the event: an application is registered the day it is lodged.

    `by=None` is somebody who is not signed in, or the system: the kind of case says who that may be.
    `with_it`: what this kind of case writes beside it, in the same statement. A part of the act of lodging, whatever is
    lodged: it refuses to work outside that act's transaction.
    """
    today = timezone.localdate(now)
    start = ClockEntry(tick=Tick.START, on=today, term=str(term), source=term_source, at=now, by=by)
    case = Case(
        reference=new_reference(today),
        kind=kind,
        status=status,
        applicant_id=applicant_id,
        lodged_by=by,
        body_id=body_id,
        subject_code=subject_code,
        title=title,
        language=language,
        channel=channel,
        lodged_at=now,
        lodged_on=today,
        due_on=due_of([start], national_calendar()).on,
    )
    start.case = case
    mandate = permissions.mandate_for(by, case, today, Act.LODGE)
    write_together(
        case,
        start,
        StepTaken(case=case, step="lodge", status=status, at=now, by=by, mandate=mandate),
        _entry(case, "lodge", by),
        *published(CaseOpened(case_id=case.pk, kind=kind, at=now)),
        *with_it(case),
    )
    _acted_for(case, "lodge", mandate, now)
    return case


def link_cases(case: Case, *, about: Case, kind: str, by: User | None, now: datetime) -> CaseLink:
    """Tie a case to the one it is about; a part of the act that finds this out."""
    link = CaseLink.objects.create(case=case, about=about, kind=kind, at=now)
    _trace(case, "link", by, kind=kind, about=about.reference)
    return link


def lock(case_id: UUID) -> Case:
    """The case, held against everybody else until the transaction ends."""
    return Case.objects.select_for_update(of=("self",)).get(pk=case_id)


@transaction.atomic
def take_step(
    case_id: UUID,
    step: str,
    *,
    by: User | None,
    now: datetime,
    note: str = "",
    caused_by: User | None = None,
) -> Case:
    """Lock, check the rule and the person, change, leave a trace, announce. `by=None` is the system.

    `caused_by` is who made the system take this step, in another case or another module; the history names them.
    """
    case = lock(case_id)
    today = timezone.localdate(now)
    statute = rules.statute_of(case.kind)
    move = statute.next_status(case.status, step)
    permissions.check(by, step, case, today)
    principal = case.handler_id if permissions.stands_in(by, case, today) else None
    case.status = move.target
    if move.outcome:
        case.outcome, case.closed_on = move.outcome, today
    elif move.reopens:
        case.outcome, case.closed_on, case.handler = "", None, None
    named = by or caused_by
    mandate = permissions.mandate_for(by, case, today, permissions.act_of_step(step))
    at_desk = by is not None and not permissions.is_applicant(by, case, today)
    moved = CaseMoved(
        case_id=case.pk,
        kind=case.kind,
        step=step,
        status=move.target,
        outcome=move.outcome,
        at=now,
    )
    taken = StepTaken(
        case=case, step=step, status=move.target, at=now, by=named, note=note, mandate=mandate,
        acting_for_id=principal,
    )  # fmt: skip
    said = {"acting_for": str(principal)} if principal else {}
    write_together(
        changed(case, "status", "outcome", "closed_on", "handler"),
        taken,
        _entry(case, step, named, body=case.body_id if at_desk else None, **said),
        *published(moved),
    )
    _acted_for(case, step, mandate, now)
    return case


def _tick(
    case: Case,
    tick: Tick,
    *,
    on: date,
    source: str,
    by: User | None,
    now: datetime,
    term: str = "",
    reason: str = "",
) -> Case:
    entry = ClockEntry(
        case=case, tick=tick, on=on, term=term, reason=reason, source=source, at=now, by=by
    )
    entry.save(force_insert=True)
    due = due_of(list(case.clock.all()), national_calendar())
    case.due_on = due.on
    case.stopped_on = (case.stopped_on or on) if due.on is None else None
    case.save(update_fields=["due_on", "stopped_on"])
    _trace(case, f"clock_{tick}", by, due_on=due.on and due.on.isoformat(), reason=reason)
    publish(TermChanged(case_id=case.pk, kind=case.kind, tick=tick, at=now))
    return case


@transaction.atomic
def extend_term(
    case_id: UUID, *, term: Term, reason: str, source: str, by: User | None, now: datetime
) -> Case:
    """Set a longer term, counted from the same start. The ledger keeps the one before."""
    case = lock(case_id)
    on = timezone.localdate(now)
    return _tick(
        case, Tick.EXTEND, on=on, term=str(term), reason=reason, source=source, by=by, now=now
    )


@transaction.atomic
def restart_clock(
    case_id: UUID, *, term: Term, reason: str, source: str, by: User | None, now: datetime
) -> Case:
    """A reopened case has its whole term again, counted from the day it was reopened."""
    case = lock(case_id)
    on = timezone.localdate(now)
    return _tick(
        case, Tick.RESTART, on=on, term=str(term), reason=reason, source=source, by=by, now=now
    )


def _is_stopped(case: Case) -> bool:
    """By the ledger: a term stopped after its end stays late, with `stopped_on` empty, and is resumed all the same."""
    last = case.clock.filter(tick__in=[Tick.STOP, Tick.RESUME, Tick.RESTART]).last()
    return last is not None and last.tick == Tick.STOP


@transaction.atomic
def stop_clock(case_id: UUID, *, reason: str, source: str, by: User | None, now: datetime) -> Case:
    case = lock(case_id)
    if _is_stopped(case):
        raise RuleBroken("case.clock_stands", _("The clock of this case already stands."))
    on = timezone.localdate(now)
    return _tick(case, Tick.STOP, on=on, reason=reason, source=source, by=by, now=now)


@transaction.atomic
def resume_clock(
    case_id: UUID, *, reason: str, source: str, by: User | None, now: datetime
) -> Case:
    case = lock(case_id)
    if not _is_stopped(case):
        raise RuleBroken("case.clock_runs", _("The clock of this case is running."))
    on = timezone.localdate(now)
    return _tick(case, Tick.RESUME, on=on, reason=reason, source=source, by=by, now=now)


@transaction.atomic
def hand_to(case_id: UUID, handler: User | None, *, by: User, now: datetime) -> Case:
    """Give the case to an official of the body (`by` heads the work, or takes it up), or put it back."""
    case = lock(case_id)
    today = timezone.localdate(now)
    taking_up = handler == by and permissions.may_take_up(by, case, today)
    if not (taking_up or permissions.may_assign(by, case, today) or case.handler_id == by.pk):
        raise NotPermitted("case.assign_not_yours", _("You may not assign this case."))
    if case.closed_on:
        raise RuleBroken("case.closed", _("The case is finished."))
    if handler and not permissions.may_at_body(handler, case, today, "cases.decide"):
        message = _("This official may not decide this case.")
        raise RuleBroken("case.handler_unfit", message, field="handler")
    if handler:
        require_no_kinship(handler, case, today, asked_by=by)
    case.handler = handler
    given = str(handler.pk) if handler else None
    write_together(
        changed(case, "handler"),
        StepTaken(case=case, step="hand_to", status=case.status, at=now, by=by),
        _entry(case, "hand_to", by, body=case.body_id, handler=given),
    )
    return case


@transaction.atomic
def pass_to_body(case_id: UUID, body_id: UUID, *, by: User, now: datetime) -> Case:
    """Another body is competent: the case goes there under its number, and is nobody's there yet.

    A part of the act of a kind, which has taken its step and so checked the person; the ledger is the kind's too.
    """
    case = lock(case_id)
    came_from, case.body_id, case.handler = case.body_id, body_id, None
    case.save(update_fields=["body_id", "handler"])
    _trace(case, "pass_to_body", by, body=came_from, to=str(body_id), at=now.isoformat())
    return case


@transaction.atomic
def send_message(case_id: UUID, *, text: str, by: User, now: datetime) -> Message:
    case = lock(case_id)
    today = timezone.localdate(now)
    from_applicant = permissions.may_for_applicant(by, case, today, Act.LODGE)
    if not from_applicant and not permissions.may_see_at_desk(by, case, today):
        raise NotPermitted("case.not_yours", _("You may not write in this case."))
    message = Message.objects.create(
        case=case, by=by, from_applicant=from_applicant, text=rules.require_message(text), at=now
    )
    _trace(case, "message", by, body=None if from_applicant else case.body_id)
    _acted_for(case, "message", permissions.mandate_for(by, case, today, Act.LODGE), now)
    publish(
        MessageSent(
            case_id=case.pk,
            kind=case.kind,
            message_id=message.pk,
            from_applicant=from_applicant,
            at=now,
        )
    )
    return message


@transaction.atomic
def attach(case_id: UUID, *, file_id: UUID, title: str, by: User, now: datetime) -> Attachment:
    """Add a file to a running case: from the applicant, or from an official who works on it."""
    case = lock(case_id)
    today = timezone.localdate(now)
    theirs = permissions.may_for_applicant(by, case, today, Act.LODGE)
    if not theirs and not permissions.is_handler(by, case, today):
        raise NotPermitted("case.not_yours", _("You may not add files to this case."))
    if case.closed_on:
        raise RuleBroken("case.closed", _("The case is finished."))
    attachment = Attachment.objects.create(case=case, file_id=file_id, title=title, by=by, at=now)
    _trace(case, "attach", by, file=str(file_id), body=None if theirs else case.body_id)
    _acted_for(case, "attach", permissions.mandate_for(by, case, today, Act.LODGE), now)
    return attachment


@transaction.atomic
def note_in_history(case: Case, step: str, *, at: datetime, note: str) -> None:
    """What happened elsewhere and belongs to the story of the case. Told twice, it stands there once."""
    if not StepTaken.objects.filter(case=case, step=step, at=at).exists():
        StepTaken(case=case, step=step, status=case.status, at=at, note=note).save(
            force_insert=True
        )


@transaction.atomic
def rate(
    case_id: UUID, *, scores: dict[str, int], comment: str, by: User | None, now: datetime
) -> Rating:
    """One rating a case, after its result, by whom it concerns. `by=None`: another module has checked their code."""
    case, mandate = _to_rate(case_id, by, now)
    rules.require_rating(case.outcome, scores)
    try:
        with transaction.atomic():
            rating = Rating.objects.create(
                case=case, body_id=case.body_id, comment=comment, at=now, **scores
            )
    except IntegrityError as error:
        raise Conflict("case.rated", _("This case has already been rated.")) from error
    return _rated(rating, "rate", by=by, mandate=mandate, now=now)


@transaction.atomic
def change_rating(
    case_id: UUID, *, scores: dict[str, int], comment: str, by: User | None, now: datetime
) -> Rating:
    """By the same person; until when, the module says that keeps the earlier marks."""
    case, mandate = _to_rate(case_id, by, now)
    rules.require_rating(case.outcome, scores)
    rating = Rating.objects.select_related("case").get(case=case)
    for criterion, score in scores.items():
        setattr(rating, criterion, score)
    rating.comment, rating.changed_at = comment, now
    rating.save()
    return _rated(rating, "change_rating", by=by, mandate=mandate, now=now)


@transaction.atomic
def count_rating(case_id: UUID, *, counts: bool, by: User, now: datetime) -> Rating:
    """Set a rating aside, or let it count again; who may and why, the module says that keeps the reasons."""
    case = lock(case_id)
    rating = Rating.objects.get(case=case)
    rating.set_aside_at = None if counts else now
    rating.save(update_fields=["set_aside_at"])
    _trace(case, "count_rating" if counts else "set_rating_aside", by, body=case.body_id)
    return rating


def _to_rate(case_id: UUID, by: User | None, now: datetime) -> tuple[Case, Mandate | None]:
    case, today = lock(case_id), timezone.localdate(now)
    if by and not permissions.may_for_applicant(by, case, today, Act.RECEIVE):
        raise NotPermitted("case.rate_not_yours", _("Only the applicant may rate a case."))
    return case, permissions.mandate_for(by, case, today, Act.RECEIVE)


def _rated(
    rating: Rating, act: str, *, by: User | None, mandate: Mandate | None, now: datetime
) -> Rating:
    case = rating.case
    _trace(case, act, by)
    _acted_for(case, act, mandate, now)
    publish(CaseRated(case_id=case.pk, kind=case.kind, body_id=case.body_id, at=now))
    return rating
