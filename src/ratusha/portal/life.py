"""Life events: what happens to people, and the procedures that belong to it. Words come from the country pack."""

from functools import cache

import msgspec

from ratusha.kernel.pack import pack
from ratusha.kernel.texts import Text

FILE = "life_events.yaml"


class Need(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One procedure of an event, by the plain name people would give it."""

    code: str
    name: Text


class LifeEvent(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    code: str
    title: Text
    note: Text
    procedures: list[Need]


@cache
def life_events() -> tuple[LifeEvent, ...]:
    if not pack().file(FILE).exists():
        return ()
    return tuple(msgspec.convert(pack().yaml(FILE), list[LifeEvent]))


def life_event(code: str) -> LifeEvent | None:
    return next((event for event in life_events() if event.code == code), None)
