"""The words of the country pack: what people say, what the law says for it, and how their keyboards are laid out.

One space of terms joins the languages: Russian lemmas, because that is what most titles are written in. Belarusian and
English words lead there through the pack; what leads nowhere stays what it is.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from ratusha.kernel.pack import Pack, pack

from .spelling import fold, is_latin, words
from .stems import is_russian, lemmas, stems

EQUAL = 0.92  # another word for the same notion
MEANT = 0.7  # a legal word that an everyday word stands for
SHIFTED = str.maketrans('{}:"<>~', "[];',.`")

Terms = dict[str, float]


_NOTHING: dict[str, Any] = {
    "keyboards": {"keys": {"latin": ""}, "latin_letters": {}},
    "noise": {"empty": "", "weak": "", "business": ""},
    "belarusian": {},
    "english": {},
    "words": {"same": [], "means": {}},
    "everyday": [],
}


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
    spoken: dict[str, tuple[str, ...]]  # a Belarusian word as it is written, and what it means
    equal: dict[str, Terms]
    meant: dict[str, tuple[str, ...]]
    phrases: dict[tuple[str, ...], tuple[str, ...]]
    empty: frozenset[str]
    weak: frozenset[str]
    business: frozenset[str]
    sayings: tuple[Saying, ...]
    layouts: dict[str, tuple[dict[int, str], dict[int, str]]]  # Latin to Cyrillic, and back
    latin_letters: dict[str, str]

    def terms(self, word: str) -> tuple[str, ...]:
        """The terms a correctly spelt word stands for."""
        if is_latin(word):
            found = lemmas(word)
            return (*self.english.get(found[0], ()), *found)
        if is_russian(word):
            return lemmas(word)
        return next((self.belarusian[s] for s in stems(word) if s in self.belarusian), lemmas(word))

    def near(self, term: str) -> Terms:
        """Terms that may stand in the law where this one was typed, with how well they fit."""
        found = dict.fromkeys(self.meant.get(term, ()), MEANT)
        return {**found, **self.equal.get(term, {})}

    def is_entry(self, term: str) -> bool:
        return term in self.equal or term in self.meant or term in self.weak

    def relaid(self, chunk: str, lang: str = "") -> list[str]:
        """The same keys in the other layouts, that of the language asked in first."""
        unshifted = chunk.translate(SHIFTED)
        to_latin = 0 if is_latin(chunk) else 1
        found = [
            unshifted.translate(layout[to_latin])
            for name, layout in sorted(self.layouts.items(), key=lambda item: item[0] != lang)
        ]
        return [text for text in dict.fromkeys(found) if text != chunk]

    def respelt(self, chunk: str) -> str:
        """Latin letters read as Cyrillic ones, the longest spelling first."""
        out, at = [], 0
        while at < len(chunk):
            size = next(
                n for n in (4, 3, 2, 1) if n == 1 or chunk[at : at + n] in self.latin_letters
            )
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
        for stemmed in lemmas(key)[:1] if is_latin(key) else stems(key):
            terms = found.setdefault(stemmed, {})
            for meaning in _list(meanings):
                for part in words(fold(meaning)):
                    terms[lemmas(part)[0]] = None
    return {key: tuple(terms) for key, terms in found.items()}


def _meaning(meanings: str | list[str]) -> tuple[str, ...]:
    return tuple(lemmas(part)[0] for one in _list(meanings) for part in words(fold(one)))


def _phrase(text: str) -> tuple[str, ...]:
    return tuple(lemmas(word)[0] for word in words(fold(text)))


def files_of(source: Pack) -> list[Path]:
    return sorted(source.file("search").glob("*.yaml"))


def read_wordbook(source: Pack) -> Wordbook:
    """A pack without such files has a wordbook without words."""
    raw = {
        **_NOTHING,
        **{file.stem: source.yaml(f"search/{file.name}") for file in files_of(source)},
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
    layouts = {
        name: (
            {ord(a): b for a, b in zip(keys["latin"], row, strict=True)},
            {ord(b): a for a, b in zip(keys["latin"], row, strict=True)},
        )
        for name, row in keys.items()
        if name != "latin"
    }
    return Wordbook(
        belarusian=_translations(raw["belarusian"]),
        english=_translations(raw["english"]),
        spoken={fold(word): _meaning(meanings) for word, meanings in raw["belarusian"].items()},
        equal=equal,
        meant={key[0]: terms for key, terms in meant.items() if len(key) == 1},
        phrases={key: terms for key, terms in meant.items() if len(key) > 1},
        empty=frozenset(words(fold(raw["noise"]["empty"]))),
        weak=frozenset(t for word in words(fold(raw["noise"]["weak"])) for t in lemmas(word)),
        business=frozenset(
            t for word in words(fold(raw["noise"]["business"])) for t in lemmas(word)
        ),
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
