"""Public pages kept ready for visitors who have not signed in: a short time, per address and way of reading.

A page is kept only when its view says so and the visitor carries no cookie but those of language and view,
so that nothing personal can ever be in it.
"""

import hashlib
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

from django.conf import settings
from django.core.cache import caches
from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response, patch_vary_headers

from . import reading

P = ParamSpec("P")
Answer = Callable[[HttpRequest], HttpResponse]
MARK = "public_page"
LONGEST_ADDRESS = 300
NOT_KEPT = {"Set-Cookie", "Date", "Server"}


def public_page(view: Callable[P, HttpResponse]) -> Callable[P, HttpResponse]:
    """Say of a view that what it shows to a stranger is the same for every stranger."""

    @wraps(view)
    def marked(*args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        response = view(*args, **kwargs)
        setattr(response, MARK, True)
        return response

    return marked


def keep_public_pages(get_response: Answer) -> Answer:
    """Middleware: answer from the pages kept ready, else ask the view and keep what may be kept."""
    pages = caches["pages"]

    def middleware(request: HttpRequest) -> HttpResponse:
        if not _is_stranger(request):
            return get_response(request)
        seconds: int = settings.PUBLIC_PAGE_SECONDS
        key = _key(request)
        kept: tuple[bytes, dict[str, str]] | None = pages.get(key) if seconds else None
        if kept is None:
            response = get_response(request)
            if not _may_be_kept(response):
                return response
            etag = hashlib.sha256(response.content).hexdigest()[:24]
            response["ETag"] = f'"{etag}"'
            response["Cache-Control"] = f"public, max-age=0, s-maxage={seconds}"
            patch_vary_headers(response, ["Cookie"])
            headers = {k: v for k, v in response.headers.items() if k not in NOT_KEPT}
            if seconds:
                pages.set(key, (response.content, headers), seconds)
        else:
            response = HttpResponse(kept[0], headers=kept[1])
        found = get_conditional_response(request, etag=response["ETag"], response=response)
        return found if isinstance(found, HttpResponse) else response

    return middleware


def _is_stranger(request: HttpRequest) -> bool:
    harmless = {settings.LANGUAGE_COOKIE_NAME, reading.COOKIE}
    return (
        request.method == "GET"
        and harmless.issuperset(request.COOKIES)
        and len(request.get_full_path()) < LONGEST_ADDRESS
    )


def _key(request: HttpRequest) -> str:
    what = f"{'-'.join(reading.ways(request))}|{request.get_full_path()}"
    return hashlib.sha256(what.encode()).hexdigest()


def _may_be_kept(response: HttpResponse) -> bool:
    return (
        getattr(response, MARK, False)
        and response.status_code == 200  # noqa: PLR2004
        and not response.cookies
        and not response.streaming
    )
