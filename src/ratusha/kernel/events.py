"""Facts that happened in one module and matter to others. Wired in `config/subscriptions.py`.

`publish` writes one row for each subscribed handler in the caller's transaction; a worker calls `deliver_due`. So an
event is delivered if and only if its transaction was committed, and at least once: a handler must bear a repetition.
"""

import logging
import traceback
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import msgspec
from django.db import connection, transaction

from .rows import NotInTransaction, Statement

log = logging.getLogger(__name__)

CHANNEL = "ratusha_events"  # LISTEN here to hear of new rows at once
MAX_ATTEMPTS = 8
FIRST_PAUSE = timedelta(seconds=10)
PAUSE_GROWTH = 4  # 10 s, 40 s, 3 min, 11 min, 43 min, 3 h, 11 h, then given up
LONGEST_ERROR = 4_000


@dataclass(frozen=True, kw_only=True)
class Event:
    """Named in the past tense; carries ids and plain values, never model instances."""


@dataclass(frozen=True)
class Delivered:
    done: int
    failed: int


@dataclass(frozen=True)
class Subscription:
    event: str
    name: str
    handler: Callable[[Any], None]
    decoder: msgspec.json.Decoder[Any]


_by_type: dict[type[Event], list[Subscription]] = defaultdict(list)
_by_name: dict[tuple[str, str], Subscription] = {}
_watched: set[str] = (
    set()
)  # names of handlers that get every event and are never delivered: tests only
_encode = msgspec.json.Encoder().encode


def name_of(event_type: type[Event]) -> str:
    """`cases.CaseClosed`: the module and the class, so that a class may move between files of its module."""
    module = event_type.__module__.removeprefix("ratusha.").partition(".")[0]
    return f"{module}.{event_type.__qualname__}"


def subscribe(event_type: type[Event], handler: Callable[[Any], None], *, name: str) -> None:
    """`name` is written in the outbox: it stays when the function is renamed. To subscribe again replaces."""
    require_plain_values(event_type)
    event = name_of(event_type)
    subscription = Subscription(event, name, handler, msgspec.json.Decoder(event_type))
    others = [s for s in _by_type[event_type] if s.name != name]
    _by_type[event_type] = [*others, subscription]
    _by_name[event, name] = subscription


def subscriptions_of(event_type: type[Event]) -> list[Subscription]:
    return list(_by_type.get(event_type, []))


PLAIN = (
    msgspec.inspect.IntType,
    msgspec.inspect.StrType,
    msgspec.inspect.BoolType,
    msgspec.inspect.NoneType,
    msgspec.inspect.DateType,
    msgspec.inspect.DateTimeType,
    msgspec.inspect.DecimalType,
    msgspec.inspect.UUIDType,
    msgspec.inspect.EnumType,
)


def require_plain_values(event_type: type[Event]) -> None:
    described = msgspec.inspect.type_info(event_type)
    fields = described.fields if isinstance(described, msgspec.inspect.DataclassType) else ()
    for field in fields:
        if not _is_plain(field.type):
            raise TypeError(f"{name_of(event_type)}.{field.name}: events carry plain values only")


def _is_plain(described: msgspec.inspect.Type) -> bool:
    match described:
        case msgspec.inspect.ListType(item_type=item):
            return _is_plain(item)
        case msgspec.inspect.UnionType(types=types):
            return all(_is_plain(one) for one in types)
        case msgspec.inspect.DictType(key_type=key, value_type=value):  # a Text
            return _is_plain(key) and _is_plain(value)
        case _:
            return isinstance(described, PLAIN)


TELL = """
INSERT INTO kernel_outboxentry
    (event, handler, payload, written_at, due_at, attempts, last_error)
SELECT e.event, e.handler, e.payload::jsonb, now(),
       CASE WHEN e.watch THEN '9999-01-01' ELSE 'epoch' END::timestamptz, 0, ''
FROM unnest(%s::text[], %s::text[], %s::text[], %s::bool[]) AS e(event, handler, payload, watch)
RETURNING pg_notify(%s, '')
"""


