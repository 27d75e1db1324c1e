"""The acts of a petition: lodged, let through or refused, signed, reached, answered; and told to all who signed."""

from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import IntegrityError, connection, transaction
from django.db.models import F
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.audit.public import record
from ratusha.consultations.electorate import Electorate, require_part
from ratusha.consultations.events import PetitionAnswered
from ratusha.consultations.law import law
from ratusha.consultations.models import Petition, Signature
from ratusha.consultations.permissions import ANSWER, MODERATE
from ratusha.consultations.polls.rules import new_code
from ratusha.kernel.calendar import national_calendar
from ratusha.kernel.errors import Conflict, NotPermitted, RuleBroken
from ratusha.kernel.events import publish
from ratusha.kernel.terms import Term, due
from ratusha.kernel.texts import in_all_languages
from ratusha.notifications.public import notify
from ratusha.parties.public import body_serving, find_body
from ratusha.territory.public import find_unit

from . import rules
from .rules import PetitionStatus

KEPT_DAYS = 365  # of signatures after the end


def _due(start: date, term: str) -> date:
    found = due(
        start, Term.parse(term), calendar=national_calendar(), source=law().petitions.source.title
    )
    assert found.on is not None, "a term without a stop ends"  # noqa: S101
    return found.on


def body_for(unit: str, today: date) -> UUID:
    """Who answers: the body of the place, or the one that answers for the whole country."""
    what = law().petitions
    found = body_serving(what.body_kind, unit, today) if unit else find_body(what.body_of_country)
    if found is None:
        message = _("No body answers for this place here.")
        raise RuleBroken("petition.no_body", message, field="unit")
    return found.pk


def threshold_of(unit: str) -> int:
    found = find_unit(unit) if unit else None
    return law().petitions.threshold(found.level if found else "")


@transaction.atomic
def lodge_petition(
    *, title: str, text: str, language: str, unit: str, by: User, now: datetime
) -> Petition:
    """A person asks the body for something; it is published when a moderator has looked."""
    today, what = timezone.localdate(now), law().petitions
    author = require_part(by, Electorate(unit, what.age), today)
    _one_at_a_time(author)
    running = Petition.objects.filter(author_id=author, status__in=rules.RUNNING).count()
    rules.require_few(running, what.most_running)
    petition = Petition.objects.create(
        code=new_code(), body_id=body_for(unit, today), language=language, title=title, text=text,
        unit_code=unit, threshold=threshold_of(unit), author_id=author, lodged_at=now,
        due_on=_due(today, what.moderating),
    )  # fmt: skip
    record("petition.lodge", "petition", petition.code, by=by.pk)
    return petition


