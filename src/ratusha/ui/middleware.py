"""What is done around every page: the language is remembered, an address with control characters leads nowhere."""

from collections.abc import Callable

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import translation

YEAR = 365 * 24 * 3600


def remember_language(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        chosen = translation.get_language_from_path(request.path_info)
        if chosen and chosen != translation.get_language_from_request(request):
            response.set_cookie(
                settings.LANGUAGE_COOKIE_NAME,
                chosen,
                max_age=YEAR,
                samesite="Lax",
                secure=request.is_secure(),
            )
        return response

    return middleware


def refuse_control_characters(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """No address of ours has one, and the database takes no NUL."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if not request.path_info.isprintable():
            raise Http404
        return get_response(request)

    return middleware
