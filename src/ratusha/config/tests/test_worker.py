"""The worker takes over what was committed, at once, and survives what goes wrong."""

import threading
import time
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest
from django.db import connection, transaction
from procrastinate import App, testing

from ratusha.config import tasks, worker
from ratusha.kernel import events

MOMENT = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


@dataclass(frozen=True, kw_only=True)
class LampLit(events.Event):
    number: int


@pytest.fixture
def heard(monkeypatch):
    """The numbers that a handler has heard, in the order they came."""
    numbers = []
    monkeypatch.setattr(events, "_by_type", events._by_type.copy())
    monkeypatch.setattr(events, "_by_name", events._by_name.copy())
    events.subscribe(LampLit, lambda event: numbers.append(event.number), name="tests.hear")
    return numbers


@pytest.mark.django_db(transaction=True)
def test_a_committed_event_is_delivered_without_waiting_for_the_next_look(heard, monkeypatch):
    monkeypatch.setattr(worker, "LOOKS_EVERY", 3600.0)
    monkeypatch.setattr(worker, "LISTENS_FOR", 0.2)
    stop = threading.Event()
    thread = threading.Thread(target=worker.deliver_until, args=[stop])
    thread.start()
    try:
        time.sleep(0.5)  # it listens by now
        with transaction.atomic():
            events.publish(LampLit(number=7))
        until = time.monotonic() + 10
        while not heard and time.monotonic() < until:
            time.sleep(0.02)
    finally:
        stop.set()
        thread.join(10)
    assert heard == [7]
    assert not thread.is_alive()


@pytest.mark.django_db
def test_more_than_a_batch_is_delivered_in_one_go(heard, monkeypatch):
    monkeypatch.setattr(worker, "BATCH", 10)
    events.publish(*(LampLit(number=n) for n in range(35)))
    worker.deliver_all(threading.Event())
    assert heard == list(range(35))


@pytest.mark.django_db
def test_a_handler_that_fails_does_not_keep_the_others_waiting(heard):
    events.subscribe(LampLit, lambda _event: 1 / 0, name="tests.fail")
    events.publish(LampLit(number=1))
    worker.deliver_all(threading.Event())
    assert heard == [1]
    with connection.cursor() as cursor:
        cursor.execute("SELECT handler, attempts FROM kernel_outboxentry")
        assert cursor.fetchall() == [("tests.fail", 1)]


def test_timed_work_is_not_put_in_the_queue_twice():
    app = App(connector=testing.InMemoryConnector())
    done = []
    tasks.register(app, [tasks.Job("tests.sweep", "* * * * *", done.append)])
    (periodic,) = app.periodic_registry.periodic_tasks.values()
    assert periodic.task.queueing_lock == periodic.task.lock == "tests.sweep"
    periodic.task.func(timestamp=int(MOMENT.timestamp()))
    assert len(done) == 1


def test_every_job_has_a_name_of_its_own_and_a_time_that_can_be_read():
    app = App(connector=testing.InMemoryConnector())
    tasks.register(app, tasks.JOBS)
    assert len(app.periodic_registry.periodic_tasks) == len(tasks.JOBS)
    for periodic in app.periodic_registry.periodic_tasks.values():
        assert periodic.croniter.get_next(start_time=MOMENT.timestamp()) > MOMENT.timestamp()