def _one_at_a_time(author: UUID) -> None:
    """What a person sends twice at once is counted one after the other."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"petitions:{author}"]
        )


def _locked(petition_id: UUID) -> Petition:
    return Petition.objects.select_for_update().get(pk=petition_id)


def _require_may(by: User, permission: str, petition: Petition, now: datetime) -> None:
    if not by.may(permission, petition.body_id, on=timezone.localdate(now)):
        raise NotPermitted("petition.not_your_body", _("You may not do this for this body."))


@transaction.atomic
def let_through(petition_id: UUID, *, by: User, now: datetime) -> Petition:
    """The text is published and collects signatures; its author is the first who signs."""
    petition = _locked(petition_id)
    _require_may(by, MODERATE, petition, now)
    rules.require_status(petition.status, PetitionStatus.LODGED)
    rules.require_apart(petition.author_id, by.party_id)
    today = timezone.localdate(now)
    petition.status, petition.published_on = PetitionStatus.COLLECTING, today
    petition.collects_until, petition.due_on = _due(today, law().petitions.collecting), None
    petition.save()
    _add(petition, petition.author_id, today)
    record("petition.publish", "petition", petition.code, by=by.pk, body=petition.body_id)
    _tell(petition, [petition.author_id], "published", now)
    return petition


@transaction.atomic
def refuse(petition_id: UUID, *, ground: str, note: str, by: User, now: datetime) -> Petition:
    petition = _locked(petition_id)
    _require_may(by, MODERATE, petition, now)
    rules.require_status(petition.status, PetitionStatus.LODGED)
    rules.require_apart(petition.author_id, by.party_id)
    rules.require_ground(ground, [one.code for one in law().petitions.grounds])
    petition.status, petition.ground, petition.note = PetitionStatus.REFUSED, ground, note
    petition.due_on, petition.finished_on = None, timezone.localdate(now)
    petition.save()
    record("petition.refuse", "petition", petition.code, by=by.pk, ground=ground)
    _tell(petition, [petition.author_id], "refused", now)
    return petition


@transaction.atomic
def sign(petition_id: UUID, *, by: User, now: datetime) -> Petition:
    """Once for a person. The signature that reaches the threshold starts the term of the answer."""
    petition, today = _locked(petition_id), timezone.localdate(now)
    rules.require_collecting(petition.status, petition.collects_until, today)
    person = require_part(by, Electorate(petition.unit_code, law().petitions.age), today)
    _add(petition, person, today)
    if rules.has_reached(petition.signed, petition.threshold):
        petition.status, petition.reached_on = PetitionStatus.REACHED, today
        petition.due_on = _due(today, law().petitions.answering)
        petition.save(update_fields=["status", "reached_on", "due_on"])
        record("petition.reach", "petition", petition.code, by=None, signed=petition.signed)
    return petition


def _add(petition: Petition, person: UUID, today: date) -> None:
    try:
        with transaction.atomic():
            Signature.objects.create(petition=petition, person_id=person, on=today)
    except IntegrityError as error:
        raise Conflict("petition.signed", _("You have signed this petition already.")) from error
    petition.signed += 1
    petition.save(update_fields=["signed"])


@transaction.atomic
def take_back(petition_id: UUID, *, by: User, now: datetime) -> Petition:
    """While signatures are collected one may think again."""
    petition, today = _locked(petition_id), timezone.localdate(now)
    rules.require_collecting(petition.status, petition.collects_until, today)
    gone, _what = petition.signatures.filter(person_id=by.party_id or petition.pk).delete()
    if not gone:
        raise RuleBroken("petition.not_signed", _("You have not signed this petition."))
    petition.signed -= 1
    petition.save(update_fields=["signed"])
    return petition


@transaction.atomic
def withdraw(petition_id: UUID, *, by: User, now: datetime) -> Petition:
    """Its author may end it until it has reached its threshold: then it belongs to all who signed."""
    petition = _locked(petition_id)
    if petition.author_id != by.party_id:
        raise NotPermitted("petition.not_yours", _("Only its author withdraws a petition."))
    rules.require_status(petition.status, *rules.RUNNING)
    petition.status, petition.due_on = PetitionStatus.WITHDRAWN, None
    petition.finished_on = timezone.localdate(now)
    petition.save()
    record("petition.withdraw", "petition", petition.code, by=by.pk)
    return petition


@transaction.atomic
def answer_petition(petition_id: UUID, *, answer: str, by: User, now: datetime) -> Petition:
    """The body answers; the answer is published, and everybody who signed hears of it."""
    petition, today = _locked(petition_id), timezone.localdate(now)
    _require_may(by, ANSWER, petition, now)
    rules.require_status(petition.status, PetitionStatus.REACHED)
    if not answer.strip():
        raise RuleBroken("petition.answer_missing", _("Write the answer."), field="answer")
    petition.status, petition.answer, petition.answered_by = PetitionStatus.ANSWERED, answer, by
    petition.answered_late = petition.due_on is not None and today > petition.due_on
    petition.finished_on, petition.due_on = today, None
    petition.save()
    record("petition.answer", "petition", petition.code, by=by.pk, body=petition.body_id)
    publish(PetitionAnswered(code=petition.code, at=now))
    return petition


def tell_signers(event: PetitionAnswered) -> None:
    """May run twice: each notice is told once."""
    petition = Petition.objects.get(code=event.code)
    people = list(Signature.objects.filter(petition=petition).values_list("person_id", flat=True))
    _tell(petition, people, "answered", event.at)


def _tell(petition: Petition, people: list[UUID], what: str, now: datetime) -> None:
    subject = in_all_languages(lambda: _subject(what, petition.title))
    address = reverse("consultations:petition", args=[petition.code])
    body = in_all_languages(lambda: _("Read it here: %(address)s") % {"address": address})
    if what == "refused":
        found = law().petitions.ground(petition.ground)
        body = dict(found.name) if found else body
    for person in people:
        notify(
            party_id=person, kind=f"petition.{what}", subject=subject, body=body, now=now,
            once=f"petition:{petition.code}:{what}",
        )  # fmt: skip


def _subject(what: str, title: str) -> str:
    said = {
        "published": _("Your petition collects signatures: %(title)s"),
        "refused": _("Your petition is not published: %(title)s"),
        "answered": _("A petition that you signed is answered: %(title)s"),
    }
    return said[what] % {"title": title}


def end_petitions(now: datetime) -> int:
    """Every night: what did not reach its threshold lapses; signatures under what is long over are forgotten."""
    today = timezone.localdate(now)
    late = Petition.objects.filter(status=PetitionStatus.COLLECTING, collects_until__lt=today)
    ended = late.update(status=PetitionStatus.LAPSED, finished_on=F("collects_until"))
    over = today - timedelta(days=KEPT_DAYS)
    Signature.objects.filter(petition__finished_on__lt=over).delete()
    return ended
