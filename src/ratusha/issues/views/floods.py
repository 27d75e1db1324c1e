"""Counting what a sender sends; who sends too much gets a 429, the words back and an honest time to wait."""

from datetime import datetime
from http import HTTPStatus

from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse

from ratusha.accounts.public import User, caller_network
from ratusha.issues.services.flow import FLOOD, count_one, seconds_to_wait


def known(request: HttpRequest) -> User | None:
    """Who is signed in; None for everybody else, who may report all the same."""
    return request.user if isinstance(request.user, User) else None


def count_sender(request: HttpRequest, what: str, now: datetime) -> None:
    """Who is signed in is counted as a person, wherever they are; others by their address."""
    if user := known(request):
        count_one("person", source=f"person:{user.pk}", now=now)
    else:
        count_one(what, source=caller_network(request), now=now)


def slowed(response: HttpResponse, form: BaseForm, now: datetime) -> HttpResponse:
    """The same page, which says why, with the status of a flood."""
    told = form.errors.as_data() if form.is_bound else {}
    if any(error.code == FLOOD for errors in told.values() for error in errors):
        response.status_code = HTTPStatus.TOO_MANY_REQUESTS
        response.headers["Retry-After"] = str(seconds_to_wait(now))
    return response
