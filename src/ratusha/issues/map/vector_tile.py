"""Points as a Mapbox Vector Tile, version 2.1 of the specification: the part of it that points need. Pure.

The libraries that write tiles bring three packages for lines and areas that we do not have; tests read ours with one.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

EXTENT = 4096
Value = int | str


@dataclass(frozen=True)
class Point:
    """Where it is inside the tile, and what is known of it."""

    x: int
    y: int
    facts: Mapping[str, Value]


def tile(layers: Mapping[str, Sequence[Point]]) -> bytes:
    """An empty layer is left out, as the specification wants."""
    return b"".join(_part(3, _layer(name, points)) for name, points in layers.items() if points)


def _layer(name: str, points: Sequence[Point]) -> bytes:
    keys: dict[str, int] = {}
    values: dict[Value, int] = {}
    features = []
    for point in points:
        tags = []
        for key, value in point.facts.items():
            tags += [keys.setdefault(key, len(keys)), values.setdefault(value, len(values))]
        features.append(_part(2, _feature(point, tags)))
    return b"".join([
        _number(15, 2),  # the version
        _part(1, name.encode()),
        *features,
        *(_part(3, key.encode()) for key in keys),
        *(_part(4, _value(value)) for value in values),
        _number(5, EXTENT),
    ])  # fmt: skip


def _feature(point: Point, tags: Iterable[int]) -> bytes:
    move_to_once = 1 << 3 | 1
    where = _packed([move_to_once, _zigzag(point.x), _zigzag(point.y)])
    return _part(2, _packed(tags)) + A_POINT + _part(4, where)


def _value(value: Value) -> bytes:
    return _part(1, value.encode()) if isinstance(value, str) else _number(5, value)  # uint64


def _zigzag(number: int) -> int:
    return number << 1 if number >= 0 else (-number << 1) - 1


def _packed(numbers: Iterable[int]) -> bytes:
    return b"".join(map(_varint, numbers))


def _part(field: int, content: bytes) -> bytes:
    return _varint(field << 3 | 2) + _varint(len(content)) + content


def _number(field: int, number: int) -> bytes:
    return _varint(field << 3) + _varint(number)


def _varint(number: int) -> bytes:
    return SHORT[number] if number < len(SHORT) else _written(number)


def _written(number: int) -> bytes:
    found = bytearray()
    while number >= 0x80:  # noqa: PLR2004 - seven bits
        found.append(number & 0x7F | 0x80)
        number >>= 7
    found.append(number)
    return bytes(found)


SHORT = tuple(_written(number) for number in range(1 << 14))  # places inside a tile are among them
A_POINT = _number(3, 1)  # the kind of its geometry
