"""The way of a card into the register: the owner asks, approvers answer, the registrar accepts."""

from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ratusha.accounts.public import User
from ratusha.audit.public import record
from ratusha.kernel import terms
from ratusha.kernel.calendar import national_calendar
from ratusha.kernel.errors import NotPermitted, RuleBroken
from ratusha.kernel.terms import Term
from ratusha.kernel.words import require_words
from ratusha.parties.public import organisation
from ratusha.systems.card import Card, plain, read
from ratusha.systems.law import body_called, law, registrar
from ratusha.systems.models import DRAFT, Asked, Filing, System
from ratusha.systems.permissions import may_answer, may_keep, may_register
from ratusha.systems.queries import findings_of
from ratusha.systems.rules import Answer, Standing, agreement_for, require_sound, standing

from . import duties
from .entering import change_card, register_system

LONGEST_REASONS = 4000
WRITABLE = (DRAFT, Standing.RETURNED, Standing.REFUSED)


@transaction.atomic
def begin(owner_id: UUID, *, name: dict[str, str], kind: str, by: User, now: datetime) -> Filing:
    """A card for a system that the register does not know yet."""
    _require_keeper(by, owner_id, now)
    if not any(text.strip() for text in name.values()):
        raise RuleBroken("system.name_missing", _("Write the name of the system."), field="name")
    card = Card(
        name={language: text.strip() for language, text in name.items() if text.strip()},
        kind=kind,  # type: ignore[arg-type]  # read again below
        owner=organisation(owner_id).code,
    )
    made = Filing.objects.create(
        owner_id=owner_id, told=_read_again(card), begun_at=now, begun_by=by
    )
    record("system.begin_filing", "filing", made.pk, by=by.pk)
    return made


@transaction.atomic
def begin_change(number: str, *, by: User, now: datetime) -> Filing:
    """A copy of the card to be changed; the one that is open already where there is one."""
    system = System.objects.select_for_update(of=("self",)).get(number=number)
    _require_keeper(by, system.owner_id, now)
    found = system.filings.exclude(standing=Standing.ACCEPTED).first()
    if found:
        return found
    made = Filing.objects.create(
        system=system, owner_id=system.owner_id, told=system.told, based_on=system.version,
        begun_at=now, begun_by=by,
    )  # fmt: skip
    record("system.begin_filing", "filing", made.pk, by=by.pk, system=number)
    return made


@transaction.atomic
def write(
    filing_id: UUID, change: Callable[[dict[str, Any]], dict[str, Any]], *, by: User, now: datetime
) -> Filing:
    """Change what is written. Wrong values are refused; what is only missing is told by the rules later."""
    filing = _locked(filing_id)
    _require_keeper(by, filing.owner_id, now)
    if filing.standing not in WRITABLE:
        raise RuleBroken(
            "system.filing_closed", _("It is with the approvers and cannot be changed now.")
        )
    try:
        filing.told = _read_again(read(change(filing.told)))
    except msgspec.ValidationError as error:
        message = _("This cannot be kept: %(reason)s") % {"reason": str(error)}
        raise RuleBroken("system.card_wrong", message) from error
    filing.save(update_fields=["told"])
    return filing


@transaction.atomic
def ask(filing_id: UUID, *, by: User, now: datetime) -> Filing:
    """Send the card to all whose agreement it needs, each with a term. Errors of the rules hold it back."""
    filing = _locked(filing_id)
    _require_keeper(by, filing.owner_id, now)
    if filing.standing not in WRITABLE:
        raise RuleBroken("system.filing_closed", _("It was sent already."))
    card = read(filing.told)
    system = filing.system
    if system and system.version != filing.based_on:
        message = _(
            "The card has changed in the register meanwhile: begin anew from its newest version."
        )
        raise RuleBroken("system.filing_outdated", message)
    today = timezone.localdate(now)
    require_sound(findings_of(card, number=system.number if system else "", today=today))
    filing.agreement = agreement_for(system.status if system else None, card.status)
    filing.standing, filing.asked_at, filing.asked_by = Standing.ASKED, now, by
    filing.round += 1
    filing.settled_at, filing.settled_by, filing.reasons = None, None, ""
    filing.save()
    term, source = Term.parse(law().term), law().term_source.said()
    due_on = terms.due(today, term, calendar=national_calendar(), source=source).on
    assert due_on is not None, "nothing stops this clock"  # noqa: S101 - there is no suspension
    asked = Asked.objects.bulk_create(
        Asked(
            filing=filing, round=filing.round, approver=one.code, body=body_called(one.body),
            asked_at=now, due_on=due_on,
        )
        for one in law().approvers
        if one.is_asked(filing.agreement, card)
    )  # fmt: skip
    duties.declare(filing, asked, by=by, now=now)
    _settle(filing)
    record("system.ask", "filing", filing.pk, by=by.pk, agreement=filing.agreement)
    return filing


