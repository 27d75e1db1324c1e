"""One spelling for the parts of an address, so that what a person types meets what a register holds.

Pure; the words of the country come in a table. Names are compared as they are written: an initial is not the name it
stands for, and a street known in two languages has one spelling in each.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import dropwhile
from typing import Any, Self

from .rules import fold

STREET = "street"  # the kind that one means who names none
_LOOK_ALIKE = str.maketrans(
    "abceikmhoptxy", "авсеікмнортху"
)  # Latin letters typed for the same Cyrillic ones
_DASHES = str.maketrans("‐‑–—\\", "----/")
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_NUMBER = re.compile(r"\d+|[^\W\d_]+|[/-]")
Words = tuple[str, ...]


def spelled(text: str) -> str:
    """Folded as names are; one kind of dash, and Cyrillic where a Latin letter looks the same."""
    apart = unicodedata.normalize("NFKC", text).replace(".", " ")
    return fold(apart).translate(_DASHES).translate(_LOOK_ALIKE)


def words(text: str) -> Words:
    return tuple(_WORD.findall(spelled(text)))


@dataclass(frozen=True)
class Spelling:
    streets: Mapping[str, str]  # a way of writing a kind → the kind
    settlements: frozenset[Words]
    houses: frozenset[str]
    blocks: frozenset[str]
    flats: frozenset[str]

    @classmethod
    def of(cls, table: Mapping[str, Any], settlements: Iterable[str]) -> Self:
        streets = {spelled(way): kind for kind, ways in table["streets"].items() for way in ways}
        kinds = frozenset(words(kind) for kind in settlements)
        parts = {
            p: frozenset(spelled(way) for way in table[p]) for p in ("houses", "blocks", "flats")
        }
        return cls(streets, kinds - {()}, **parts)

    def settlement(self, name: str) -> str:
        """The name without the words before it that say what kind of place it is; a name of nothing else stays."""
        named = words(name)
        kinds = [kind for kind in self.settlements if named[: len(kind)] == kind != named]
        return " ".join(named[max(map(len, kinds), default=0) :])

    def street(self, name: str) -> str:
        """The kind, where it is not simply a street, and the name, wherever the kind was written."""
        said = words(name)
        kinds = [self.streets[word] for word in said if word in self.streets]
        named = [word for word in said if word not in self.streets] or said
        kind = next((kind for kind in kinds if kind != STREET), "")
        return " ".join([*([f"{kind}:"] if kind else []), *named])

    def house(self, number: str, block: str = "") -> str:
        """`28 к. 2`, `д. 28, корп. 2` and `28/2` are one; so are `28 А` and `28а`."""
        parts = [self._bare(number, self.houses), self._bare(block, self.blocks)]
        return "/".join(part for part in parts if part)

    def flat(self, number: str) -> str:
        return self._bare(number, self.flats)

    def _bare(self, text: str, before: frozenset[str]) -> str:
        """The number alone: a word before it says nothing new, a letter after it does."""
        marks = list(dropwhile(lambda mark: mark in before, _NUMBER.findall(spelled(text))))
        return "".join(
            "/" if at and mark in self.blocks and after.isdigit() else mark
            for at, (mark, after) in enumerate(zip(marks, [*marks[1:], ""], strict=False))
        )
