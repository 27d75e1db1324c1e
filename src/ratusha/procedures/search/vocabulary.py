"""The words of the catalogue: how many procedures hold each, and which of them a misspelt word may have meant."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import OSA

from .spelling import is_latin
from .stems import stem, stems
from .wordbook import EQUAL, Terms, Wordbook

_NO_VOWELS = dict.fromkeys(map(ord, "аеиуaeiouy"))
SPELLED_ALIKE = 0.95
MENDED = 0.9  # less a tenth for every mended letter
SHORTEST_MENDED = 4
SLIPS = (3, 6, 10)  # a stem this long may have one, two, three letters wrong
MOST_SLIPS = len(SLIPS)
ASKING = 0.25  # the weight of a word that only asks
RARE = 5.0  # the weight of the rarest word


@dataclass(frozen=True)
class Held:
    """One term of the catalogue: how many procedures hold it, and the forms in which it is written."""

    term: str
    entries: int
    forms: tuple[str, ...]


@dataclass(frozen=True)
class Mended:
    """What a misspelt word was taken for."""

    shown: str
    terms: Terms
    letters: int


class Vocabulary:
    """Made once a process for each state of the index; reading it changes nothing."""

    def __init__(self, held: Iterable[Held], entries: int, book: Wordbook) -> None:
        self.book = book
        self.entries = max(entries, 1)
        self.held: dict[str, int] = {}
        self._by_stem: dict[str, Terms] = {}
        self._forms: dict[str, dict[str, None]] = {}
        for word in held:
            self.held[word.term] = word.entries
            for form in (word.term, *word.forms):
                self._learn(form, (word.term,))
        for term in (*book.equal, *book.meant):
            self._learn(term, (term,))
        for form, terms in book.spoken.items():
            self._learn(form, terms)
        self._cyrillic = [s for s in self._by_stem if not is_latin(s)]
        self.weights = {term: self.weight(term) for term in self.held}
        self._latin = [*(s for s in self._by_stem if is_latin(s)), *book.english]

    def _learn(self, form: str, terms: Iterable[str]) -> None:
        for key in stems(form):
            known = self._by_stem.setdefault(key, {})
            for term in terms:
                known.setdefault(term, SPELLED_ALIKE)
            self._forms.setdefault(key, {})[form] = None

    def knows(self, term: str) -> bool:
        return term in self.held or self.book.is_entry(term)

    def weight(self, term: str) -> float:
        """The rarer in the catalogue, the more a word tells; words that only ask tell little."""
        if term in self.book.weak:
            return ASKING
        near = (t for t, fit in self.book.near(term).items() if fit >= EQUAL)
        held = max([self.held.get(term, 0), *(self.held.get(t, 0) for t in near)])
        return min(RARE, math.log(1 + self.entries / (held or 3)))

    def alike(self, word: str) -> Mended | None:
        """What is written the same way but for endings and unstressed vowels."""
        for key in stems(word):
            if found := self._by_stem.get(key):
                return Mended(self._nearest_form(key, word), found, 0)
        return None

    def mended(self, word: str, *, most: int = MOST_SLIPS) -> Mended | None:
        """The nearest word that may have been meant; a vowel is missed more easily than a consonant.

        The first letter of an English word is hardly ever the wrong one (abroad is not a road).
        """
        key = stem(word)
        if len(word) < SHORTEST_MENDED or len(key) < SHORTEST_MENDED - 1:
            return None
        allowed = min(most, sum(len(key) >= letters for letters in SLIPS))
        choices = self._latin if is_latin(word) else self._cyrillic
        near = process.extract(key, choices, scorer=OSA.distance, score_cutoff=allowed, limit=12)
        if is_latin(word):
            near = [found for found in near if found[0][0] == key[0]]
        if not near:
            return None
        bones = key.translate(_NO_VOWELS)
        best, letters, _ = min(
            near,
            key=lambda n: (n[1], OSA.distance(bones, n[0].translate(_NO_VOWELS)), -self._use(n[0])),
        )
        terms = dict.fromkeys(self._terms(best), MENDED - 0.1 * letters)
        return Mended(self._nearest_form(best, word), terms, int(letters)) if terms else None

    def _terms(self, key: str) -> Iterable[str]:
        return self.book.english.get(key) or tuple(self._by_stem.get(key, ()))

    def _use(self, key: str) -> int:
        return max((self.held.get(term, 1) for term in self._terms(key)), default=0)

    def _nearest_form(self, key: str, word: str) -> str:
        forms = self._forms.get(key) or {key: None}
        return min(forms, key=lambda form: (OSA.distance(form, word), len(form)))