@transaction.atomic
def answer(asked_id: UUID, *, answer: str, reasons: str, by: User, now: datetime) -> Asked:
    """One approver's word. After the term it is taken too, and stays late."""
    asked = Asked.objects.select_related("filing").get(pk=asked_id)
    filing = _locked(asked.filing_id)
    asked = Asked.objects.select_for_update(of=("self",)).get(pk=asked_id)
    if not may_answer(by, asked, timezone.localdate(now)):
        raise NotPermitted("system.not_asked", _("Your body was not asked about this system."))
    if asked.answer or asked.round != filing.round or filing.standing != Standing.ASKED:
        raise RuleBroken("system.answered", _("This question is answered or closed already."))
    if answer != Answer.POSITIVE:
        missing = _("Write why it is not agreed, or why it is not a matter of your body.")
        reasons = require_words(
            reasons,
            code="system.reasons",
            field="reasons",
            missing=missing,
            longest=LONGEST_REASONS,
        )
    asked.answer, asked.reasons, asked.answered_at, asked.by = answer, reasons.strip(), now, by
    asked.save()
    duties.fulfil(asked, words=asked.get_answer_display(), by=by, now=now)
    _settle(filing)
    if filing.standing == Standing.REFUSED:
        duties.fall_away(filing, by=by, now=now)
    record("system.answer", "filing", filing.pk, by=by.pk, approver=asked.approver, answer=answer)
    return asked


@transaction.atomic
def give_back(filing_id: UUID, *, reasons: str, by: User, now: datetime) -> Filing:
    """The registrar asks for completion; the answers of this round stand in the history."""
    filing = _locked(filing_id)
    _require_registrar(by, filing, now)
    if filing.standing not in (Standing.ASKED, Standing.AGREED):
        raise RuleBroken("system.filing_closed", _("There is nothing to return."))
    filing.reasons = require_words(
        reasons, code="system.reasons", field="reasons",
        missing=_("Write what must be completed."), longest=LONGEST_REASONS,
    )  # fmt: skip
    filing.standing, filing.settled_at, filing.settled_by = Standing.RETURNED, now, by
    filing.save()
    duties.accept(filing, by=by, now=now)
    duties.fall_away(filing, by=by, now=now)
    record("system.return", "filing", filing.pk, by=by.pk)
    return filing


@transaction.atomic
def accept(filing_id: UUID, *, by: User, now: datetime) -> System:
    """Into the register, once everybody who was asked has agreed or said that it is not theirs."""
    filing = _locked(filing_id)
    _require_registrar(by, filing, now)
    if filing.standing != Standing.AGREED:
        message = _("Not everybody has answered: silence is not consent.")
        raise RuleBroken("system.not_agreed", message)
    card, reason = read(filing.told), filing.get_agreement_display()
    if filing.system_id:
        system = change_card(
            filing.system_id, card, owner_id=filing.owner_id, by=by, now=now, reason=reason
        )
    else:
        system = register_system(card, owner_id=filing.owner_id, by=by, now=now, reason=reason)
    filing.system, filing.standing = system, Standing.ACCEPTED
    filing.settled_at, filing.settled_by = now, by
    filing.save()
    duties.accept(filing, by=by, now=now)
    words = _("The owner has changed the card: version %(number)s.") % {"number": system.version}
    assert filing.asked_by is not None  # noqa: S101 - filing_asked_names_agreement_and_person
    duties.confirmed(system, words=words, by=filing.asked_by, now=now)
    duties.accept_confirmed(system, by=by, now=now)
    record("system.accept", "filing", filing.pk, by=by.pk, system=system.number)
    return system


@transaction.atomic
def confirm(number: str, *, by: User, now: datetime) -> System:
    """The owner says that the card is still true (G08)."""
    system = System.objects.select_for_update(of=("self",)).get(number=number)
    _require_keeper(by, system.owner_id, now)
    system.confirmed_on, system.awaits_owner_since = timezone.localdate(now), None
    system.save(update_fields=["confirmed_on", "awaits_owner_since"])
    duties.confirmed(system, words=_("The owner has confirmed the card."), by=by, now=now)
    record("system.confirm", "system", number, by=by.pk)
    return system


def _settle(filing: Filing) -> None:
    given = filing.asked.filter(round=filing.round).values_list("answer", flat=True)
    filing.standing = standing(one or None for one in given)
    filing.save(update_fields=["standing"])


def _locked(filing_id: UUID) -> Filing:
    return Filing.objects.select_for_update(of=("self",)).select_related("system").get(pk=filing_id)


def _read_again(card: Card) -> dict[str, Any]:
    told = plain(card)
    read(told)
    return told


def _require_keeper(by: User, owner_id: UUID, now: datetime) -> None:
    if not may_keep(by, owner_id, timezone.localdate(now)):
        raise NotPermitted("system.not_your_body", _("You may not write cards for this body."))


def _require_registrar(by: User, filing: Filing, now: datetime) -> None:
    if not may_register(by, filing, registrar().pk, timezone.localdate(now)):
        message = _(
            "The registrar accepts: somebody who neither wrote, nor agreed, nor works for the owner."
        )
        raise NotPermitted("system.not_registrar", message)
