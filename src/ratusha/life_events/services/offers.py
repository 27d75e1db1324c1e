"""Offers: an act in a register gives rise to one; the person confirms or declines; it is made once."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.audit.public import record
from ratusha.cases.public import CaseMoved
from ratusha.exchange.public import Purpose, ask
from ratusha.kernel.errors import Conflict
from ratusha.life_events.letters import write_about_next, write_about_offer
from ratusha.life_events.models import Errand, Offer, Sitting
from ratusha.life_events.queries import Errands
from ratusha.life_events.reading import LifeEvent, OfferRule, life_events, offer_rule, offer_rules
from ratusha.life_events.rules import GRANTED, Reply, Stage
from ratusha.parties.public import heads_of
from ratusha.procedures.public import evaluate, value_of
from ratusha.registers.public import (
    BirthRecorded,
    DeathRecorded,
    OrganisationEntered,
    PensionAgeReached,
    ResidenceRecorded,
)

from .sitting import fill_in, lodge_all, sit_down

PURPOSE = "proactive_offer"  # of the pack


def hear_birth(event: BirthRecorded) -> None:
    _offer("birth_recorded", event.parent_ids, str(event.child_id), event.at)


def hear_residence(event: ResidenceRecorded) -> None:
    _offer("residence_recorded", [event.person_id], event.since.isoformat(), event.at)


def hear_death(event: DeathRecorded) -> None:
    _offer("death_recorded", event.relative_ids, str(event.person_id), event.at)


def hear_pension_age(event: PensionAgeReached) -> None:
    _offer("pension_age_reached", [event.person_id], event.since.isoformat(), event.at)


def hear_organisation(event: OrganisationEntered) -> None:
    """Offered to whoever heads it on that day; what is lodged is lodged for the organisation."""
    heads = heads_of(event.organisation_id, timezone.localdate(event.at))
    people = [head.pk for head in heads]
    _offer("organisation_entered", people, str(event.organisation_id), event.at)


def _offer(act: str, people: Sequence[UUID], about: str, now: datetime) -> None:
    for _event, rule in offer_rules(act):
        for person in people:
            make_offer(rule, person, about, now=now)


@transaction.atomic
def make_offer(rule: OfferRule, person_id: UUID, about: str, *, now: datetime) -> Offer | None:
    """Only where the condition of the rule holds; a second telling of the same act makes no second offer.

    A register that is silent now is asked again when the event is delivered again.
    """
    if Offer.objects.filter(person_id=person_id, rule=rule.code, about=about).exists():
        return None
    today = timezone.localdate(now)
    context = {
        "about": about,
        "facts": _facts(rule, person_id, now),
        "today": today.isoformat(),
        "answers": {},
    }
    if not evaluate(rule.condition, context):
        return None
    offer = Offer.objects.create(
        person_id=person_id,
        rule=rule.code,
        about=about,
        answers={one.code: _answers(one.answers, context) for one in rule.procedures},
        made_at=now,
        until=today + timedelta(days=rule.days),
    )
    record("life.offer", "offer", str(offer.pk), by=None, rule=rule.code, person=str(person_id))
    write_about_offer(offer, rule, now=now)
    return offer


def _facts(rule: OfferRule, person_id: UUID, now: datetime) -> dict[str, Any]:
    """Each question stands in the person's journal, with the rule as its legal basis."""
    purpose = Purpose(code=PURPOSE, legal_basis=rule.source.said(), case_reference="")
    return {
        service: ask(service, subject=person_id, purpose=purpose, by=None, body=None, now=now).facts
        for service in rule.services
    }


def _answers(told: Mapping[str, Any], context: Mapping[str, Any]) -> dict[str, Any]:
    return {
        code: value_of(value[1:], context)
        if isinstance(value, str) and value.startswith("=")
        else value
        for code, value in told.items()
    }


def _mine(offer_id: UUID, by: User) -> Offer:
    if by.party_id is None:
        raise Offer.DoesNotExist
    return Offer.objects.select_for_update().of(by.party_id).get(pk=offer_id)


@transaction.atomic
def confirm(offer_id: UUID, *, by: User, language: str, now: datetime) -> Sitting:
    """Lodge all of it. A second press leads to the same sitting."""
    offer = _mine(offer_id, by)
    if offer.reply == Reply.CONFIRMED and offer.sitting:
        return offer.sitting
    sitting = _accept(offer, by=by, language=language, now=now)
    lodge_all(sitting, by=by, now=now)
    return sitting


@transaction.atomic
def change_first(offer_id: UUID, *, by: User, language: str, now: datetime) -> Sitting:
    """The same, but the person goes through the questions before lodging."""
    offer = _mine(offer_id, by)
    if offer.reply == Reply.CONFIRMED and offer.sitting:
        return offer.sitting
    return _accept(offer, by=by, language=language, now=now)


def _accept(offer: Offer, *, by: User, language: str, now: datetime) -> Sitting:
    _require_open(offer, now)
    event, rule = _event_of(offer), offer_rule(offer.rule)
    sitting = sit_down(
        event,
        list(offer.answers),
        user=by,
        applicant_id=UUID(offer.about) if rule and rule.for_organisation else offer.person_id,
        language=language,
        now=now,
    )
    for errand in Errands(sitting).all:
        if errand.draft:
            answers = offer.answers[errand.procedure]
            fill_in(errand.draft, answers, by=by, language=language, now=now)
    _reply(offer, Reply.CONFIRMED, now, sitting)
    record("life.confirm_offer", "offer", str(offer.pk), by=by.pk)
    others = Offer.objects.filter(rule=offer.rule, about=offer.about, reply=Reply.OPEN)
    others.update(reply=Reply.TAKEN, replied_at=now)
    return sitting


@transaction.atomic
def decline(offer_id: UUID, *, by: User, now: datetime) -> Offer:
    """Not asked again: the row stays, and the same act makes no second one."""
    offer = _mine(offer_id, by)
    if offer.reply == Reply.DECLINED:
        return offer
    _require_open(offer, now)
    _reply(offer, Reply.DECLINED, now, None)
    record("life.decline_offer", "offer", str(offer.pk), by=by.pk)
    return offer


def _reply(offer: Offer, reply: Reply, now: datetime, sitting: Sitting | None) -> None:
    offer.reply, offer.replied_at, offer.sitting = reply, now, sitting
    offer.save(update_fields=["reply", "replied_at", "sitting"])


def _require_open(offer: Offer, now: datetime) -> None:
    if not offer.is_open(timezone.localdate(now)):
        raise Conflict(
            "life.offer_is_over", _("This offer has been answered, or its days are over.")
        )


def _event_of(offer: Offer) -> LifeEvent:
    for event in life_events():
        if any(rule.code == offer.rule for rule in event.offers):
            return event
    raise Conflict("life.offer_is_over", _("This offer has been answered, or its days are over."))


@transaction.atomic
def hear_case(event: CaseMoved) -> None:
    """A result is there: what waited for it is offered to be filled in. Told once, however often it is heard."""
    if event.outcome != GRANTED:
        return
    found = Errand.objects.filter(case_id=event.case_id).select_related("sitting")
    for errand in found:
        errands = Errands(errand.sitting)
        for other in errands.all:
            waited = errand.procedure in errands.event.after.get(other.procedure, ())
            if waited and errands.stage(other) == Stage.FILL:
                write_about_next(errand.sitting, other, errands.event, now=event.at)
