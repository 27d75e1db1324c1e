"""What pages show of the register: words for codes, rows of a card, figures of the whole."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from ratusha.kernel.texts import Said, in_my_language
from ratusha.parties.public import find_body

from .card import Card
from .fields import LABELS
from .graph import Landscape, Link, exchange_share, once_only
from .law import sphere_name
from .models import System
from .publiccode import Made, publiccode
from .rules import Status

KINDS = {
    "platform": gettext_lazy("Digital platform"),
    "system": gettext_lazy("Information system"),
    "resource": gettext_lazy("Information resource"),
    "component": gettext_lazy("Component"),
    "standard_solution": gettext_lazy("Standard solution"),
}
CHANNELS = {
    "state_exchange": gettext_lazy("state exchange"),
    "direct": gettext_lazy("direct link"),
    "files": gettext_lazy("files"),
    "by_hand": gettext_lazy("by hand"),
    "": gettext_lazy("hosting"),
}
ROLES = {
    "own": pgettext_lazy("data object", "its own"),
    "used": gettext_lazy("taken from another system"),
    "asked_of_people": gettext_lazy("asked of people"),
}
DIRECTIONS = {"takes": gettext_lazy("takes from"), "gives": gettext_lazy("gives to")}
ACCESS = {
    "open": gettext_lazy("open: shown to everybody"),
    "service": gettext_lazy("for service use: shown to officials only"),
}
PAPERS = {
    "concept": gettext_lazy("Concept"),
    "terms_of_reference": gettext_lazy("Terms of reference"),
    "technical_passport": pgettext_lazy("document", "Technical passport"),
    "project": gettext_lazy("Technical project"),
    "users_guide": gettext_lazy("Guide for users"),
    "operators_guide": gettext_lazy("Guide for operators"),
    "test_protocol": gettext_lazy("Protocol of tests"),
    "acceptance_act": gettext_lazy("Act of acceptance"),
    "security_documents": gettext_lazy("Security documents"),
    "data_description": gettext_lazy("Description of data"),
    "interface_description": gettext_lazy("Description of interfaces"),
    "other": gettext_lazy("Other document"),
}
STATUS_KINDS = {
    Status.IN_OPERATION: "ok",
    Status.BEING_DEVELOPED: "ok",
    Status.TRIAL: "soon",
    Status.SUSPENDED: "late",
    Status.BEING_SWITCHED_OFF: "late",
    Status.ARCHIVED: "quiet",
}


def body_name(code: str) -> Said:
    found = find_body(code)
    return in_my_language(found.name) if found else Said(code, "")


def status_word(status: str) -> str:
    return str(Status(status).label)


def status_kind(status: str) -> str:
    return STATUS_KINDS.get(Status(status), "plain")


def publiccode_made(card: Card) -> Made:
    owner = find_body(card.owner)
    name = owner.name if owner else {}
    return publiccode(card, owner=name)


def said_name(card: Card) -> Said:
    return in_my_language(card.name)


def label_of(card: Card) -> str:
    return card.short_name or said_name(card).text


def find_named(words: str, cards: Mapping[str, Card]) -> list[str]:
    """By number, by the whole name or by words in it; of many only the first ten."""
    if not words:
        return []
    if words.upper() in cards:
        return [words.upper()]
    wanted = words.casefold()
    named = {
        number: [name.casefold() for name in (*card.name.values(), card.short_name)]
        for number, card in cards.items()
    }
    exact = [number for number, names in named.items() if wanted in names]
    parts = wanted.split()
    return (exact or [
        number for number, names in named.items() if any(all(one in name for one in parts) for name in names)
    ])[:10]  # fmt: skip


@dataclass(frozen=True)
class Figures:
    systems: int
    works: int
    exchanges: int
    through_exchange: float | None
    once_only: float | None
    facts: int


def figures(cards: Mapping[str, Card], whole: Landscape) -> Figures:
    share, once = exchange_share(whole), once_only(whole)
    works = sum(one.status in ("in_operation", "being_developed") for one in cards.values())
    return Figures(len(cards), works, share.whole, share.value, once.value, once.whole)


@dataclass(frozen=True)
class Row:
    """One link as the list under the picture tells it."""

    giver: str
    taker: str
    channel: str
    objects: str
    calls: int


def link_row(link: Link, names: Mapping[str, str]) -> Row:
    return Row(
        link.giver, link.taker, str(CHANNELS[link.channel if link.kind == "flow" else ""]),
        ", ".join(sorted(names.get(code, code) for code in link.objects)), link.calls,
    )  # fmt: skip


def object_names(cards: Mapping[str, Card]) -> dict[str, str]:
    """Of each data object the name its master gives it; else the first."""
    named: dict[str, str] = {}
    for card in cards.values():
        for one in card.objects:
            if one.master or one.code not in named:
                named[one.code] = one.name
    return named


def facts_of(system: System, card: Card) -> list[tuple[Any, Any]]:
    rows: list[tuple[Any, Any]] = [
        (_("Kind"), KINDS[card.kind]),
        (_("Owner"), body_name(card.owner)),
        (_("Operator"), body_name(card.operator) if card.operator else ""),
        (_("Number of the measure"), system.origin),
        (_("Act of commissioning"), card.commissioned_by),
        (_("Address of the system"), card.address),
        (_("Code repository"), card.repository),
        (_("Licence"), card.licence),
        (_("Successor"), card.successor),
    ]
    return [(term, value) for term, value in rows if value]


def sphere_word(code: str) -> str:
    return sphere_name(code) if code else _("Other spheres")


def place_word(place: str) -> str:
    """A place in a card in the words of the form: "objects › person › master"."""
    return " › ".join(str(LABELS.get(part, part)) for part in place.split(" › "))


def entry(rows: str, told: dict[str, Any]) -> str:
    """One entry of a list of a card in a line: what it is known by first."""
    words = {"kind": PAPERS, "role": ROLES, "direction": DIRECTIONS, "channel": CHANNELS}
    parts = []
    for code, value in told.items():
        if value is True:
            parts.append(str(LABELS[code]).lower())
        elif code == "status" and rows == "statuses":
            parts.append(status_word(value))
        elif code in words and value in words[code]:
            parts.append(str(words[code][value]))
        elif isinstance(value, list):
            parts.append(", ".join(value))
        elif value is not False:
            parts.append(str(value)[:80])
    return " · ".join(part for part in parts if part)


def section_lines(told: dict[str, Any], section: Any) -> list[str]:
    """A section as who does not write it reads it."""
    if section.rows:
        return [entry(section.rows, one) for one in told.get(section.rows, [])]
    inside = told.get(section.inside, {}) if section.inside else told
    lines = []
    for asked in section.asked:
        value = inside.get(asked.code)
        if value not in (None, "", [], {}, False):
            lines.append(f"{LABELS[asked.code]}: {_plainly(asked.code, value)}")
    return lines


def _plainly(code: str, value: Any) -> str:
    if isinstance(value, dict):
        return in_my_language(value).text
    if isinstance(value, list):
        return ", ".join(value)
    if value is True:
        return _("Yes")
    words = {"kind": KINDS, "access": ACCESS}.get(code)
    if words:
        return str(words.get(value, value))
    return sphere_name(value) if code == "sphere" else str(value)
