"""The pages: the application is loaded once, and each web process is a fork that shares its memory."""

import gc
import os

from django.conf import settings
from django.db import connections
from django.test import RequestFactory
from granian.constants import Interfaces
from granian.log import LogLevels
from granian.server import Server

from . import urls, wsgi

LOADED_BEFORE_THE_FORKS = (wsgi.application, urls.urlpatterns)


def open_once() -> None:
    """Open the first pages in every language: templates and texts of the pack are then read before the forks."""
    for language in dict(settings.LANGUAGES):
        # A Russian word: the dictionary of its forms, 22 MB, is then shared as well.
        for path in (f"/{language}/", f"/{language}/search/?q=справка", f"/{language}/services/"):
            request = RequestFactory().get(path, headers={"host": "localhost"})
            wsgi.application.get_response(request).close()
    connections.close_all()  # a fork opens its own


def run(host: str, port: int, workers: int | None) -> None:
    """Processes = cores, one thread each: threads would only hand the interpreter's lock to and fro."""
    open_once()
    gc.freeze()  # what is loaded now stays; looking at it again would copy the shared pages
    server = Server(
        "ratusha.config.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers or os.cpu_count() or 1,
        blocking_threads=1,
        websockets=False,
        log_level=LogLevels.warning,
        respawn_failed_workers=True,
        workers_kill_timeout=10,
    )
    server.serve()
