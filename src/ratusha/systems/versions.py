"""What is different between two versions of a card, place by place. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from .card import Card, plain

KEYS = (
    "code",
    "system",
    "year",
    "sha256",
    "group",
    "status",
    "title",
)  # what an entry of a list is known by


@dataclass(frozen=True)
class Line:
    place: str
    before: str
    after: str


def compare(before: Card, after: Card) -> list[Line]:
    old, new = dict(_flat(plain(before))), dict(_flat(plain(after)))
    return [
        Line(place, old.get(place, ""), new.get(place, ""))
        for place in sorted(set(old) | set(new))
        if old.get(place, "") != new.get(place, "")
    ]


def _flat(value: Any, place: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _flat(inner, f"{place} › {name}" if place else name)
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _flat(inner, f"{place} › {_known_by(inner, index)}")
    else:
        yield place, str(value)


def _known_by(entry: Any, index: int) -> str:
    if isinstance(entry, dict):
        return next((str(entry[key]) for key in KEYS if entry.get(key)), str(index + 1))
    return str(entry)
