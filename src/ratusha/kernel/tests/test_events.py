"""Events: told if and only if they are true, at least once, and one deaf listener does not stop the others."""

import threading
import time
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from uuid import UUID

import psycopg
import pytest
from django.db import connection, transaction

from ratusha.kernel import events
from ratusha.kernel.events import (
    MAX_ATTEMPTS,
    Event,
    NotInTransaction,
    deliver_due,
    name_of,
    pause,
    publish,
    redeliver,
    wait_for_events,
)
from ratusha.kernel.models import OutboxEntry

KETTLE = UUID(int=7)
NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


@dataclass(frozen=True, kw_only=True)
class KettleBoiled(Event):
    kettle_id: UUID = KETTLE
    degrees: Decimal = Decimal("99.50")
    on: date = date(2026, 3, 2)
    at: datetime = NOW
    guests: list[str] = field(default_factory=lambda: ["Алена"])
    note: str | None = None
    litres: int = 2
    sweet: bool = False


@dataclass(frozen=True, kw_only=True)
class KettleBroke(Event):
    kettle_id: UUID


@dataclass(frozen=True, kw_only=True)
class KettleBought(Event):
    kettle: object


@pytest.fixture
def heard(subscribed):
    calls: list[Event] = []
    subscribed(KettleBoiled, calls.append, name="tea")
    return calls


def boil(event: Event | None = None) -> None:
    with transaction.atomic():
        publish(event or KettleBoiled())


def boil_and_burn() -> None:
    publish(KettleBoiled())
    raise ZeroDivisionError


@pytest.mark.django_db
def test_an_event_arrives_as_it_was_sent(heard):
    sent = KettleBoiled(note="too hot")
    boil(sent)
    assert deliver_due(now=NOW).done == 1
    assert heard == [sent]
    assert not OutboxEntry.objects.exists()


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("heard")
def test_an_event_outside_a_transaction_is_refused():
    with pytest.raises(NotInTransaction):
        publish(KettleBoiled())


@pytest.mark.django_db(transaction=True)
def test_what_was_rolled_back_is_never_told(heard):
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        boil_and_burn()
    assert deliver_due(now=NOW).done == 0
    assert heard == []


@pytest.mark.django_db(transaction=True)
def test_a_crash_between_commit_and_delivery_loses_nothing(heard):
    boil()
    connection.close()  # the web process is gone; a worker starts with a connection of its own
    assert deliver_due(now=NOW).done == 1
    assert len(heard) == 1


@pytest.mark.django_db(transaction=True)
def test_a_crash_during_delivery_brings_the_event_again(subscribed):
    calls = []

    def dies_once(event):
        calls.append(event)
        if len(calls) == 1:
            raise KeyboardInterrupt

    subscribed(KettleBoiled, dies_once, name="tea")
    boil()
    with pytest.raises(KeyboardInterrupt):
        deliver_due(now=NOW)
    assert deliver_due(now=NOW).done == 1
    assert len(calls) == 2


