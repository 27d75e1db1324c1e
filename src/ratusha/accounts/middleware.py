"""Looks at the clock of the visit and tells each request for which body its person acts."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from . import visits


class Visit:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        now = timezone.now()
        body = None
        if request.user.is_authenticated:
            if visits.still_open(request, now=now):
                body = visits.acting_body(request, request.user, on=timezone.localdate(now))
            else:
                visits.end(request)
                messages.info(
                    request,
                    _("Your visit was ended because of inactivity or its length. Sign in again."),
                )
        request.acting_body_id = body  # type: ignore[attr-defined]
        response = self.get_response(request)
        if request.user.is_authenticated:
            # What a person sees is not left behind in the browser or in a cache on the way.
            response.headers.setdefault("Cache-Control", "no-store")
        return response
