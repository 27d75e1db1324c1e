"""The words of the catalogue: how many procedures hold each, and which of them a misspelt word may have meant."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import OSA

from .spelling import is_latin
from .stems import stem, stems
from .wordbook import Terms, Wordbook

SPELLED_ALIKE = 0.95
MENDED = 0.9  # less a tenth for every mended letter
SHORTEST_MENDED = 4
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
        for stemmed, forms in book.spoken.items():
            for form in forms:
                self._learn(form, book.belarusian[stemmed])
        self._cyrillic = [s for s in self._by_stem if not is_latin(s)]
        self._latin = [*(s for s in self._by_stem if is_latin(s)), *book.english]

    def _learn(self, form: str, terms: Iterable[str]) -> None:
        key = stem(form)
        known = self._by_stem.setdefault(key, {})
        for term in terms:
            known.setdefault(term, SPELLED_ALIKE)
        self._forms.setdefault(key, {})[form] = None

    def knows(self, term: str) -> bool:
        return term in self.held or self.book.is_entry(term)

    def weight(self, term: str) -> float:
        """The rarer in the catalogue, the more a word tells; words that only ask tell little."""
        if term in self.book.weak:
            return 0.25
        return min(RARE, math.log(1 + self.entries / self.held.get(term, 3)))

    def alike(self, word: str) -> Terms:
        """Terms written the same way but for endings and unstressed vowels."""
        found: Terms = {}
        for key in stems(word):
            found.update(self._by_stem.get(key, {}))
        return found

    def mended(self, word: str) -> Mended | None:
        """The nearest word that somebody who typed this may have meant."""
        key = stem(word)
        if len(word) < SHORTEST_MENDED or len(key) < SHORTEST_MENDED - 1:
            return None
        allowed = 1 if len(key) < 6 else 2 if len(key) < 10 else 3
        latin = is_latin(word)
        choices = self._latin if latin else self._cyrillic
        near = process.extract(key, choices, scorer=OSA.distance, score_cutoff=allowed, limit=8)
        if not near:
            return None
        best = min(near, key=lambda n: (n[1], -self._use(n[0])))[:2]
        factor = MENDED - 0.1 * best[1]
        terms = dict.fromkeys(self._terms(best[0]), factor)
        return Mended(self._nearest_form(best[0], word), terms, int(best[1])) if terms else None

    def _terms(self, key: str) -> Iterable[str]:
        return self.book.english.get(key) or self._by_stem.get(key, ())

    def _use(self, key: str) -> int:
        return max((self.held.get(term, 1) for term in self._terms(key)), default=0)

    def _nearest_form(self, key: str, word: str) -> str:
        forms = self._forms.get(key) or {key: None}
        return min(forms, key=lambda form: (OSA.distance(form, word), len(form)))
