"""The words of the country pack: what people say, what the law says for it, and how their keyboards are laid out.

One space of terms joins the languages: Russian lemmas, because that is what most titles are written in. Belarusian and
English words lead there through the pack; what leads nowhere stays what it is.
"""

from dataclasses import dataclass
from functools import cache
from typing import Any

from ratusha.kernel.pack import Pack, pack

from .spelling import fold, is_latin, words
from .stems import is_russian, lemmas, stem, stems

EQUAL = 0.92  # another word for the same notion
MEANT = 0.7  # a legal word that an everyday word stands for
SHIFTED = str.maketrans('{}:"<>~', "[];',.`")

Terms = dict[str, float]


@dataclass(frozen=True)
class Saying:
    """How people call some procedures."""

    codes: tuple[str, ...]
    phrases: tuple[str, ...]
    demand: int


@dataclass(frozen=True)
class Wordbook:
    belarusian: dict[str, tuple[str, ...]]  # by stem
    english: dict[str, tuple[str, ...]]  # by stem
    spoken: dict[str, tuple[str, ...]]  # by stem: how a Belarusian word is written
    equal: dict[str, Terms]
    meant: dict[str, tuple[str, ...]]
    phrases: dict[tuple[str, ...], tuple[str, ...]]
    empty: frozenset[str]
    weak: frozenset[str]
    sayings: tuple[Saying, ...]
    layouts: tuple[tuple[dict[int, str], dict[int, str]], ...]  # Latin to Cyrillic, and back
    latin_letters: dict[str, str]

    def terms(self, word: str) -> tuple[str, ...]:
        """The terms a correctly spelt word stands for."""
        if is_latin(word):
            found = lemmas(word)
            return (*self.english.get(found[0], ()), *found)
        translated = tuple(t for s in stems(word) for t in self.belarusian.get(s, ()))
        if is_russian(word):
            return lemmas(word)
        return translated or lemmas(word)

    def near(self, term: str) -> Terms:
        """Terms that may stand in the law where this one was typed, with how well they fit."""
        found = dict.fromkeys(self.meant.get(term, ()), MEANT)
        return {**found, **self.equal.get(term, {})}

    def is_entry(self, term: str) -> bool:
        return term in self.equal or term in self.meant or term in self.weak

    def relaid(self, chunk: str) -> list[str]:
        """The same keys in the other layouts."""
        unshifted = chunk.translate(SHIFTED)
        to_latin = 0 if is_latin(chunk) or not any(ord(c) in self.layouts[0][1] for c in chunk) else 1
        found = [unshifted.translate(layout[to_latin]) for layout in self.layouts]
        return [text for text in dict.fromkeys(found) if text != chunk]

    def respelt(self, chunk: str) -> str:
        """Latin letters read as Cyrillic ones, the longest spelling first."""
        out, at = [], 0
        while at < len(chunk):
            size = next(n for n in (4, 3, 2, 1) if n == 1 or chunk[at : at + n] in self.latin_letters)
            piece = chunk[at : at + size]
            out.append(self.latin_letters.get(piece, piece))
            at += size
        return "".join(out)


def _list(value: str | list[str]) -> list[str]:
    return [value] if isinstance(value, str) else value


def _translations(raw: dict[str, Any]) -> dict[str, tuple[str, ...]]:
    """By the stem of the key; the words on the right as Russian lemmas."""
    found: dict[str, dict[str, None]] = {}
    for word, meanings in raw.items():
        key = fold(str(word))
        stemmed = lemmas(key)[0] if is_latin(key) else stem(key)
        terms = found.setdefault(stemmed, {})
        for meaning in _list(meanings):
            for part in words(fold(meaning)):
                terms[lemmas(part)[0]] = None
    return {key: tuple(terms) for key, terms in found.items()}


def _phrase(text: str) -> tuple[str, ...]:
    return tuple(lemmas(word)[0] for word in words(fold(text)))


def read_wordbook(source: Pack) -> Wordbook:
    raw = {
        name: source.yaml(f"search/{name}.yaml")
        for name in ("keyboards", "noise", "belarusian", "english", "words", "everyday")
    }
    equal: dict[str, Terms] = {}
    for group in raw["words"]["same"]:
        notion = [_phrase(word)[0] for word in group]
        for term in notion:
            for other in notion:
                if other != term:
                    equal.setdefault(term, {})[other] = EQUAL
    meant: dict[tuple[str, ...], tuple[str, ...]] = {}
    for said, legal in raw["words"]["means"].items():
        meant[_phrase(said)] = tuple(t for word in _list(legal) for t in _phrase(word))
    keys = raw["keyboards"]["keys"]
    layouts = tuple(
        (
            {ord(a): b for a, b in zip(keys["latin"], row, strict=True)},
            {ord(b): a for a, b in zip(keys["latin"], row, strict=True)},
        )
        for name, row in keys.items()
        if name != "latin"
    )
    return Wordbook(
        belarusian=_translations(raw["belarusian"]),
        english=_translations(raw["english"]),
        spoken={stem(fold(word)): (fold(word),) for word in raw["belarusian"]},
        equal=equal,
        meant={key[0]: terms for key, terms in meant.items() if len(key) == 1},
        phrases={key: terms for key, terms in meant.items() if len(key) > 1},
        empty=frozenset(words(fold(raw["noise"]["empty"]))),
        weak=frozenset(t for word in words(fold(raw["noise"]["weak"])) for t in lemmas(word)),
        sayings=tuple(
            Saying(tuple(e["codes"]), tuple(map(str, e["say"])), int(e.get("demand", 1)))
            for e in raw["everyday"]
        ),
        layouts=layouts,
        latin_letters=raw["keyboards"]["latin_letters"],
    )


@cache
def wordbook() -> Wordbook:
    """The wordbook of the pack in use, read once a process."""
    return read_wordbook(pack())
