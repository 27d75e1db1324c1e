"""The pages: the application is loaded once, and each web process is a fork that shares its memory."""

import gc
import os

from granian.constants import Interfaces
from granian.log import LogLevels
from granian.server import Server

from . import urls, wsgi

LOADED_BEFORE_THE_FORKS = (wsgi.application, urls.urlpatterns)


def run(host: str, port: int, workers: int | None) -> None:
    """Processes = cores, one thread each: threads would only hand the interpreter's lock to and fro."""
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
