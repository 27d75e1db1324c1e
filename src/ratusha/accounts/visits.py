"""Beginning and ending a visit: the one place that touches the session of a person."""

from datetime import datetime
from uuid import UUID, uuid4

from django.contrib import auth
from django.http import HttpRequest

from . import whereabouts
from .models import User
from .rules import AccessMode, visit_is_over

BACKEND = "ratusha.accounts.backend.Accounts"
MYSELF = "myself"
SEEN_EVERY_SECONDS = 60


def begin(request: HttpRequest, user: User, mode: AccessMode, *, now: datetime) -> None:
    """Sign in. The session gets a new key, so that one planted before is worth nothing."""
    same_person = request.user.is_authenticated and request.user.pk == user.pk
    auth.login(request, user, backend=BACKEND)
    acting = request.session.get("acting") if same_person else None
    request.session.update(
        {
            "mode": int(mode),
            "public_id": str(uuid4()),
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


def acting_body(request: HttpRequest, user: User, *, now: datetime) -> UUID | None:
    """The body this person acts for in this visit, while the appointment lasts.

    An account that is only an official's acts for its first body. Who is also a citizen here acts as oneself until
    choosing otherwise: nobody should see the desk of the state by having come to see one's own affairs.
    """
    bodies = [a.body_id for a in user.appointments_on(now.date())]
    chosen = request.session.get("acting")
    if chosen == MYSELF or not bodies:
        return None
    if chosen and UUID(chosen) in bodies:
        return UUID(chosen)
    return None if user.party_id else bodies[0]
