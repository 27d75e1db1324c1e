"""People to sign in with. Other modules' tests may import these."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from uuid import UUID, uuid4

import factory
from django.test import Client
from factory.django import DjangoModelFactory

from ratusha.accounts.public import AccessMode, User, appoint

SINCE = date(2020, 1, 1)


class UserFactory(DjangoModelFactory):
    """A citizen with an open cabinet; `asleep=True` for one who never came."""

    class Meta:
        model = "accounts.User"

    class Params:
        asleep = factory.Trait(opened_at=None)

    display_name = "Alena Kavalenka"
    named_in = "be"
    language = "be"
    party_id = factory.LazyFunction(uuid4)
    opened_at = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)


def official(
    *permissions: str,
    body_id: UUID | None = None,
    since: date = SINCE,
    until: date | None = None,
    **fields: object,
) -> User:
    """Somebody who acts for a body and is nothing else here: `official("cases.accept", body_id=body.id)`."""
    user: User = UserFactory(**{"party_id": None, "display_name": "Ihar Novik", **fields})
    names: Sequence[str] = permissions or ("cases.see",)
    appoint(user, body_id or uuid4(), names, {"en": "Specialist"}, since, until=until, by=None)
    return user


def sign_in(
    client: Client,
    user: User,
    mode: AccessMode = AccessMode.STRICT,
    acting: UUID | str | None = None,
) -> Client:
    """Sign in without the pages; `acting` is a body, or "myself"."""
    client.force_login(user)
    session = client.session
    session["mode"] = int(mode)
    if acting:
        session["acting"] = str(acting)
    session.save()
    return client
