"""Texts as pieces of three to five characters: weights, and a short signature that finds candidates. Pure.

Pieces stay within words, as in the measured baseline of spec 5.a.4. A signature holds the smallest of many orderings
of the pieces (MinHash, Broder 1997): two signatures agree as often as the texts share pieces.
"""

import re
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

VERSION = "grams-1"
SIZES = (3, 4, 5)
BUCKETS = 2**16  # of the table that says how common a piece is
ORDERINGS = 128
WORD = re.compile(r"[^\W_]+")
SAME_LETTER = str.maketrans(
    {"ё": "е", "і": "и", "ў": "у", "’": "", "'": "", "ʼ": ""}
)  # Belarusian and Russian
_PRIME = np.uint64(0x100000001B3)
_MIX = np.uint64(0xFF51AFD7ED558CCD)
_SHIFT = np.uint64(33)
_chance = np.random.default_rng(20_231_129)  # always the same orderings
_FACTORS = _chance.integers(1, 2**63, ORDERINGS, dtype=np.uint64) | np.uint64(1)
_ADDED = _chance.integers(0, 2**63, ORDERINGS, dtype=np.uint64)
_TOP = np.uint64(32)

Hashes = NDArray[np.uint64]


@dataclass(frozen=True)
class Grams:
    hashes: Hashes  # sorted, each once
    counts: NDArray[np.int64]

    @property
    def buckets(self) -> NDArray[np.int64]:
        return (self.hashes % np.uint64(BUCKETS)).astype(np.int64)


def normal(text: str, without: frozenset[str] = frozenset()) -> str:
    """Lower case, letters that two languages write differently alike, legal forms left out."""
    words = WORD.findall(text.lower().translate(SAME_LETTER))
    return " ".join(word for word in words if word not in without)


def grams(normal_text: str) -> Grams:
    codes = np.frombuffer(f" {normal_text} ".encode("utf-32-le"), dtype=np.uint32).astype(np.uint64)
    space = codes == np.uint64(ord(" "))
    found = [_of_size(codes, space, size) for size in SIZES if len(codes) >= size]
    every = np.concatenate(found) if found else np.empty(0, dtype=np.uint64)
    hashes, counts = np.unique(every, return_counts=True)
    return Grams(hashes, counts)


def _of_size(codes: Hashes, space: NDArray[np.bool_], size: int) -> Hashes:
    """Every piece that has no space inside; one at its edge says that a word begins or ends."""
    places = len(codes) - size + 1
    hashes = np.full(places, np.uint64(size))
    inside = np.zeros(places, dtype=bool)
    with np.errstate(over="ignore"):
        for step in range(size):
            hashes = (hashes ^ codes[step : step + places]) * _PRIME
            if 0 < step < size - 1:
                inside |= space[step : step + places]
        hashes = (hashes ^ (hashes >> _SHIFT)) * _MIX
    return hashes[~inside]


def signature(of: Grams) -> bytes:
    if not len(of.hashes):
        return np.zeros(ORDERINGS, dtype=np.uint32).tobytes()
    with np.errstate(over="ignore"):
        ordered = (of.hashes[:, None] * _FACTORS + _ADDED) >> _TOP
    smallest: NDArray[np.uint32] = ordered.min(axis=0).astype(np.uint32)
    return smallest.tobytes()


def agreement(signatures: bytes, one: bytes) -> NDArray[np.float64]:
    """Of each of many signatures with one: about which share of pieces the texts have in common."""
    many = np.frombuffer(signatures, dtype=np.uint32).reshape(-1, ORDERINGS)
    shares: NDArray[np.float64] = (many == np.frombuffer(one, dtype=np.uint32)).mean(axis=1)
    return shares


@dataclass(frozen=True)
class Commonness:
    """In how many of all documents the pieces of each bucket occur."""

    documents: int
    counts: NDArray[np.int32]

    def weights(self, of: Grams) -> NDArray[np.float64]:
        rare = np.log((1 + self.documents) / (1 + self.counts[of.buckets])) + 1
        made: NDArray[np.float64] = (1 + np.log(of.counts)) * rare
        return made


def likeness(one: Grams, other: Grams, common: Commonness) -> float:
    """The cosine of the two texts, weighted by how rare each piece is."""
    here, there = common.weights(one), common.weights(other)
    lengths = float(np.sqrt((here**2).sum() * (there**2).sum()))
    _shared, at_one, at_other = np.intersect1d(
        one.hashes, other.hashes, assume_unique=True, return_indices=True
    )
    return float((here[at_one] * there[at_other]).sum()) / lengths if lengths else 0.0
