"""Mandates: entered by a register, offered and accepted, narrowed, revoked. Nobody acts for another without one."""

import secrets
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ratusha.audit.public import record
from ratusha.kernel.errors import Conflict, NotPermitted, RuleBroken
from ratusha.kernel.events import publish
from ratusha.kernel.identifiers import check_personal_number
from ratusha.kernel.protection import fingerprint, fingerprints
from ratusha.parties import powers, reach
from ratusha.parties.events import MandateGiven, MandateRevoked
from ratusha.parties.models import Mandate, MandateOffer, MinorConsent, Person
from ratusha.parties.powers import HEADS, MOST_TRIES, OFFER_DAYS, Powers, Role

CODE_DIGITS = 6


def _trace(act: str, mandate: Mandate | MandateOffer, by: UUID | None, **more: Any) -> None:
    """At the principal, whose right it is; never a number or a name."""
    kind = "organisation" if mandate.organisation_id else "person"
    record(f"mandate.{act}", kind, str(mandate.party_id), by=by, mandate=str(mandate.pk), **more)


@transaction.atomic
def give_mandate(
    person_id: UUID,
    organisation_id: UUID | None = None,
    *,
    principal_id: UUID | None = None,
    role: Role,
    source: str,
    since: date,
    until: date | None = None,
    by: UUID | None,
) -> Mandate:
    """What a register says: a head of an organisation, a parent, a guardian. For everything."""
    mandate = Mandate.objects.create(
        person_id=person_id,
        organisation_id=organisation_id,
        principal_id=principal_id,
        role=role,
        source=source,
        since=since,
        until=until,
    )
    _trace("give", mandate, by, person=str(person_id), role=role)
    return mandate


@transaction.atomic
def end_mandate(mandate_id: UUID, until: date, *, by: UUID | None) -> None:
    """A register says that it ends: what was delegated from it ends with it."""
    mandate = Mandate.objects.select_for_update().get(pk=mandate_id)
    if until < mandate.since:
        raise RuleBroken(
            "mandate.ends_before_it_begins", _("A mandate cannot end before it begins.")
        )
    mandate.until = until
    mandate.save(update_fields=["until"])
    Mandate.objects.filter(delegated_from=mandate, revoked_at=None).exclude(until__lt=until).update(
        until=until
    )
    _trace("end", mandate, by)


@dataclass(frozen=True)
class Offered:
    """The code is told to the giver once; the tables know its fingerprint only."""

    offer: MandateOffer
    code: str


@transaction.atomic
def offer_mandate(
    giver: Person,
    *,
    organisation_id: UUID | None,
    agent_number: str,
    agent_named: str,
    wanted: Powers,
    by: UUID | None,
    now: datetime,
    delegated_from: UUID | None = None,
) -> Offered:
    """For oneself, for an organisation one heads, or on from a mandate. The other accepts it by the code."""
    today = timezone.localdate(now)
    source = _delegated(giver, delegated_from, wanted, today)
    if source is None:
        _require_giver(giver, organisation_id, today)
    for_person = source is None and organisation_id is None
    powers.require_least_power(wanted, for_person=for_person)
    wanted = replace(wanted, until=powers.last_day(wanted.since, wanted.until))
    number = check_personal_number(agent_number).value
    if number == giver.personal_number:
        message = _("This is your own number: one needs no mandate for oneself.")
        raise RuleBroken("mandate.for_oneself", message, field="agent_number")
    code = f"{secrets.randbelow(10**CODE_DIGITS):0{CODE_DIGITS}}"
    offer = MandateOffer(
        principal_id=source.principal_id if source else (giver.pk if for_person else None),
        organisation_id=source.organisation_id if source else organisation_id,
        role=Role.AUTHORISED if for_person or (source and source.principal_id) else Role.REPRESENTATIVE,
        offered_by=giver,
        agent_fingerprint=fingerprint(number),
        agent_named=agent_named.strip(),
        delegated_from=source,
        offered_at=now,
        expires_at=now + timedelta(days=OFFER_DAYS),
        **asdict(wanted),
    )  # fmt: skip
    offer.code_fingerprint = _code_fingerprint(offer, code)
    offer.save(force_insert=True)
    _trace("offer", offer, by)
    return Offered(offer, code)


def _code_fingerprint(offer: MandateOffer, code: str) -> str:
    return fingerprint(f"{offer.pk}:{code}")


def _require_giver(giver: Person, organisation_id: UUID | None, today: date) -> None:
    if organisation_id is None:
        if giver.age(today) < powers.FULL_AGE:
            message = _("One gives a power of attorney from the age of eighteen.")
            raise RuleBroken("mandate.giver_not_of_age", message)
        return
    headed = Mandate.objects.of(giver.pk).in_force(today).filter(role__in=HEADS)
    if not headed.filter(organisation_id=organisation_id).exists():
        message = _("Only the head of the organisation may give a mandate for it.")
        raise NotPermitted("mandate.not_head", message)


