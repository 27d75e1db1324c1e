"""Each request has a number, which its log lines and the page of a failure carry, so that a call can be traced."""

import secrets
from collections.abc import Callable

import structlog
from django.http import HttpRequest, HttpResponse

LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"  # read out on the phone: none looks like another


def new_number() -> str:
    """Long enough to be the only one of its kind in a week of logs."""
    letters = "".join(secrets.choice(LETTERS) for _ in range(8))
    return f"{letters[:4]}-{letters[4:]}"


def number_request(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    def middleware(request: HttpRequest) -> HttpResponse:
        request.incident = new_number()  # type: ignore[attr-defined]
        with structlog.contextvars.bound_contextvars(incident=request.incident):  # type: ignore[attr-defined]
            return get_response(request)

    return middleware
