"""Personal reception: hours are announced, people book a place, an oral appeal is registered and answered."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.appeals import receiving
from ratusha.appeals.law import law
from ratusha.appeals.models import Answer, Reception, Visitor
from ratusha.appeals.rules import ANSWERS, MOVES, Step, require_words
from ratusha.audit.public import record
from ratusha.cases.public import Case, take_step
from ratusha.exchange.public import Purpose, note_look
from ratusha.kernel.errors import NotPermitted, RuleBroken
from ratusha.parties.public import find_person_by_document

from .consider import take_up
from .lodge import Words, register
from .look import PURPOSE

REGISTERS = "cases.accept"  # who registers what comes to the body


@dataclass(frozen=True, kw_only=True)
class Hours:
    begins_at: datetime
    minutes: int
    places: int
    room: str


@dataclass(frozen=True, kw_only=True)
class Said:
    """What came of an oral appeal at once; `result` is empty where it goes on as a written one."""

    result: str = ""
    text: str = ""
    agrees: bool = False


@transaction.atomic
def announce(body_id: UUID, hours: Hours, *, receives: User, by: User, now: datetime) -> Reception:
    _require_registrar(by, body_id, now)
    receiving.require_to_come(hours.begins_at, now)
    if not receives.may("cases.decide", body_id, on=timezone.localdate(hours.begins_at)):
        message = _("Choose an official who decides at this body.")
        raise RuleBroken("reception.who", message, field="official")
    made, fresh = Reception.objects.get_or_create(
        official=receives,
        begins_at=hours.begins_at,
        defaults={
            "body_id": body_id,
            "minutes": hours.minutes,
            "places": hours.places,
            "room": hours.room,
        },
    )
    if fresh:
        record("reception.announce", "reception", str(made.pk), by=by.pk, body=body_id)
    else:
        receiving.require_same(
            same=made.body_id == body_id
            and (made.minutes, made.places, made.room) == (hours.minutes, hours.places, hours.room)
        )
    return made


@transaction.atomic
def book(reception_id: UUID, *, matter: str, by: User, now: datetime) -> Visitor:
    """The next free place; whoever has one keeps it."""
    there = Reception.objects.select_for_update().get(pk=reception_id)
    receiving.require_to_come(there.begins_at, now)
    if by.party_id is None:
        raise NotPermitted("reception.no_person", _("Only a person can book a reception."))
    matter = require_words(matter, field="matter", missing=_("Write with what you come."))
    if mine := there.coming().filter(party_id=by.party_id).first():
        return mine
    taken = set(there.booked().values_list("number", flat=True))
    receiving.require_a_free_place(len(taken), there.places)
    number = next(n for n in range(1, there.places + 1) if n not in taken)
    made = Visitor.objects.create(
        reception=there, number=number, party_id=by.party_id, matter=matter, booked=True, at=now
    )
    record("reception.book", "reception", str(there.pk), by=by.pk)
    return made


@transaction.atomic
def give_up(visitor_id: UUID, *, by: User, now: datetime) -> None:
    """The place is free for another."""
    visitor = Visitor.objects.select_for_update().get(pk=visitor_id)
    if visitor.party_id != by.party_id or visitor.case_id:
        raise NotPermitted("reception.not_yours", _("This place is not yours to give up."))
    visitor.given_up_at = visitor.given_up_at or now
    visitor.save(update_fields=["given_up_at"])
    record("reception.give_up", "reception", str(visitor.reception_id), by=by.pk)


@transaction.atomic
def come_without_booking(
    reception_id: UUID, *, document_number: str, compared: bool, by: User, now: datetime
) -> Visitor:
    """Whoever comes is received, after those who have booked. The look at who it is stands in the person's journal."""
    there = Reception.objects.select_for_update().get(pk=reception_id)
    _require_registrar(by, there.body_id, now)
    receiving.require_day(timezone.localdate(there.begins_at), timezone.localdate(now))
    receiving.require_compared(compared=compared)
    number = "".join(document_number.split()).upper()
    person = find_person_by_document(number, timezone.localdate(now))
    if person is None or person.died_on or person.pk == by.party_id:
        message = _("No valid document with this number. Look at it again.")
        raise RuleBroken("reception.no_such_document", message, field="document_number")
    note_look(person.pk, purpose=_purpose(), by=by, body=there.body_id, now=now)
    if known := there.coming().filter(party_id=person.pk).first():
        return known
    last = there.visitors.order_by("-number").first()
    return Visitor.objects.create(
        reception=there,
        number=max(there.places, last.number if last else 0) + 1,
        party_id=person.pk,
        booked=False,
        at=now,
    )


@transaction.atomic
def receive(
    visitor_id: UUID, words: Words, said: Said, *, compared: bool, by: User, now: datetime
) -> Case:
    """The oral appeal is registered: answered at once by word of mouth, or it goes on as a written one."""
    visitor = Visitor.objects.select_for_update().get(pk=visitor_id)
    there = visitor.reception
    _require_registrar(by, there.body_id, now)
    receiving.require_day(timezone.localdate(there.begins_at), timezone.localdate(now))
    if visitor.case_id:
        return Case.objects.get(pk=visitor.case_id)
    receiving.require_not_given_up(given_up=visitor.given_up_at is not None)
    receiving.require_compared(compared=compared)
    text = require_words(words.text, field="text", missing=_("Write what it is about."))
    case = register(
        there.body_id, visitor.party_id, words, text, by=None, now=now, channel=receiving.CHANNEL
    )
    visitor.case = case
    visitor.save(update_fields=["case"])
    note_look(
        visitor.party_id, purpose=_purpose(case.reference), by=by, body=there.body_id, now=now
    )
    record("appeal.receive", "case", case.reference, by=by.pk, body=there.body_id)
    return _answer_at_once(case, said, by=by, now=now) if said.result else case


def forget_visitors(now: datetime) -> int:
    """Every night: a year after a reception nobody is known who only had a place there."""
    over = now - timedelta(days=receiving.KEPT_DAYS)
    gone, _what = Visitor.objects.filter(reception__begins_at__lt=over, case=None).delete()
    return gone


def _answer_at_once(case: Case, said: Said, *, by: User, now: datetime) -> Case:
    if said.result not in ANSWERS:
        message = _("Choose how the appeal ends.")
        raise RuleBroken("appeal.result_missing", message, field="result")
    text = require_words(said.text, field="answer", missing=_("Write what you answered."))
    receiving.require_consent_to_words(agrees=said.agrees)
    take_up(case.pk, by=by, now=now)
    case = take_step(case.pk, Step(said.result), by=by, now=now)
    Answer.objects.create(
        case=case,
        result=MOVES[Step(said.result)].target,
        text=text,
        orally=True,
        answered_at=now,
        by=by,
    )
    return case


def _require_registrar(by: User, body_id: UUID, now: datetime) -> None:
    if not by.may(REGISTERS, body_id, on=timezone.localdate(now)):
        message = _("Only who registers what comes to this body does that.")
        raise NotPermitted("reception.not_registrar", message)


def _purpose(reference: str = "") -> Purpose:
    return Purpose(
        code=PURPOSE, legal_basis=law().reception.source.said(), case_reference=reference
    )
