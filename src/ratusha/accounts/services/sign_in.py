"""Checking a password: the same answer and the same work for a known and an unknown identifier."""

from collections.abc import Iterable
from datetime import datetime

from django.contrib.auth.hashers import check_password, make_password
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ratusha.accounts.logins import fingerprint, login_fingerprint
from ratusha.accounts.models import Tries, User
from ratusha.accounts.rules import LIMITS, Scope, wait_after
from ratusha.accounts.whereabouts import network
from ratusha.audit.public import record
from ratusha.kernel.errors import RuleBroken


class TooManyTries(RuleBroken):
    """Come back at `retry_at`."""

    def __init__(self, retry_at: datetime) -> None:
        at = timezone.localtime(retry_at).strftime("%H:%M")
        message = _("There were too many tries. You can try again at %(time)s.") % {"time": at}
        super().__init__("sign_in.too_many_tries", message)
        self.retry_at = retry_at


def address_key(address: str) -> str:
    return fingerprint(f"address:{network(address) or 'unknown'}")


@transaction.atomic
def claim_try(scope: Scope, key: str, *, now: datetime) -> datetime | None:
    """Count a try before it is made, so that a hundred at once are a hundred; the moment to wait for, if closed."""
    Tries.objects.bulk_create([Tries(scope=scope, key=key, last_at=now)], ignore_conflicts=True)
    tries = Tries.objects.select_for_update().get(scope=scope, key=key)
    if tries.closed_until and now < tries.closed_until:
        return tries.closed_until
    if now - tries.last_at > LIMITS[scope].forget_after:
        tries.count = 0
    tries.count += 1
    tries.last_at = now
    wait = wait_after(scope, tries.count)
    tries.closed_until = now + wait if wait else None
    tries.save()
    return None


@transaction.atomic
def claim_tries(keys: Iterable[tuple[Scope, str]], *, now: datetime) -> None:
    for scope, key in keys:
        closed_until = claim_try(scope, key, now=now)
        if closed_until:
            raise TooManyTries(closed_until)


@transaction.atomic
def return_tries(*, identifier: str, address: str) -> None:
    """A success: the identifier is clean again, and the address gets back the one try it spent."""
    Tries.objects.filter(scope=Scope.IDENTIFIER, key=identifier).delete()
    mine = Tries.objects.select_for_update().filter(scope=Scope.ADDRESS, key=address).first()
    if mine and mine.count > 0:
        mine.count -= 1
        if wait_after(Scope.ADDRESS, mine.count) is None:
            mine.closed_until = None
        mine.save()


def sign_in_with_password(login: str, password: str, *, address: str, now: datetime) -> User:
    """The person of this identifier and password."""
    identifier, door = login_fingerprint(login), address_key(address)
    claim_tries([(Scope.ADDRESS, door), (Scope.IDENTIFIER, identifier)], now=now)
    user = User.objects.filter(login=identifier, is_active=True).first()
    if user is None:
        make_password(password)  # as long as a check takes
    elif check_password(password, user.password):
        return_tries(identifier=identifier, address=door)
        record("visit.begin", "user", str(user.pk), by=user.pk, mode="password")
        return user
    raise RuleBroken("sign_in.wrong", _("The identifier or the password is wrong."))
