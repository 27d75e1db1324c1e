"""Appeals that say nearly the same, found by their words: no meaning is guessed, and nothing is said of persons. Pure.

Each text is a set of pairs of neighbouring words. MinHash and bands find the candidates; every pair is then compared
as it is.
"""

import re
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from uuid import UUID

import numpy as np
import numpy.typing as npt

SHINGLE = 2  # words
HASHES, BANDS = (
    32,
    16,
)  # two rows a band: of texts that share half of their shingles, 99 % meet in some band
LEAST = 0.5  # of all shingles of both that they share
_WORD = re.compile(r"[^\W\d_]+")
_PRIME = np.uint64((1 << 61) - 1)
_random = np.random.default_rng(300)  # the same each time: a group does not depend on the run
_A = _random.integers(1, 1 << 31, HASHES, dtype=np.uint64)
_B = _random.integers(0, 1 << 31, HASHES, dtype=np.uint64)


@dataclass(frozen=True)
class Likeness:
    """`members` in the order they came; `first` stands for them all."""

    members: tuple[UUID, ...]

    @property
    def first(self) -> UUID:
        return self.members[0]


def shingles(text: str) -> frozenset[int]:
    """Endings are cut, for words bend; case, digits and signs do not count."""
    words = [word[:6] for word in _WORD.findall(text.lower().replace("ё", "е"))]
    if len(words) < SHINGLE:
        return frozenset(zlib.crc32(word.encode()) for word in words)
    parts = zip(*(words[start:] for start in range(SHINGLE)), strict=False)
    return frozenset(zlib.crc32(" ".join(part).encode()) for part in parts)


def likeness(one: frozenset[int], other: frozenset[int]) -> float:
    """The share of what either has that both have; nought where one says nothing."""
    both = len(one & other)
    return both / (len(one) + len(other) - both) if both else 0.0


def groups(texts: Iterable[tuple[UUID, str]]) -> list[Likeness]:
    """Those alike with each other, the largest first; who is alike with nobody is left out."""
    keys: list[UUID] = []
    sets: list[frozenset[int]] = []
    for key, text in texts:
        keys.append(key)
        sets.append(shingles(text))
    parent = list(range(len(keys)))
    for one, other in _candidates(sets):
        top, bottom = _root(parent, one), _root(parent, other)
        if top != bottom and likeness(sets[one], sets[other]) >= LEAST:
            parent[max(top, bottom)] = min(top, bottom)
    found: dict[int, list[UUID]] = defaultdict(list)
    for number, key in enumerate(keys):
        found[_root(parent, number)].append(key)
    alike = [Likeness(tuple(members)) for members in found.values() if len(members) > 1]
    return sorted(alike, key=lambda group: -len(group.members))


def _root(parent: list[int], number: int) -> int:
    while parent[number] != number:
        parent[number] = parent[parent[number]]
        number = parent[number]
    return number


def _candidates(sets: list[frozenset[int]]) -> Iterator[tuple[int, int]]:
    """Each text with the first of every bucket it falls into, and with the one before it there."""
    buckets: dict[tuple[int, bytes], tuple[int, int]] = {}
    rows = HASHES // BANDS
    for number, own in enumerate(sets):
        if not own:
            continue
        hashes = _signature(own)
        for band in range(BANDS):
            key = (band, hashes[band * rows : (band + 1) * rows].tobytes())
            if key in buckets:
                first, before = buckets[key]
                yield first, number
                if before != first:
                    yield before, number
                buckets[key] = (first, number)
            else:
                buckets[key] = (number, number)


def _signature(own: frozenset[int]) -> npt.NDArray[np.uint64]:
    values = np.fromiter(own, dtype=np.uint64, count=len(own))
    hashes: npt.NDArray[np.uint64] = ((values[:, None] * _A + _B) % _PRIME).min(axis=0)
    return hashes
