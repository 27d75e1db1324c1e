"""Sections in and out of the text of a definition: comments, anchors and the order of keys stay as they are. Pure."""

import io
from collections.abc import Callable
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import YAMLError

from ratusha.kernel import marked

from .sections import Section, Steps

_WIDTH = 110
NEW: dict[str, Callable[[str], dict[str, Any]]] = {
    "documents": lambda code: {"code": code, "title": {}},
    "form": lambda code: {"code": code, "title": {}, "fields": []},
    "fields": lambda code: {"code": code, "kind": "text", "label": {}},
}


def plain(text: str) -> dict[str, Any] | None:
    """The values of a text; None where it is no readable definition at all."""
    try:
        found = marked.read_text(text).value
    except marked.Unreadable:
        return None
    return found if isinstance(found, dict) else None


def with_values(text: str, section: Section, values: dict[str, Any]) -> str:
    """The text with the slots of a section as they are now; `values` by name, None takes one out."""

    def change(whole: Any) -> None:
        target = _reached(whole, section.steps)
        if section.place == "fee":
            target.setdefault("source", whole.get("source"))
        for slot in section.kind.slots:
            _put(target, slot.steps, values[slot.name], whole)

    return _changed(text, change)


def with_one_more(text: str, place: Steps) -> tuple[str, int]:
    """Another document, page or question at the end of a list; its number too."""
    number = 0

    def change(whole: Any) -> None:
        nonlocal number
        above = _reached(whole, place[:-1])
        many = above.setdefault(str(place[-1]), CommentedSeq())
        number = len(many)
        codes = {one.get("code") for one in many}
        name = {"documents": "document", "form": "page", "fields": "question"}[str(place[-1])]
        code = next(
            c for i in range(1, len(codes) + 2) if (c := f"{name}_{number + i}") not in codes
        )
        made = CommentedMap(NEW[str(place[-1])](code))
        if place[-1] == "documents":
            made["source"] = whole.get("source")
        many.append(made)

    return _changed(text, change), number


def without(text: str, steps: Steps) -> str:
    """The text without one of a list."""

    def change(whole: Any) -> None:
        many = _reached(whole, steps[:-1])
        del many[steps[-1]]
        if not many:
            above = _reached(whole, steps[:-2])
            del above[steps[-2]]

    return _changed(text, change)


def earlier(text: str, steps: Steps) -> str:
    """The text with one of a list before the one that was before it."""

    def change(whole: Any) -> None:
        many, at = _reached(whole, steps[:-1]), int(steps[-1])
        if at:
            many.insert(at - 1, many.pop(at))

    return _changed(text, change)


def steps_at(found: marked.Marked, line: int) -> Steps:
    """What stands at a line: the last thing that begins there or above it."""
    above = [
        (place.line, place.column, steps)
        for steps, place in found.places.items()
        if place.line <= line
    ]
    return max(above, key=lambda one: (one[0], one[1], len(one[2])))[2] if above else ()


def _changed(text: str, change: Callable[[Any], None]) -> str:
    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.width = _WIDTH
    yaml.indent(mapping=2, sequence=4, offset=2)
    try:
        whole = yaml.load(text)
    except YAMLError as error:
        raise ValueError(str(error)) from error
    change(whole)
    out = io.StringIO()
    yaml.dump(whole, out)
    return out.getvalue()


def _reached(whole: Any, steps: Steps) -> Any:
    """What stands at a place; a mapping is made where there is none."""
    value = whole
    for step in steps:
        if isinstance(step, str) and isinstance(value, dict) and value.get(step) is None:
            value[step] = CommentedMap()
        value = value[step]
    return value


def _put(target: Any, steps: tuple[str, ...], value: Any, whole: Any) -> None:
    *above, last = steps
    for step in above:
        if target.get(step) is None:
            if value is None:
                return
            target[step] = CommentedMap(source=whole.get("source"))
        target = target[step]
    if value is None:
        target.pop(last, None)
        if above and set(target) <= {
            "source"
        }:  # a rule of which nothing is left but where it came from
            _emptied(whole, above)
    elif target.get(last) != value:
        _say(target, last, value)


def _emptied(whole: Any, above: list[str]) -> None:
    del _reached(whole, tuple(above[:-1]))[above[-1]]


def _say(target: Any, key: str, value: Any) -> None:
    """Words go into the mapping that is there, so that what is written beside them stays."""
    there = target.get(key)
    if isinstance(value, dict) and isinstance(there, dict):
        for name in [name for name in there if name not in value]:
            del there[name]
        for name, said in value.items():
            if there.get(name) != said:
                there[name] = said
        return
    target[key] = value