@pytest.mark.django_db(transaction=True)
def test_two_workers_at_once_deliver_each_event_once(subscribed):
    both_are_in = threading.Barrier(2, timeout=10)
    calls = []

    def slow(event):
        calls.append(event.litres)
        if len(calls) in {1, 2}:
            both_are_in.wait()

    subscribed(KettleBoiled, slow, name="tea")
    for litres in range(20):
        boil(KettleBoiled(litres=litres))
    done = []

    def work():
        done.append(deliver_due(now=NOW, limit=10).done)
        connection.close()

    workers = [threading.Thread(target=work) for _i in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert (done, sorted(calls)) == ([10, 10], list(range(20)))


@pytest.mark.django_db
def test_a_failing_handler_does_not_stop_the_others(heard, subscribed):
    def spills(_event):
        OutboxEntry.objects.create(  # something written before the failure
            event="x", handler="x", payload={}, written_at=NOW, due_at=NOW
        )
        raise ValueError("spilled")

    subscribed(KettleBoiled, spills, name="spill")
    boil()
    delivered = deliver_due(now=NOW)
    assert (delivered.done, delivered.failed, len(heard)) == (1, 1, 1)
    left = OutboxEntry.objects.get()  # what the handler wrote was undone
    assert (left.handler, left.attempts) == ("spill", 1)
    assert "ValueError: spilled" in left.last_error


@pytest.mark.django_db
def test_a_failing_handler_that_breaks_its_statement_does_not_stop_the_others(heard, subscribed):
    def bad_sql(_event):
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1 / 0")

    subscribed(KettleBoiled, bad_sql, name="0 first")
    boil()
    assert deliver_due(now=NOW).failed == 1
    assert len(heard) == 1


@pytest.mark.django_db
def test_the_pauses_grow_until_the_event_is_given_up_loudly(subscribed, caplog):
    def deaf(_event):
        raise ValueError

    subscribed(KettleBoiled, deaf, name="deaf")
    boil()
    moment = NOW
    for attempt in range(1, MAX_ATTEMPTS + 1):
        assert deliver_due(now=moment).failed == 1
        assert deliver_due(now=moment + pause(attempt) / 2).failed == 0
        moment += pause(attempt)
    given_up = OutboxEntry.objects.given_up().get()
    assert given_up.attempts == MAX_ATTEMPTS
    assert not OutboxEntry.objects.waiting().exists()
    assert "given up" in caplog.text
    assert deliver_due(now=moment + timedelta(days=365)).failed == 0


@pytest.mark.django_db
@pytest.mark.usefixtures("heard")
def test_what_was_given_up_can_be_delivered_anew():
    boil()
    OutboxEntry.objects.update(failed_at=NOW, attempts=MAX_ATTEMPTS)
    assert redeliver(now=NOW, handler="coffee") == 0
    assert redeliver(now=NOW, event=name_of(KettleBoiled)) == 1
    assert deliver_due(now=NOW).done == 1


@pytest.mark.django_db
@pytest.mark.usefixtures("heard")
def test_an_event_whose_listener_is_gone_is_kept():
    boil()
    events._by_name.clear()
    assert deliver_due(now=NOW).failed == 1
    assert "nobody is subscribed" in OutboxEntry.objects.get().last_error


@pytest.mark.django_db
def test_an_event_that_nobody_hears_costs_no_query(django_assert_num_queries):
    with django_assert_num_queries(0):
        publish(KettleBroke(kettle_id=UUID(int=1)))


@pytest.mark.django_db
def test_all_rows_of_several_events_are_written_by_one_statement(
    heard, subscribed, django_assert_num_queries
):
    subscribed(KettleBoiled, heard.append, name="coffee")
    with django_assert_num_queries(1):
        publish(KettleBoiled(litres=1), KettleBoiled(litres=2))
    assert deliver_due(now=NOW).done == 4


@pytest.fixture
def other_process():
    """A connection of somebody else to the same database."""
    settings = connection.get_connection_params()
    settings.pop("cursor_factory", None)
    settings.pop("context", None)
    with psycopg.connect(**settings, autocommit=True) as opened:
        yield opened


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("heard")
def test_a_listener_hears_once_a_transaction(other_process):
    other_process.execute(f"LISTEN {events.CHANNEL}")
    with transaction.atomic():
        publish(KettleBoiled())
        publish(KettleBoiled())
    assert len(list(other_process.notifies(timeout=0.5))) == 1


@pytest.mark.django_db(transaction=True)
def test_a_worker_wakes_when_something_was_published(other_process):
    wait_for_events(0)
    other_process.execute(f"NOTIFY {events.CHANNEL}")
    assert deliver_due(now=NOW).done == 0  # the news comes while the worker is busy
    asleep = time.monotonic()
    wait_for_events(20)
    assert time.monotonic() - asleep < 10
    wait_for_events(0.01)  # and it is news once only


@dataclass(frozen=True, kw_only=True)
class KettleNamed(Event):
    name: dict[str, str]  # a Text


@pytest.mark.django_db
def test_an_event_may_carry_a_text_in_several_languages(subscribed):
    calls: list[Event] = []
    subscribed(KettleNamed, calls.append, name="tea")
    boil(KettleNamed(name={"be": "Чайнік"}))
    deliver_due(now=NOW)
    assert calls == [KettleNamed(name={"be": "Чайнік"})]


def test_an_event_may_carry_plain_values_only(subscribed):
    with pytest.raises(TypeError, match="kettle"):
        subscribed(KettleBought, print, name="x")


def test_to_subscribe_again_under_a_name_replaces(subscribed):
    subscribed(KettleBoiled, print, name="tea")
    subscribed(KettleBoiled, repr, name="tea")
    assert [s.handler for s in events._by_type[KettleBoiled]] == [repr]


@pytest.mark.django_db
def test_a_test_can_see_what_was_published_to_nobody(published):
    publish(KettleBroke(kettle_id=UUID(int=1)))
    assert published(KettleBroke) == [KettleBroke(kettle_id=UUID(int=1))]
    assert deliver_due(now=NOW).done == 0
