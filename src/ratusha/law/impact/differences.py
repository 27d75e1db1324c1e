"""Two editions of a definition, compared field by field and told in words. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import msgspec
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ratusha.kernel.terms import Term
from ratusha.kernel.texts import in_my_language
from ratusha.procedures.public import Definition

NOT_COMPARED = {"valid_from", "valid_until", "everyday", "code"}
LABELS = {
    "title": gettext_lazy("Title"),
    "short": gettext_lazy("Short name"),
    "official_title": gettext_lazy("Official title"),
    "summary": gettext_lazy("Summary"),
    "source": gettext_lazy("Legal source"),
    "level": gettext_lazy("Electronic level"),
    "sample": gettext_lazy("Sample"),
    "applicants": gettext_lazy("Who may apply"),
    "body": gettext_lazy("Responsible body"),
    "purpose": gettext_lazy("Purpose for asking registers"),
    "access_mode": gettext_lazy("How to sign in"),
    "decision_electronic": gettext_lazy("Electronic decision"),
    "term": gettext_lazy("Term"),
    "fee": gettext_lazy("Fee"),
    "validity": gettext_lazy("Validity of the result"),
    "documents": gettext_lazy("Document"),
    "result": gettext_lazy("Result"),
    "refuse_to_accept": gettext_lazy("Ground to refuse acceptance"),
    "refuse": gettext_lazy("Ground of refusal"),
    "requests": gettext_lazy("Request to another body"),
    "form": gettext_lazy("Form"),
}


@dataclass(frozen=True)
class Difference:
    """`place` is a dotted path for programs; an empty side means that there was, or is, nothing."""

    place: str
    what: str
    before: str
    after: str


def differences(before: Definition, after: Definition) -> list[Difference]:
    """Things known by a code are compared by it, so that moving a question is not two changes."""
    old, new = msgspec.to_builtins(before), msgspec.to_builtins(after)
    return [
        found
        for name in dict.fromkeys([*old, *new])
        if name not in NOT_COMPARED
        for found in _compare((name,), old.get(name), new.get(name))
    ]


def _compare(place: tuple[str, ...], old: Any, new: Any) -> Iterator[Difference]:
    if old == new:
        return
    if _is_text(old) or _is_text(new) or not _is_nest(old, new):
        yield _told(place, old, new)
    elif isinstance(old or new, list):
        by_code_old, by_code_new = _by_code(old or []), _by_code(new or [])
        for code in dict.fromkeys([*by_code_old, *by_code_new]):
            yield from _compare((*place, code), by_code_old.get(code), by_code_new.get(code))
    elif old is None or new is None:
        yield _told(place, old, new)
    else:
        for name in dict.fromkeys([*old, *new]):
            yield from _compare((*place, name), old.get(name), new.get(name))


def _is_nest(old: Any, new: Any) -> bool:
    """Something with parts that have names of their own."""
    some = old if old is not None else new
    if isinstance(some, list):
        return all(isinstance(one, dict) and "code" in one for one in [*(old or []), *(new or [])])
    return isinstance(some, dict)


def _by_code(listed: list[dict[str, Any]]) -> dict[str, Any]:
    return {one["code"]: one for one in listed}


def _is_text(value: Any) -> bool:
    return isinstance(value, dict) and bool(value) and value.keys() <= {"be", "ru", "en"}


def _told(place: tuple[str, ...], old: Any, new: Any) -> Difference:
    label = str(LABELS.get(place[0], place[0]))
    more = " · ".join(place[1:])
    return Difference(
        ".".join(place),
        f"{label}: {more}" if more else label,
        in_words(place[-1], old),
        in_words(place[-1], new),
    )


def in_words(name: str, value: Any) -> str:
    """A value as a lawyer reads it."""
    if value in (None, "", [], {}):
        return ""
    match value:
        case bool():
            return _("yes") if value else _("no")
        case str() if name in {"base", "if_requested", "period", "term"} and value[:1].isdigit():
            return Term.parse(value).text()
        case dict() if _is_text(value):
            return in_my_language(value).text
        case dict():
            return _named(value)
        case list():
            return ", ".join(in_words("", one) for one in value)
        case _:
            return str(value)


def _named(thing: dict[str, Any]) -> str:
    """Of a thing with parts, the words by which people know it."""
    for name in ("title", "label", "text", "question", "base", "period", "kind", "code"):
        if thing.get(name):
            return in_words(name, thing[name])
    return ", ".join(f"{key} {in_words(key, value)}" for key, value in thing.items())
