"""A page may be sent after the visit has ended. The words wait sealed while their writer signs in again."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone

from ratusha.accounts.public import AccessMode, access_mode
from ratusha.applications.services.held import KEPT, Words, give_back, hold

COOKIE = "held"
NOT_WORDS = {"csrfmiddlewaretoken", "later"}
View = Callable[..., HttpResponseBase]


def typed_words(request: HttpRequest) -> Words:
    return {
        name: [str(value) for value in values]
        for name, values in request.POST.lists()
        if name not in NOT_WORDS
    }


def nothing_typed_is_lost(view: View) -> View:
    """Around a guarded page: what a stranger sends is held, and the key goes to that browser alone."""

    @wraps(view)
    def holding(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response = view(request, *args, **kwargs)
        late = request.method == "POST" and access_mode(request) < AccessMode.PASSWORD
        if late and (words := typed_words(request)):
            key = hold(words, address=request.path, now=timezone.now())
            response.set_cookie(
                COOKIE,
                key,
                max_age=KEPT,
                httponly=True,
                secure=settings.SESSION_COOKIE_SECURE,
                samesite="Lax",
            )
        elif COOKIE in request.COOKIES and access_mode(request) >= AccessMode.PASSWORD:
            response.delete_cookie(COOKIE, samesite="Lax")
        return response

    open_door: View = login_not_required(holding)  # the guard inside sends strangers to sign in
    return open_door


def words_given_back(request: HttpRequest) -> Words | None:
    key = request.COOKIES.get(COOKIE, "")
    return give_back(key, address=request.path, now=timezone.now()) if key else None
