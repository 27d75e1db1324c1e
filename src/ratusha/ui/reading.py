"""How a person wants pages to be: large text, contrast, no keys of one letter. In a cookie, so it needs no account."""

from collections.abc import Iterable

from django.http import HttpRequest, HttpResponse

COOKIE = "ratusha_view"
WAYS = ("large", "contrast", "nokeys")  # each is also a class of <html>
YEAR = 365 * 24 * 3600


def ways(request: HttpRequest) -> list[str]:
    chosen = request.COOKIES.get(COOKIE, "").split("-")
    return [way for way in WAYS if way in chosen]


def remember(response: HttpResponse, chosen: Iterable[str], *, secure: bool) -> None:
    wanted = set(chosen)
    kept = "-".join(way for way in WAYS if way in wanted)
    if kept:
        response.set_cookie(
            COOKIE, kept, max_age=YEAR, httponly=True, samesite="Lax", secure=secure
        )
    else:
        response.delete_cookie(COOKIE, samesite="Lax")
