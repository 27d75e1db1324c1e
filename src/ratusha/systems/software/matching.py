"""Whether a part of a bill is software the register knows already: by package address, by CPE, by name and version."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from .bills import Part

Key = TypeVar("Key")


@dataclass
class Known(Generic[Key]):
    """What is known, by each of the ways to know it. The surest way counts first."""

    by_purl: dict[str, Key] = field(default_factory=dict)
    by_cpe: dict[str, Key] = field(default_factory=dict)
    by_name: dict[tuple[str, str], Key] = field(default_factory=dict)

    @classmethod
    def of(cls, items: Iterable[tuple[Key, Part]]) -> "Known[Key]":
        known = cls()
        for key, part in items:
            known.add(key, part)
        return known

    def add(self, key: Key, part: Part) -> None:
        if part.purl:
            self.by_purl.setdefault(part.purl, key)
        if part.cpe:
            self.by_cpe.setdefault(part.cpe.casefold(), key)
        self.by_name.setdefault(_name(part), key)

    def find(self, part: Part) -> Key | None:
        found = self.by_purl.get(part.purl) if part.purl else None
        if found is None and part.cpe:
            found = self.by_cpe.get(part.cpe.casefold())
        return found if found is not None else self.by_name.get(_name(part))


def _name(part: Part) -> tuple[str, str]:
    return " ".join(part.name.casefold().replace("_", "-").split()), part.version.casefold()
