"""Cabinets: one for each party, there before its owner comes."""

from datetime import datetime
from uuid import UUID

from django.contrib.auth.hashers import make_password
from django.db import transaction

from ratusha.accounts.events import CabinetOpened
from ratusha.accounts.logins import login_fingerprint
from ratusha.accounts.models import User
from ratusha.audit.public import record
from ratusha.kernel.events import publish


def find_user(party_id: UUID) -> User | None:
    return User.objects.filter(party_id=party_id).first()


@transaction.atomic
def prepare_cabinet(party_id: UUID | None, *, display_name: str, language: str) -> User:
    """The cabinet that everybody has by default: it sleeps until the first sign-in."""
    fresh = {
        "display_name": display_name,
        "named_in": language,
        "language": language,
        "password": make_password(None),
    }
    if party_id is None:
        return User.objects.create(**fresh)
    return User.objects.get_or_create(party_id=party_id, defaults=fresh)[0]


@transaction.atomic
def open_cabinet(party_id: UUID, *, display_name: str, language: str, now: datetime) -> User:
    """Open the cabinet of this party; opening an open one changes nothing."""
    user = prepare_cabinet(party_id, display_name=display_name, language=language)
    return wake(user, now=now)


@transaction.atomic
def wake(user: User, *, now: datetime) -> User:
    """The first sign-in: from now on the cabinet is in use."""
    locked = User.objects.select_for_update().get(pk=user.pk)
    if locked.opened_at is None:
        locked.opened_at = now
        locked.save(update_fields=["opened_at"])
        record("cabinet.open", "user", locked.pk, by=locked.pk)
        publish(CabinetOpened(user_id=locked.pk, party_id=locked.party_id, at=now))
    user.opened_at = locked.opened_at
    return user


@transaction.atomic
def set_password(user: User, login: str, password: str, *, by: UUID | None = None) -> None:
    """Give a unique identifier and a password; other visits of this person end with the old password."""
    locked = User.objects.select_for_update().get(pk=user.pk)
    locked.login = login_fingerprint(login)
    locked.set_password(password)
    locked.save(update_fields=["login", "password"])
    record("account.set_password", "user", locked.pk, by=by)
    user.login, user.password = locked.login, locked.password
