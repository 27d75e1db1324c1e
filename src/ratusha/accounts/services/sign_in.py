"""Checking a password: the same answer and the same work for a known and an unknown identifier."""

from datetime import datetime

from django.contrib.auth.hashers import check_password, make_password
from django.db import transaction
from django.utils.translation import gettext as _

from ratusha.accounts.events import SignedIn
from ratusha.accounts.logins import login_fingerprint, login_fingerprints
from ratusha.accounts.models import User
from ratusha.accounts.rules import AccessMode, Scope
from ratusha.audit.public import record
from ratusha.kernel.errors import RuleBroken
from ratusha.kernel.events import publish

from .cabinets import wake
from .tries import address_key, claim_tries, return_tries


@transaction.atomic
def arrive(user: User, mode: AccessMode, *, now: datetime) -> User:
    """Somebody has proved to be this person: the cabinet wakes, the journal and the others are told."""
    wake(user, now=now)
    record("visit.begin", "user", user.pk, by=user.pk, mode=mode.name.lower())
    publish(SignedIn(user_id=user.pk, party_id=user.party_id, mode=mode, at=now))
    return user


def sign_in_with_password(login: str, password: str, *, address: str, now: datetime) -> User:
    """The person of this identifier and password."""
    tries = [(Scope.ADDRESS, address_key(address)), (Scope.IDENTIFIER, login_fingerprint(login))]
    claim_tries(tries, now=now)
    user = User.objects.filter(login__in=login_fingerprints(login), is_active=True).first()
    if user is None:
        make_password(password)  # as long as a check takes
    elif check_password(password, user.password):
        return_tries(tries)
        return arrive(user, AccessMode.PASSWORD, now=now)
    raise RuleBroken("sign_in.wrong", _("The identifier or the password is wrong."))
