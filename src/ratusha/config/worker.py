"""The worker delivers the events that waited for their transaction, and does the timed work.

It may die at any moment: what it was doing is undone by the database and taken up by the next one.
"""

import threading
import time

import psycopg
import structlog
from django.db import Error as DatabaseError
from django.db import connection
from django.utils import timezone
from procrastinate.contrib.django import app
from procrastinate.contrib.django.utils import connector_params
from procrastinate.psycopg_connector import PsycopgConnector

from ratusha.kernel import events

from . import tasks

LISTENS_FOR = 1.0  # seconds; then it looks whether it is to stop
LOOKS_EVERY = 5.0  # seconds without a word: a delivery that failed may be due again
BATCH = 100
PAUSE_AFTER_TROUBLE = 3.0

log = structlog.get_logger("ratusha.worker")


def run() -> None:
    """Until a signal comes. The timed work runs here, the deliveries in a thread beside it."""
    stop = threading.Event()
    deliveries = threading.Thread(target=deliver_until, args=[stop], name="deliveries")
    deliveries.start()
    try:
        tasks.register(app, tasks.JOBS)
        with app.replace_connector(
            PsycopgConnector(kwargs=connector_params(), min_size=1, max_size=4)
        ) as timed:
            log.info("worker.started", jobs=len(tasks.JOBS))
            timed.run_worker(name="ratusha", delete_jobs="successful", shutdown_graceful_timeout=20)
    finally:
        stop.set()
        deliveries.join()
        log.info("worker.stopped")


def deliver_until(stop: threading.Event) -> None:
    while not stop.is_set():
        try:
            _listen_and_deliver(stop)
        except (DatabaseError, psycopg.Error):
            log.exception("worker.database_lost")
            stop.wait(PAUSE_AFTER_TROUBLE)
        finally:
            connection.close()


def _listen_and_deliver(stop: threading.Event) -> None:
    """Listens first and looks then, so that nothing falls between."""
    with psycopg.connect(**connector_params(), autocommit=True) as ear:
        ear.execute(f"LISTEN {events.CHANNEL}".encode())
        looked_at = 0.0
        heard = True
        while not stop.is_set():
            if heard or time.monotonic() - looked_at >= LOOKS_EVERY:
                deliver_all(stop)
                looked_at = time.monotonic()
            heard = any(True for _ in ear.notifies(timeout=LISTENS_FOR, stop_after=1))


def deliver_all(stop: threading.Event) -> None:
    while not stop.is_set():
        batch = events.deliver_due(now=timezone.now(), limit=BATCH)
        if batch.failed:
            log.warning("worker.deliveries_failed", failed=batch.failed)
        if batch.done + batch.failed < BATCH:
            return
