"""The floor under a page: Django, granian, one view that gives the same bytes, no middleware, no database."""

import os
import sys

import django
from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.http import HttpRequest, HttpResponse
from django.urls import path
from granian.constants import Interfaces
from granian.log import LogLevels
from granian.server import Server

BODY = b"x" * int(os.environ.get("BENCH_BYTES", "0"))


def same_bytes(_request: HttpRequest) -> HttpResponse:
    return HttpResponse(BODY)


urlpatterns = [path("", same_bytes)]
if not settings.configured:
    settings.configure(ROOT_URLCONF=__name__, ALLOWED_HOSTS=["127.0.0.1"], SECRET_KEY="bench")  # noqa: S106
    django.setup()
application = WSGIHandler()


if __name__ == "__main__":
    Server(
        "bench.bare_page:application",
        port=int(sys.argv[1]),
        interface=Interfaces.WSGI,
        workers=os.cpu_count() or 1,
        blocking_threads=1,
        log_level=LogLevels.error,
    ).serve()
