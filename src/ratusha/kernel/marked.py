"""YAML with places: plain values, and for each of them the line and column where it stands."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, SequenceNode

Steps = tuple[str | int, ...]
MOST_NODES = 100_000
DEEPEST = 60


@dataclass(frozen=True)
class Place:
    line: int
    column: int


@dataclass(frozen=True)
class Marked:
    value: Any
    places: dict[Steps, Place]

    def place(self, steps: Steps) -> Place:
        """Of the value itself, or of the nearest thing around it that is written down."""
        while steps and steps not in self.places:
            steps = steps[:-1]
        return self.places.get(steps, Place(1, 1))


@dataclass(frozen=True, order=True)
class Finding:
    """One mistake of a file. `code` never changes; `mend` says what to do."""

    file: str
    line: int
    column: int
    code: str
    message: str
    mend: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}: {self.code}: {self.message} {self.mend}"


class Unreadable(Exception):
    """The file is not YAML that we take; `place` is where reading stopped."""

    def __init__(self, reason: str, place: Place) -> None:
        super().__init__(reason)
        self.reason = reason
        self.place = place


def read(file: Path) -> Marked:
    """One YAML document of plain values, days as ISO text. Whatever else the file holds is Unreadable."""
    try:
        text = file.read_text(encoding="utf-8")
    except ValueError as error:
        raise Unreadable(str(error), Place(1, 1)) from error
    return read_text(text)


def read_text(text: str) -> Marked:
    """As `read`, of text that is no file."""
    found = read_documents(text)
    if len(found) != 1:
        reason = "more than one document" if found else "the file is empty"
        raise Unreadable(reason, found[1].place(()) if found else Place(1, 1))
    return found[0]


def read_documents(text: str, *, number_keys: bool = False) -> list[Marked]:
    """The documents of a file, which three dashes part; a key that is a whole number is text if it may be one."""
    try:
        return _read(text, number_keys=number_keys)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = Place(mark.line + 1, mark.column + 1) if mark else Place(1, 1)
        raise Unreadable(error.problem or error.context or "not YAML", place) from error
    except (
        YAMLError,
        RecursionError,
        ValueError,
        LookupError,
        TypeError,
        AttributeError,
        AssertionError,
    ) as error:
        # The reader meets hostile text with many kinds of surprise; each means that the file is not for us.
        lines = str(error).splitlines() or [type(error).__name__]
        raise Unreadable(lines[0], Place(1, 1)) from error


def _read(text: str, *, number_keys: bool) -> list[Marked]:
    constructor, _parser = YAML(typ="safe", pure=True).get_constructor_parser(text)
    found = []
    while constructor.composer.check_node():
        node = constructor.composer.get_node()
        found.append(_marked(constructor, node, number_keys=number_keys))
    return found


def _marked(constructor: Any, node: Node, *, number_keys: bool) -> Marked:
    places: dict[Steps, Place] = {}
    for steps, found in _walk(node, ()):
        places.setdefault(steps, Place(found.start_mark.line + 1, found.start_mark.column + 1))
        if len(places) > MOST_NODES or len(steps) > DEEPEST:
            raise ValueError("the file is too large, or holds itself")
    value = constructor.construct_document(node)
    return Marked(_json(value, number_keys=number_keys), places)


def _walk(node: Node, steps: Steps) -> Iterator[tuple[Steps, Node]]:
    """Parents first; a value of a mapping stands where its key stands."""
    waiting: list[tuple[Steps, Node, Node]] = [(steps, node, node)]
    while waiting:
        at, found, stands = waiting.pop()
        yield at, stands
        if isinstance(found, MappingNode):
            waiting += [((*at, str(key.value)), value, key) for key, value in found.value]
        elif isinstance(found, SequenceNode):
            waiting += [((*at, i), value, value) for i, value in enumerate(found.value)]


def _json(value: Any, *, number_keys: bool) -> Any:
    """As JSON would say it: what JSON cannot say (other keys, infinities, bytes) is no value of ours."""
    match value:
        case dict():
            return {
                _key(str(key) if number_keys and type(key) is int else key): _json(
                    inner, number_keys=number_keys
                )
                for key, inner in value.items()
            }
        case list() | tuple():
            return [_json(inner, number_keys=number_keys) for inner in value]
        case date():
            return value.isoformat()
        case float() if value != value or value in (float("inf"), float("-inf")):  # noqa: PLR0124 - not a number
            raise ValueError("a number that is not a number")
        case None | bool() | int() | float() | str():
            return value
        case _:
            raise ValueError(
                f"a value of the kind {type(value).__name__} is not for definition files"
            )


def _key(key: Any) -> str:
    if not isinstance(key, str):
        raise TypeError(f"the key {key!r} is not text: put it in quotes")
    return key
