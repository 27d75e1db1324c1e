"""Lists that the form offers and does not hold: of the acts, of the territory, of the catalogue of indicators."""

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Any

from django.utils.translation import get_language

from ratusha.kernel.pack import pack
from ratusha.kernel.texts import Text, in_language
from ratusha.measures.law import law
from ratusha.measures.routes import Money
from ratusha.territory.public import regions

Choices = list[tuple[str, str]]


def said_in_my_language(named: Iterable[tuple[str, Text]]) -> Choices:
    language = get_language() or ""
    return [(code, in_language(name, language).text) for code, name in named]


def _tasks() -> Choices:
    return said_in_my_language((one.code, one.name) for one in law().tasks)


def _sources() -> Choices:
    return [(code, str(label)) for code, label in Money.choices]


def _regions() -> Choices:
    return said_in_my_language((one.codes.iso, one.name) for one in regions())


def _economic_classes() -> Choices:
    return said_in_my_language((one.code, one.name) for one in law().economic_classes.classes)


def _tariffs() -> Choices:
    return said_in_my_language((one.code, one.name) for one in law().tariffs.hosting)


@cache
def _catalogue() -> list[tuple[str, Text]]:
    """What is counted every day, and what is asked of those who answer; the latter with the name of its collection."""
    counted = [(one["code"], one["name"]) for one in pack().yaml("indicators.yaml")["indicators"]]
    return [*counted, *_collected(pack().yaml("collections.yaml")["templates"])]


def _collected(templates: list[dict[str, Any]]) -> Iterator[tuple[str, Text]]:
    for template in templates:
        for one in template["questions"]:
            name = {
                language: f"{said} ({template['title'][language]})"
                for language, said in one["name"].items()
            }
            yield f"{template['code']}.{one['code']}", name


def _indicators() -> Choices:
    return said_in_my_language(_catalogue())


LISTS: dict[str, Callable[[], Choices]] = {
    "tasks": _tasks,
    "sources": _sources,
    "regions": _regions,
    "indicators": _indicators,
    "economic_classes": _economic_classes,
    "tariffs": _tariffs,
}
