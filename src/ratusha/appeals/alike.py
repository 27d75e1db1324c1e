"""Appeals that say nearly the same, found by their words: no meaning is guessed, and nothing is said of persons. Pure.

Each text is a set of pairs of neighbouring words. MinHash and bands find the candidates; every pair is then compared
as it is.
"""

import re
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from uuid import UUID

import numpy as np

HASHES, BANDS = (
    32,
    16,
)  # two rows a band: of texts that share half of their shingles, 99 % meet in some band
BAND_BYTES = HASHES // BANDS * 8
LEAST = 0.5  # of all shingles of both that they share
STEM = 6  # letters: endings are cut, for words bend
_WORD = re.compile(r"[^\W\d_]+")
_random = np.random.default_rng(300)  # the same each time: a group does not depend on the run
_A = _random.integers(0, 1 << 64, HASHES, dtype=np.uint64) | np.uint64(1)
_B = _random.integers(0, 1 << 64, HASHES, dtype=np.uint64)


@dataclass(frozen=True)
class Likeness:
    """`members` in the order they came; `first` stands for them all."""

    members: tuple[UUID, ...]

    @property
    def first(self) -> UUID:
        return self.members[0]


@lru_cache(maxsize=200_000)
def _word(letters: str) -> int:
    return zlib.crc32(letters.encode())


def shingles(text: str) -> frozenset[int]:
    """Pairs of neighbouring words, each as one number; case, digits and signs do not count."""
    words = [_word(word[:STEM]) for word in _WORD.findall(text.lower().replace("ё", "е"))]
    if len(words) == 1:
        return frozenset(words)
    return frozenset(one << 32 | other for one, other in pairwise(words))


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
    buckets: list[dict[bytes, tuple[int, int]]] = [{} for _band in range(BANDS)]
    for number, own in enumerate(sets):
        if not own:
            continue
        signature = _signature(own)
        for band, bucket in enumerate(buckets):
            key = signature[band * BAND_BYTES : (band + 1) * BAND_BYTES]
            there = bucket.get(key)
            if there is None:
                bucket[key] = (number, number)
                continue
            first, before = there
            yield first, number
            if before != first:
                yield before, number
            bucket[key] = (first, number)


def _signature(own: frozenset[int]) -> bytes:
    """The least of each hash (multiply and add, modulo 2^64: what runs over is meant to)."""
    values = np.fromiter(own, dtype=np.uint64, count=len(own))
    least: bytes = (values[:, None] * _A + _B).min(axis=0).tobytes()
    return least
