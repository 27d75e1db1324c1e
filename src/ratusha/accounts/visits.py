"""Beginning and ending a visit: the one place that touches the session of a person."""

import json
from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.contrib import auth
from django.http import HttpRequest

from ratusha.kernel.protection import seal, unseal
from ratusha.kernel.texts import Said, Text, in_language

from . import identity, whereabouts
from .models import Consent, User
from .rules import AccessMode, visit_is_over

BACKEND = "ratusha.accounts.backend.Accounts"
MYSELF = "myself"
SEEN_EVERY_SECONDS = 60
CONTEXT = "accounts.visit"


def begin(request: HttpRequest, user: User, mode: AccessMode, *, now: datetime) -> None:
    """Sign in. The session gets a new key, so that one planted before is worth nothing."""
    same_person = request.user.is_authenticated and request.user.pk == user.pk
    if same_person:
        request.session.cycle_key()  # Django keeps the key for the same person; a higher mode must not share it
    auth.login(request, user, backend=BACKEND)
    acting = request.session.get("acting") if same_person else None
    request.session.update(
        {
            "mode": int(mode),
            "device": whereabouts.device(request.headers.get("User-Agent", "")),
            "place": whereabouts.place(whereabouts.address(request)),
            "began_at": now.isoformat(),
            "seen_at": now.isoformat(),
            "acting": acting,
        }
    )


def end(request: HttpRequest) -> None:
    auth.logout(request)


def still_open(request: HttpRequest, *, now: datetime) -> bool:
    """Whether this visit may go on; notes at most once a minute that the person is still there."""
    session = request.session
    began, seen = session.get("began_at"), session.get("seen_at")
    if began is None or seen is None:
        session.update({"began_at": now.isoformat(), "seen_at": now.isoformat()})
        return True
    began_at, seen_at = datetime.fromisoformat(began), datetime.fromisoformat(seen)
    mode = AccessMode(session.get("mode", AccessMode.PASSWORD))
    if visit_is_over(mode, began_at=began_at, seen_at=seen_at, now=now):
        return False
    if (now - seen_at).total_seconds() >= SEEN_EVERY_SECONDS:
        session["seen_at"] = now.isoformat()
    return True


def act_for(request: HttpRequest, body_id: UUID | None) -> None:
    """Remember the capacity the person has chosen; `None` is oneself."""
    request.session["acting"] = str(body_id) if body_id else MYSELF


def mode_of(request: HttpRequest) -> AccessMode:
    if not request.user.is_authenticated:
        return AccessMode.NONE
    return AccessMode(request.session.get("mode", AccessMode.PASSWORD))


def keep_after_new_password(request: HttpRequest, user: User) -> None:
    """The old password's visits have ended; this one goes on under a new key."""
    auth.update_session_auth_hash(request, user)


@dataclass(frozen=True)
class Capacity:
    """As whom a person may act: oneself (`body_id` None), or an official of a body."""

    body_id: UUID | None
    position: Text

    @property
    def value(self) -> str:
        return str(self.body_id or MYSELF)

    def position_in(self, language: str) -> Said:
        return in_language(self.position, language)

    def body_name(self, language: str) -> str:
        if self.body_id is None:
            return ""
        return identity.directory().party_name(self.body_id, language) or str(self.body_id)


def capacities(user: User, *, on: date) -> list[Capacity]:
    own = [Capacity(None, {})] if user.party_id else []
    bodies = {
        a.body_id: Capacity(a.body_id, a.position) for a in reversed(user.appointments_on(on))
    }
    return own + list(reversed(bodies.values()))


def acting_body(request: HttpRequest, user: User, *, on: date) -> UUID | None:
    """The body this person acts for in this visit, while the appointment lasts.

    An account that is only an official's acts for its first body. Who is also a citizen here acts as oneself until
    choosing otherwise: nobody should see the desk of the state by having come to see one's own affairs.
    """
    bodies = [a.body_id for a in user.appointments_on(on)]
    chosen = request.session.get("acting")
    if chosen == MYSELF or not bodies:
        return None
    if chosen and UUID(chosen) in bodies:
        return UUID(chosen)
    return None if user.party_id else bodies[0]


def keep_attributes(request: HttpRequest, consent_id: UUID, attributes: Mapping[str, str]) -> None:
    """For the length of the visit, sealed: the table of visits is no second register of people."""
    sealed = seal(json.dumps(dict(attributes), ensure_ascii=False), context=CONTEXT)
    request.session["consent"] = str(consent_id)
    request.session["attributes"] = b64encode(sealed).decode()


def released_attributes(request: HttpRequest) -> dict[str, str]:
    """What the owner let be passed on at this sign-in; nothing once the consent is withdrawn."""
    sealed, consent_id = request.session.get("attributes"), request.session.get("consent")
    if not sealed or not consent_id:
        return {}
    if not Consent.objects.filter(pk=consent_id, withdrawn_at=None).exists():
        return {}
    attributes: dict[str, str] = json.loads(unseal(b64decode(sealed), context=CONTEXT))
    return attributes
