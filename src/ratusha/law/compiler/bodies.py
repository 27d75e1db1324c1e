"""The body column: which kind of body is responsible, and by which address it is found."""

import re
from functools import cache

import msgspec

from ratusha.procedures.public import BodyRule, Source

from .lexicon import settings
from .spelling import compiled, folded, normal


@cache
def _patterns() -> list[tuple[str, re.Pattern[str]]]:
    return [(kind, compiled(p)) for kind, found in settings("body")["kinds"].items() for p in found]


def read_body(text: str) -> BodyRule | None:
    """The kind that is named first; None where none is recognised.

    A body found by where a thing is needs an address field, which the form gives it: `object_address`.
    """
    said = folded(normal(text))
    places = [(match.start(), kind) for kind, p in _patterns() if (match := p.search(said))]
    if not said or not places:
        return None
    kind = min(places, key=lambda found: found[0])[1]
    found_by = settings("body")["by"]
    by = next(
        (by for by, told in found_by.items() if any(compiled(p).search(said) for p in told)), ""
    )
    if by == "object_address":
        return BodyRule(kind=kind, by="object_address", field="object_address")
    if not by and kind in settings("body")["fixed"]:
        return BodyRule(kind=kind, by="fixed")
    return BodyRule(kind=kind)


def body_of_chapter(list_code: str, chapter: int) -> BodyRule:
    """The kind that a chapter of a list usually names: a sample rule, where the table does not say."""
    told = settings("bodies_by_chapter")
    own = told.get(list_code, {})
    kind = str(own.get(chapter) or own.get("fallback") or told["fallback"])
    return BodyRule(kind=kind, source=msgspec.convert(told["source"], Source))
