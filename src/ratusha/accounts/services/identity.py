"""Strict sign-in: a check is begun by a provider, agreed to by its owner, and used once."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from ratusha.accounts import identity
from ratusha.accounts.logins import login_fingerprint
from ratusha.accounts.models import Consent, IdentityCheck, User
from ratusha.accounts.rules import (
    IDENTITY_CHECK_LASTS,
    MANDATORY,
    PURPOSE,
    AccessMode,
    passed_on,
)
from ratusha.audit.public import record
from ratusha.kernel.errors import RuleBroken

from .cabinets import prepare_cabinet
from .sign_in import arrive


@dataclass(frozen=True)
class Arrival:
    user: User
    consent: Consent
    attributes: Mapping[str, str]
    next_page: str
    first_time: bool


@transaction.atomic
def begin_check(provider: str, handle: str, *, next_page: str, now: datetime) -> IdentityCheck:
    return IdentityCheck.objects.create(
        provider=provider,
        handle=handle,
        next_page=next_page,
        started_at=now,
        expires_at=now + IDENTITY_CHECK_LASTS,
    )


def require_fresh(check: IdentityCheck, *, now: datetime) -> None:
    if check.used_at or now >= check.expires_at:
        message = _("This sign-in has been used or has taken too long. Please start again.")
        raise RuleBroken("identity.check_over", message)


@transaction.atomic
def agree(check_id: UUID, chosen: Collection[str], *, language: str, now: datetime) -> Arrival:
    """The owner has shortened the list: only what is left is asked of the provider and passed on."""
    check = IdentityCheck.objects.select_for_update().get(pk=check_id)
    require_fresh(check, now=now)
    check.used_at = now
    check.save(update_fields=["used_at"])
    provider = identity.provider(check.provider)
    offered = provider.offers(check.handle)
    allowed = passed_on(chosen, offered)
    ticket = provider.release(check.handle, allowed, now=now)
    user = cabinet_of(ticket, language=language)
    first_time = user.opened_at is None
    consent = give_consent(user, check.provider, allowed, offered - allowed, now=now)
    arrive(user, AccessMode.STRICT, now=now)
    return Arrival(user, consent, ticket.attributes, check.next_page, first_time)


def cabinet_of(ticket: identity.Ticket, *, language: str) -> User:
    party_id = identity.directory().find_party(ticket.personal_number)
    if party_id is None:
        message = _("The population register does not know this person. Write to the help desk.")
        raise RuleBroken("identity.person_unknown", message)
    name = identity.directory().party_name(party_id, language) or ticket.attributes["names"]
    user = prepare_cabinet(party_id, display_name=name, language=language)
    if not user.is_active:
        raise RuleBroken("identity.cabinet_closed", _("This cabinet is closed."))
    if user.login is None:
        user.login = login_fingerprint(ticket.personal_number)
        user.save(update_fields=["login"])
    return user


@transaction.atomic
def give_consent(
    user: User, provider: str, allowed: Collection[str], refused: Collection[str], *, now: datetime
) -> Consent:
    """Write it into the ledger; the same consent given again is the one that is there."""
    User.objects.select_for_update().get(pk=user.pk)
    facts = {
        "required": sorted(MANDATORY & set(allowed)),
        "allowed": sorted(set(allowed) - MANDATORY),
        "refused": sorted(refused),
    }
    before = Consent.objects.filter(
        user=user, purpose=PURPOSE, provider=provider, withdrawn_at=None
    ).first()
    if before and all(getattr(before, name) == value for name, value in facts.items()):
        return before
    if before:
        before.withdrawn_at = now
        before.save(update_fields=["withdrawn_at"])
    consent = Consent.objects.create(
        user=user, purpose=PURPOSE, provider=provider, given_at=now, **facts
    )
    record(
        "consent.give",
        "consent",
        consent.pk,
        by=user.pk,
        required=consent.required,
        allowed=consent.allowed,
        refused=consent.refused,
    )
    return consent


@transaction.atomic
def withdraw_consent(consent_id: UUID, *, by: User, now: datetime) -> Consent:
    """From now on nothing that was passed on under it is used; it stays in the ledger as withdrawn."""
    consent = Consent.objects.select_for_update().get(pk=consent_id, user=by)
    if consent.withdrawn_at is None:
        consent.withdrawn_at = now
        consent.save(update_fields=["withdrawn_at"])
        record("consent.withdraw", "consent", consent.pk, by=by.pk)
    return consent