def publish(event: Event, *more: Event) -> None:
    """One statement for all subscribers of all the events; PostgreSQL tells a listener once a transaction."""
    if not connection.in_atomic_block:
        raise NotInTransaction(name_of(type(event)))
    for statement in published(event, *more):
        statement.run()


def published(event: Event, *more: Event) -> list[Statement]:
    """`publish` as a part of an act that is written together; empty where nobody is subscribed."""
    rows = [row for one in (event, *more) for row in _rows(one)]
    if not rows:
        return []
    columns = [list(column) for column in zip(*rows, strict=True)]
    return [Statement(TELL, [*columns, CHANNEL])]


def _rows(event: Event) -> list[tuple[str, str, str, bool]]:
    subscriptions = _by_type.get(type(event), [])
    if not subscriptions and not _watched:
        return []
    name, payload = name_of(type(event)), _encode(event).decode()
    rows = [(name, s.name, payload, False) for s in subscriptions]
    rows.extend((name, watcher, payload, True) for watcher in _watched)
    return rows


DUE = """
SELECT id, event, handler, payload::text, attempts FROM kernel_outboxentry
WHERE failed_at IS NULL AND due_at <= %s
ORDER BY due_at, id LIMIT %s FOR UPDATE SKIP LOCKED
"""


def deliver_due(*, now: datetime, limit: int = 100) -> Delivered:
    """Call the handlers of what is due. Each has its own savepoint: one that fails undoes only itself and comes again.

    The rows of a batch stay locked until all its handlers have run: two workers share the work and repeat nothing.
    """
    done: list[int] = []
    failed: list[tuple[int, int, str]] = []
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(DUE, [now, limit])
        for id_, event, handler, payload, attempts in cursor.fetchall():
            if error := _deliver(event, handler, payload):
                failed.append((id_, attempts + 1, error))
            else:
                done.append(id_)
        if done:
            cursor.execute("DELETE FROM kernel_outboxentry WHERE id = ANY(%s)", [done])
        for id_, attempts, error in failed:
            _put_off(cursor, id_, attempts, error, now)
    return Delivered(len(done), len(failed))


def _deliver(event: str, handler: str, payload: str) -> str:
    """Nothing, or what went wrong."""
    subscription = _by_name.get((event, handler))
    if subscription is None:
        return f"nobody is subscribed to {event} as {handler}"
    try:
        with transaction.atomic():
            subscription.handler(subscription.decoder.decode(payload))
    except Exception:
        log.exception("event %s was not delivered to %s", event, handler)
        return traceback.format_exc()[-LONGEST_ERROR:]
    return ""


def _put_off(cursor: Any, id_: int, attempts: int, error: str, now: datetime) -> None:
    gives_up = attempts >= MAX_ATTEMPTS
    if gives_up:
        log.error("given up: outbox row %s after %s attempts", id_, attempts)
    cursor.execute(
        "UPDATE kernel_outboxentry SET attempts = %s, due_at = %s, failed_at = %s, last_error = %s "
        "WHERE id = %s",
        [attempts, now + pause(attempts), now if gives_up else None, error, id_],
    )


def pause(attempts: int) -> timedelta:
    """How long to wait after that many failures."""
    return FIRST_PAUSE * int(PAUSE_GROWTH ** (attempts - 1))


def wait_for_events(seconds: float) -> None:
    """Sleep until somebody publishes or the time is over. Call it once with 0 before the first `deliver_due`."""
    with connection.cursor() as cursor:
        cursor.execute(f"LISTEN {CHANNEL}")
    for _news in connection.connection.notifies(timeout=seconds, stop_after=1):
        pass


def redeliver(*, now: datetime, event: str = "", handler: str = "") -> int:
    """Give what was given up another chance (of one event or handler, or all); returns how many."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            "UPDATE kernel_outboxentry SET attempts = 0, due_at = %s, failed_at = NULL "
            "WHERE failed_at IS NOT NULL AND %s IN ('', event) AND %s IN ('', handler)",
            [now, event, handler],
        )
        revived = int(cursor.rowcount)
        cursor.execute("SELECT pg_notify(%s, '')", [CHANNEL])
    return revived
