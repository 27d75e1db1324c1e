"""Help for tests of all modules: a pytest plugin (loaded in pyproject.toml), never imported by the program."""

from collections.abc import Callable, Iterator
from typing import TypeVar

import msgspec
import pytest
from django.db import connection
from django.utils import translation

from . import events
from .calendar import Calendar
from .events import Event, name_of

E = TypeVar("E", bound=Event)
WATCHER = "watched by a test"


@pytest.fixture
def published() -> Iterator[Callable[[type[E]], list[E]]]:
    """`published(CaseClosed)` lists the events of that kind written in this test and not rolled back, oldest first.

    Needs the database. Ask for it even where nobody is subscribed: while it is in use every event is written down.
    """
    events._watched.add(WATCHER)  # noqa: SLF001 - the one place it is for

    def listed(event_type: type[E]) -> list[E]:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT payload::text FROM kernel_outboxentry WHERE handler = %s AND event = %s ORDER BY id",
                [WATCHER, name_of(event_type)],
            )
            return [msgspec.json.decode(row[0], type=event_type) for row in cursor.fetchall()]

    yield listed
    events._watched.discard(WATCHER)  # noqa: SLF001


@pytest.fixture
def subscribed() -> Iterator[Callable[..., None]]:
    """`subscribe` for the length of one test."""
    types, names = dict(events._by_type), dict(events._by_name)  # noqa: SLF001
    yield events.subscribe
    events._by_type.clear()  # noqa: SLF001
    events._by_type.update(types)  # noqa: SLF001
    events._by_name.clear()  # noqa: SLF001
    events._by_name.update(names)  # noqa: SLF001


@pytest.fixture(autouse=True)
def _language_left_behind() -> Iterator[None]:
    """A page that was asked for in a language leaves it to the thread: the next test begins without."""
    yield
    translation.deactivate()


@pytest.fixture(scope="session")
def plain_calendar() -> Calendar:
    """Saturdays and Sundays off, no holidays, 2020 to 2030: for tests that are not about a country."""
    return Calendar(
        days_off=frozenset(),
        working_saturdays=frozenset(),
        weekend=frozenset({5, 6}),
        covers=range(2020, 2031),
    )
