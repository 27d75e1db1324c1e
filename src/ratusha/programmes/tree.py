"""Programme, subprogramme, event: the tree as the pack has it. Keys are told in addresses: 2021-2025.3.5."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from ratusha.kernel.texts import Said, Text, in_language
from ratusha.measures.public import programmes_of_the_law
from ratusha.procedures.public import Source

from .law import law

STATE, OUTSIDE = "all", "outside"


class Level(StrEnum):
    STATE = "state"
    PROGRAMME = "programme"
    SUBPROGRAMME = "subprogramme"
    EVENT = "event"
    MEASURE = "measure"


@dataclass(frozen=True)
class Node:
    key: str
    level: Level
    name: Text
    children: tuple[str, ...] = ()
    source: Source | None = None
    sample: bool = (
        False  # its name, or that it is there at all, is not in the official text we hold
    )
    years: tuple[int, int] | None = None

    def said(self) -> Said:
        language = get_language() or ""
        if self.key == STATE:
            return Said(_("Programmes of digital development"), language)
        if self.key == OUTSIDE:
            return Said(_("Measures outside every programme"), language)
        return in_language(self.name, language)

    @property
    def above(self) -> str:
        """The key of the node above; the state has none above it."""
        if self.key == STATE:
            return ""
        head, dot, _tail = self.key.rpartition(".")
        return head if dot else STATE

    @property
    def number(self) -> str:
        """Of a subprogramme or an event, as the programme counts it: 3, or 3.5."""
        return self.key.partition(".")[2]

    def holds(self, key: str) -> bool:
        """Whether what stands at this key stands here, at any depth."""
        return self.key in (STATE, key) or key.startswith(f"{self.key}.")


def _events(programme: str, code: str, number: int, known: list[Text]) -> list[Node]:
    found = []
    for place in range(1, number + 1):
        named = place <= len(known)
        short = f"{code}.{place}"
        name = (
            known[place - 1]
            if named
            else {lang: text % {"code": short} for lang, text in law().unnamed.items()}
        )
        key = f"{programme}.{code}.{place}"
        found.append(Node(key, Level.EVENT, name, source=law().events_source, sample=not named))
    return found


@cache
def nodes() -> dict[str, Node]:
    """Every node by its key, the parent before its children."""
    found: dict[str, Node] = {}
    programmes = []
    for programme in programmes_of_the_law():
        own = next((one for one in law().programmes if one.code == programme.code), None)
        subs = []
        for sub in programme.subprogrammes:
            said = (
                next((one for one in own.subprogrammes if one.code == sub.code), None)
                if own
                else None
            )
            events = _events(programme.code, sub.code, said.events, said.known) if said else []
            key = f"{programme.code}.{sub.code}"
            subs.append(
                (Node(key, Level.SUBPROGRAMME, sub.name, tuple(e.key for e in events)), events)
            )
        children = tuple(node.key for node, _events_of in subs)
        programmes.append(programme.code)
        found[programme.code] = Node(
            programme.code, Level.PROGRAMME, programme.name, children,
            source=programme.source, years=programme.years,
        )  # fmt: skip
        for node, events in subs:
            found[node.key] = node
            found |= {event.key: event for event in events}
    outside = Node(OUTSIDE, Level.EVENT, {})
    state = Node(STATE, Level.STATE, {}, (*programmes, OUTSIDE))
    return {STATE: state, **found, OUTSIDE: outside}


def way_to(node: Node) -> list[Node]:
    """From the state down to the node itself."""
    found = [node]
    while found[0].above:
        found.insert(0, nodes()[found[0].above])
    return found