def _delegated(
    giver: Person, mandate_id: UUID | None, wanted: Powers, today: date
) -> Mandate | None:
    """No delegation unless the mandate allows it, and never of more than one has (Civil Code, art. 188)."""
    if mandate_id is None:
        return None
    mandate = Mandate.objects.of(giver.pk).in_force(today).filter(pk=mandate_id).first()
    if mandate is None or not mandate.may_delegate:
        raise NotPermitted("mandate.no_delegation", _("This mandate may not be passed on."))
    if not powers.is_narrower(wanted, mandate):
        message = _("You cannot pass on more than you have been given.")
        raise RuleBroken("mandate.wider_than_own", message)
    return mandate


@transaction.atomic
def count_try(offer_id: UUID, code: str, *, person: Person, by: UUID | None, now: datetime) -> bool:
    """Whether the code is right. A wrong one is counted and stays counted: call it outside the act it opens."""
    offer = _waiting_offer(offer_id, person, now)
    if secrets.compare_digest(offer.code_fingerprint, _code_fingerprint(offer, code.strip())):
        return True
    offer.tries += 1
    if offer.tries >= MOST_TRIES:
        offer.declined_at = now
    offer.save(update_fields=["tries", "declined_at"])
    _trace("wrong_code", offer, by, tries=offer.tries)
    return False


def _waiting_offer(offer_id: UUID, person: Person, now: datetime) -> MandateOffer:
    mine = fingerprints(person.personal_number)
    offer = (
        MandateOffer.objects.select_for_update()
        .filter(pk=offer_id, agent_fingerprint__in=mine)
        .first()
    )
    if offer is None:
        raise NotPermitted("mandate.offer_not_yours", _("There is no such offer for you."))
    if offer.mandate_id or offer.declined_at or offer.expires_at <= now:
        message = _("This offer is no longer open. Ask for a new one.")
        raise Conflict("mandate.offer_closed", message)
    return offer


def accept_offer(
    offer_id: UUID, code: str, *, person: Person, by: UUID | None, now: datetime
) -> Mandate:
    """The other agrees, with the code heard from the giver: from now on the mandate is in force."""
    if not count_try(offer_id, code, person=person, by=by, now=now):
        message = _("The code is wrong. Ask the person who gave it to you to read it out again.")
        raise RuleBroken("mandate.wrong_code", message, field="code")
    return _accept(offer_id, person=person, by=by, now=now)


@transaction.atomic
def _accept(offer_id: UUID, *, person: Person, by: UUID | None, now: datetime) -> Mandate:
    offer = _waiting_offer(offer_id, person, now)
    today = timezone.localdate(now)
    source = offer.delegated_from_id
    if source and not Mandate.objects.in_force(today).filter(pk=source).exists():
        message = _("This offer is no longer open. Ask for a new one.")
        raise Conflict("mandate.offer_closed", message)
    if offer.delegated_from_id is None:
        _require_giver(offer.offered_by, offer.organisation_id, today)
    mandate = Mandate.objects.create(
        person=person,
        source=f"power of attorney, {today.isoformat()}",
        delegated_from_id=offer.delegated_from_id,
        **_limits_of(offer),
    )
    offer.mandate = mandate
    offer.save(update_fields=["mandate"])
    _trace("accept", mandate, by, person=str(person.pk))
    publish(
        MandateGiven(
            mandate_id=mandate.pk, agent_id=person.pk, principal_id=mandate.party_id, at=now
        )
    )
    return mandate


def _limits_of(limited: Mandate | MandateOffer) -> dict[str, Any]:
    names = (
        "principal_id", "organisation_id", "role", "acts", "procedures", "case_reference",
        "amount_most", "may_delegate", "since", "until",
    )  # fmt: skip
    return {name: getattr(limited, name) for name in names}


@transaction.atomic
def decline_offer(offer_id: UUID, *, person: Person, by: UUID | None, now: datetime) -> None:
    """By the one it is meant for, or taken back by the one who made it."""
    offer = MandateOffer.objects.select_for_update().filter(pk=offer_id).first()
    meant = offer and (
        offer.offered_by_id == person.pk
        or offer.agent_fingerprint in fingerprints(person.personal_number)
    )
    if offer is None or not meant:
        raise NotPermitted("mandate.offer_not_yours", _("There is no such offer for you."))
    if offer.mandate_id or offer.declined_at:
        raise Conflict("mandate.offer_closed", _("This offer is no longer open."))
    offer.declined_at = now
    offer.save(update_fields=["declined_at"])
    _trace("decline", offer, by)


