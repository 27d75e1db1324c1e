"""How surely the person behind a request is known, and the way to the right sign-in page and back."""

from collections.abc import Callable
from contextlib import suppress
from functools import wraps
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.urls import NoReverseMatch, reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import get_language

from .models import User
from .rules import AccessMode
from .visits import mode_of as access_mode

View = Callable[..., HttpResponseBase]
LONGEST_NEXT = 2000
PAGES = {AccessMode.PASSWORD: "accounts:sign_in", AccessMode.STRICT: "accounts:sign_in_card"}

__all__ = [
    "SignedInRequest",
    "TurnedAway",
    "access_mode",
    "next_or_home",
    "require_access",
    "require_office",
    "safe_next",
    "with_next",
]


class TurnedAway(HttpResponseRedirect):
    """Who asks is not known surely enough for this page, and is sent where they can become so, and back."""


class SignedInRequest(HttpRequest):
    """A request that has passed the door: somebody is signed in."""

    user: User
    acting_body_id: UUID | None


def safe_next(request: HttpRequest) -> str:
    """Where to go afterwards: a page of this site, named by its path alone; else nowhere."""
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    one_line = wanted.isprintable() and len(wanted) <= LONGEST_NEXT
    if one_line and wanted.startswith("/") and url_has_allowed_host_and_scheme(wanted, None):
        return wanted
    return ""


def next_or_home(wanted: str, *, signed_in: bool = True) -> str:
    """The wanted page; else one's own page; else the first page."""
    if wanted:
        return wanted
    if signed_in:
        with suppress(NoReverseMatch):
            return reverse(settings.LOGIN_REDIRECT_URL)
    return f"/{get_language()}/"


def with_next(name: str, wanted: str, **more: str) -> str:
    """The address of a page by name, carrying `next` along."""
    query = {**({"next": wanted} if wanted else {}), **more}
    return reverse(name) + (f"?{urlencode(query)}" if query else "")


def require_access(needed: AccessMode) -> Callable[[View], View]:
    """Let in who is known surely enough; send the others to the sign-in page that is enough, and back here."""

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if access_mode(request) >= needed:
                return view(request, *args, **kwargs)
            return TurnedAway(with_next(PAGES[needed], request.get_full_path()))

        guarded.needs = needed  # type: ignore[attr-defined]  # told to the test that lists public pages
        if needed is AccessMode.NONE:
            open_door: View = login_not_required(guarded)
            return open_door
        guarded.login_url = PAGES[needed]  # type: ignore[attr-defined]  # the general door sends there too
        return guarded

    return decorate


def require_office(view: View) -> View:
    """Let in an official who acts for a body now; who came as oneself is asked first in which capacity."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if getattr(request, "acting_body_id", None) is None:
            return TurnedAway(with_next("accounts:choose_body", request.get_full_path()))
        return view(request, *args, **kwargs)

    return require_access(AccessMode.STRICT)(guarded)
