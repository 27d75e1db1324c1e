"""Pages for when something is wrong: each says what happened and what to do next, in the reader's language."""

import logging
from uuid import uuid4

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import translation

from .pages import page

log = logging.getLogger("ratusha.incident")


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001
    return page(request, "ui/error_400.html", status=400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """What the domain said, when it said something: `PermissionDenied(error.message)`."""
    reason = str(exception.args[0]) if exception and exception.args else ""
    return page(request, "ui/error_403.html", {"reason": reason}, status=403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001
    return page(request, "ui/error_404.html", status=404)


def csrf_failed(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001
    return page(request, "ui/error_csrf.html", status=403)


def broken(request: HttpRequest) -> HttpResponse:
    """Touches neither the database nor the session: they may be what is broken."""
    incident = getattr(request, "incident", "") or uuid4().hex[:10].upper()
    log.error("incident", extra={"incident": incident})
    language = translation.get_language_from_path(request.path_info) or translation.get_language()
    with translation.override(language):
        text = render_to_string("ui/error_500.html", {"incident": incident, "lang": language})
    return HttpResponse(text, status=500)