@transaction.atomic
def revoke_mandate(mandate_id: UUID, *, person: Person, by: UUID | None, now: datetime) -> Mandate:
    """At once, and everything delegated from it too (Civil Code, art. 188 and 189). The agent may give it up."""
    mandate = _own(mandate_id, person, now)
    _end_now(mandate, person, by=by, now=now)
    return mandate


def _own(mandate_id: UUID, person: Person, now: datetime) -> Mandate:
    """Held until the end of the act; of this person as principal, head, giver or agent."""
    today = timezone.localdate(now)
    mandate = Mandate.objects.select_for_update(of=("self",)).filter(pk=mandate_id).first()
    if mandate is None or not _concerns(mandate, person, today):
        raise NotPermitted("mandate.not_yours", _("This mandate is not yours to change."))
    if mandate.is_by_register:
        message = _("This mandate comes from a register: only the register can change it.")
        raise RuleBroken("mandate.by_register", message)
    if mandate.revoked_at or (mandate.until and mandate.until < today):
        raise Conflict("mandate.over", _("This mandate has ended already."))
    return mandate


def _concerns(mandate: Mandate, person: Person, today: date) -> bool:
    if person.pk in {mandate.principal_id, mandate.person_id}:
        return True
    source = mandate.delegated_from_id
    if source and Mandate.objects.of(person.pk).filter(pk=source).exists():
        return True
    headed = {one.pk for one in reach.givers_for(person.pk, today)}
    return mandate.organisation_id in headed


def _end_now(mandate: Mandate, person: Person, *, by: UUID | None, now: datetime) -> None:
    mandate.revoked_at, mandate.revoked_by = now, person
    mandate.save(update_fields=["revoked_at", "revoked_by"])
    _trace("revoke", mandate, by)
    publish(
        MandateRevoked(
            mandate_id=mandate.pk,
            agent_id=mandate.person_id,
            principal_id=mandate.party_id,
            by_agent=person.pk == mandate.person_id,
            at=now,
        )
    )
    passed = Mandate.objects.filter(delegated_from=mandate, revoked_at=None)
    for passed_on in passed.select_for_update(of=("self",)):
        _end_now(passed_on, person, by=by, now=now)


@transaction.atomic
def limit_mandate(
    mandate_id: UUID, wanted: Powers, *, person: Person, by: UUID | None, now: datetime
) -> Mandate:
    """Allow less from now on: the old mandate ends, a narrower one begins. More needs a new offer."""
    old = _own(mandate_id, person, now)
    if old.person_id == person.pk:
        raise NotPermitted("mandate.not_yours", _("This mandate is not yours to change."))
    wanted = replace(wanted, until=powers.last_day(wanted.since, wanted.until))
    powers.require_least_power(wanted, for_person=old.principal_id is not None)
    if not powers.is_narrower(wanted, old):
        message = _("This would allow more than before: give a new mandate instead.")
        raise RuleBroken("mandate.wider_than_before", message)
    _end_now(old, person, by=by, now=now)
    new = Mandate.objects.create(
        person_id=old.person_id,
        source=old.source,
        delegated_from_id=old.delegated_from_id,
        replaces=old,
        **{**_limits_of(old), **asdict(wanted)},
    )
    _trace("limit", new, by)
    publish(
        MandateGiven(mandate_id=new.pk, agent_id=new.person_id, principal_id=new.party_id, at=now)
    )
    return new


@transaction.atomic
def consent_for_minor(
    child_id: UUID, procedure: str, *, parent: Person, by: UUID | None, now: datetime
) -> MinorConsent:
    """The written consent of a parent (Civil Code, art. 25); giving it twice changes nothing."""
    children = {child.pk for child in reach.children_who_act(parent.pk, timezone.localdate(now))}
    if child_id not in children:
        message = _("Only a parent or guardian of a child of 14 to 18 gives this consent.")
        raise NotPermitted("mandate.not_parent", message)
    consent, new = MinorConsent.objects.get_or_create(
        child_id=child_id, given_by=parent, procedure=procedure, withdrawn_at=None,
        defaults={"given_at": now},
    )  # fmt: skip
    if new:
        record("minor_consent.give", "person", str(child_id), by=by, procedure=procedure)
    return consent


@transaction.atomic
def withdraw_minor_consent(
    consent_id: UUID, *, parent: Person, by: UUID | None, now: datetime
) -> None:
    consent = (
        MinorConsent.objects.select_for_update()
        .filter(pk=consent_id, given_by=parent, withdrawn_at=None)
        .first()
    )
    if consent is None:
        raise NotPermitted("mandate.not_parent", _("There is no such consent of yours."))
    consent.withdrawn_at = now
    consent.save(update_fields=["withdrawn_at"])
    record("minor_consent.withdraw", "person", str(consent.child_id), by=by, procedure=consent.procedure)  # fmt: skip
