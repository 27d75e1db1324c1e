"""Counting tries. A try is counted before it is made, so that a hundred at once are a hundred."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ratusha.accounts.models import DemonstrationCard, IdentityCheck, Session, Tries
from ratusha.accounts.rules import LIMITS, Scope, wait_after
from ratusha.accounts.whereabouts import network
from ratusha.kernel.errors import RuleBroken
from ratusha.kernel.protection import fingerprint

from .held import forget_held


class TooManyTries(RuleBroken):
    """Come back at `retry_at`."""

    def __init__(self, scope: Scope, retry_at: datetime) -> None:
        at = timezone.localtime(retry_at).strftime("%H:%M")
        message = _("There were too many tries. You can try again at %(time)s.") % {"time": at}
        super().__init__("sign_in.too_many_tries", message)
        self.scope, self.retry_at = scope, retry_at


def address_key(address: str) -> str:
    return fingerprint(f"address:{network(address) or 'unknown'}")


@transaction.atomic
def claim_tries(keys: Sequence[tuple[Scope, str]], *, now: datetime) -> dict[Scope, int]:
    """Count one try for each key; the counts so far. If any of them must wait, none is counted."""
    fresh = [Tries(scope=scope, key=key, last_at=now) for scope, key in keys]
    Tries.objects.bulk_create(fresh, ignore_conflicts=True)
    locked = [
        Tries.objects.select_for_update().get(scope=scope, key=key) for scope, key in sorted(keys)
    ]
    closed = [t for t in locked if t.closed_until and now < t.closed_until]
    if closed:
        last = max(closed, key=lambda t: t.closed_until or now)
        raise TooManyTries(Scope(last.scope), last.closed_until or now)
    for tries in locked:
        scope = Scope(tries.scope)
        if now - tries.last_at > LIMITS[scope].forget_after:
            tries.count = 0
        tries.count += 1
        wait = wait_after(scope, tries.count)
        tries.last_at, tries.closed_until = now, now + wait if wait else None
        tries.save()
    return {Scope(tries.scope): tries.count for tries in locked}


@transaction.atomic
def return_tries(keys: Sequence[tuple[Scope, str]]) -> None:
    """A success: what was guessed is clean again, and the address gets back the one try it spent."""
    for scope, key in sorted(keys):
        if scope is not Scope.ADDRESS:
            Tries.objects.filter(scope=scope, key=key).delete()
            continue
        tries = Tries.objects.select_for_update().filter(scope=scope, key=key).first()
        if tries and tries.count > 0:
            tries.count -= 1
            tries.closed_until = (
                None if wait_after(scope, tries.count) is None else tries.closed_until
            )
            tries.save()


@transaction.atomic
def forget_old(*, now: datetime) -> int:
    """Remove what has served its time: visits, tries, checks. The worker calls it every night."""
    cards = DemonstrationCard.objects.values("number")
    kept = {"scope__in": [Scope.CARD, Scope.PUK], "key__in": cards}
    gone = [
        Session.objects.filter(expire_date__lt=now).delete()[0],
        Tries.objects.filter(last_at__lt=now - 2 * LIMITS[Scope.IDENTIFIER].forget_after)
        .exclude(**kept)
        .delete()[0],
        IdentityCheck.objects.filter(
            started_at__lt=now - LIMITS[Scope.IDENTIFIER].forget_after
        ).delete()[0],
        forget_held(now=now),
    ]
    return sum(gone)
