"""A page may be sent after the visit has ended. The words wait sealed while their writer signs in again."""

from collections.abc import Callable
from functools import wraps
from hashlib import sha256
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponseBase, QueryDict
from django.utils import timezone

from ratusha.ui.forms import GivenBack

from .access import TurnedAway
from .services.held import KEPT, Words, give_back, hold

NOT_WORDS = {"csrfmiddlewaretoken", "later"}
View = Callable[..., HttpResponseBase]


def typed_words(request: HttpRequest) -> Words:
    return {
        name: [str(value) for value in values]
        for name, values in request.POST.lists()
        if name not in NOT_WORDS
    }


def cookie_of(request: HttpRequest) -> str:
    """One for each page, so that two of them left open do not take each other's key."""
    return f"held-{sha256(request.path.encode()).hexdigest()[:12]}"


def nothing_typed_is_lost(view: View) -> View:
    """Around a guarded page: what is sent by whom the guard turns away is held; the key goes to that browser alone.

    The page itself gives the words back: `words_given_back`, or `typed_now` for the data of a form.
    """

    @wraps(view)
    def holding(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response = view(request, *args, **kwargs)
        if not isinstance(response, TurnedAway):
            if cookie_of(request) in request.COOKIES:
                response.delete_cookie(cookie_of(request), samesite="Lax")
        elif request.method == "POST" and (words := typed_words(request)):
            response.set_cookie(
                cookie_of(request),
                hold(words, address=request.path, now=timezone.now()),
                max_age=KEPT,
                httponly=True,
                secure=settings.SESSION_COOKIE_SECURE,
                samesite="Lax",
            )
        return response

    open_door: View = login_not_required(holding)  # the guard inside sends strangers to sign in
    return open_door


def words_given_back(request: HttpRequest) -> Words | None:
    key = request.COOKIES.get(cookie_of(request), "")
    return give_back(key, address=request.path, now=timezone.now()) if key else None


def typed_now(request: HttpRequest) -> QueryDict | None:
    """What a form is filled with: what is sent; else what was sent when the visit had ended; else nothing."""
    if request.method == "POST":
        return request.POST
    words = words_given_back(request)
    return GivenBack.of(words) if words else None
