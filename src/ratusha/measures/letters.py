"""Who is told of which step of a measure or a pilot: those whose turn comes, and the body that proposes it."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from ratusha.accounts.public import User, officials_who_may, officials_with
from ratusha.cases.public import Case, CaseMoved, StepTaken, statute_of
from ratusha.kernel.dates import day_in_words
from ratusha.kernel.texts import in_all_languages, in_my_language
from ratusha.notifications.public import notify

from .models import Measure, Session
from .permissions import COUNCIL, EXAMINE, INCLUDE, KINDS, MANAGE, PREPARE, REGISTER
from .rules import Status

Place = tuple[UUID | None, str]  # a body, and what its officials may do
NEXT: dict[str, Callable[[Case, Measure], Place]] = {  # whose turn it is in this status
    Status.CLASSIFIED: lambda case, _own: (case.body_id, MANAGE),
    Status.SUBMITTED: lambda case, _own: (case.body_id, MANAGE),
    "completeness": lambda case, _own: (case.body_id, MANAGE),
    Status.EXPERTISE: lambda _case, own: (own.examined_by, EXAMINE),
    Status.COUNCIL: lambda case, _own: (case.body_id, COUNCIL),
    Status.CONTRACTING: lambda _case, own: (own.implementer_id, PREPARE),
    Status.TRIAL: lambda case, _own: (case.body_id, REGISTER),
    "evaluation": lambda case, _own: (case.body_id, MANAGE),
}
TO_INCLUDE = (Status.RECOMMENDED, "list_pending")


def write_about_step(event: CaseMoved) -> None:
    """Told twice it is one notice. Who took the step is not told of it."""
    if event.kind not in KINDS:
        return
    case, own = Case.objects.get(pk=event.case_id), Measure.objects.get(pk=event.case_id)
    taken = StepTaken.objects.filter(case=case, step=event.step, at=event.at).last()
    if taken is None:
        return

    to_do = statute_of(event.kind).to_do.get(event.status)

    def words() -> str:
        said = {"title": _title(case), "step": str(taken.label)}
        told = _("“%(title)s”: %(step)s.") % said
        return told + " " + _("Now: %(what)s.") % {"what": to_do} if to_do else told

    for party in _parties(case, own, event, taken.by_id):
        notify(
            party_id=party,
            kind="measure_step",
            subject=in_all_languages(lambda: _("A measure of digital development moved on")),
            body=in_all_languages(words),
            case_reference=case.reference,
            once=f"{case.reference}:{event.step}:{event.at.isoformat()}",
            now=event.at,
        )


def invite(session: Session, *, now: datetime) -> None:
    """Within the act that publishes the agenda: each member is told the day and what is heard."""
    items = [one.case for one in session.items.select_related("case")]

    def words() -> str:
        said = {"number": session.number, "day": day_in_words(session.on)}
        heard = "\n".join(f"{place}. {_title(one)}" for place, one in enumerate(items, 1))
        told = _(
            "Session No. %(number)s of the Council on digital projects is on %(day)s. The agenda:"
        )
        return f"{told % said}\n{heard}"

    for seat in session.seats.select_related("member"):
        if seat.member.party_id:
            notify(
                party_id=seat.member.party_id,
                kind="council_agenda",
                subject=in_all_languages(lambda: _("Agenda of the Council on digital projects")),
                body=in_all_languages(words),
                once=f"council:{session.pk}",
                now=now,
            )


def _title(case: Case) -> str:
    return in_my_language(case.title).text


def _parties(case: Case, own: Measure, event: CaseMoved, by: UUID | None) -> set[UUID]:
    on = timezone.localdate(event.at)
    told = _at(case.applicant_id, PREPARE, event)
    if find := NEXT.get(event.status):
        told += _at(*find(case, own), event)
    if event.status in TO_INCLUDE:
        told += [user for user, _body in officials_with(INCLUDE, on=on)]
    return {user.party_id for user in told if user.party_id and user.pk != by}


def _at(body_id: UUID | None, permission: str, event: CaseMoved) -> list[User]:
    if body_id is None:
        return []
    return officials_who_may(permission, body_id, on=timezone.localdate(event.at))
