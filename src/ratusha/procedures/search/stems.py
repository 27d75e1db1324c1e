"""From a word to what it is a form of: Russian lemmas, English stems, a light stem for Belarusian and slips."""

from functools import lru_cache

import pymorphy3
import Stemmer

from .spelling import is_belarusian, is_cyrillic, is_latin, skeleton

SHORTEST_STEM = 3
SURE = 0.15  # a reading of a form less likely than this is not kept

# Endings of nouns, adjectives and verbs of both languages, as `skeleton` writes them; the longest goes first.
_ENDINGS_WRITTEN = """
ами еми ими ам ем им ах ех их ав ев ей ай ий ее ае ие ии иу ия ау еу уу ега ага ему аму иму а е и у й
аса ест аст атсе итсе етсе утсе утса атса ат ит ет ут ишь ал ала али ил ила или ел ела ели ете ите
ав ава ала ивс авс авсе илас алас алсе илсе ивше авше
"""
_ENDINGS = sorted(_ENDINGS_WRITTEN.split(), key=len, reverse=True)
_VOWELS = "аеиу"
_SOFTENED = {"цы": "к", "цэ": "к", "зе": "г", "се": "х"}  # даведка, даведцы; дарога, дарозе

_english = Stemmer.Stemmer("english")


@lru_cache(maxsize=1)
def _morphology() -> pymorphy3.MorphAnalyzer:
    return pymorphy3.MorphAnalyzer()


@lru_cache(maxsize=100_000)
def stems(word: str) -> tuple[str, ...]:
    """The word in the common alphabet without its ending: cut as little as may be, then as much as may be.

    Both, because what looks like an ending may belong to the word (дапамога, паляўнічага). Last, the stem as it is
    before its consonant is softened.
    """
    plain = skeleton(word)
    cut = [
        plain[: -len(e)]
        for e in _ENDINGS
        if plain.endswith(e) and len(plain) - len(e) >= SHORTEST_STEM
    ]
    found = [cut[-1], cut[0]] if cut else [plain]
    if plain[-1:] not in _VOWELS and plain[-1:] != "й":
        found.insert(0, plain)
    hard = _SOFTENED.get(word[-2:])
    if hard and len(word) > SHORTEST_STEM + 1:
        found.append(skeleton(word[:-2] + hard))
    return tuple(dict.fromkeys(found))


def stem(word: str) -> str:
    """The stem after which the whole ending has been cut off."""
    cut = stems(word)
    return min(cut, key=len)


@lru_cache(maxsize=100_000)
def lemmas(word: str) -> tuple[str, ...]:
    """What the word may be a form of, the likeliest first; ё written as е. English words give their stem."""
    if is_latin(word):
        return (_english.stemWord(word),)
    if is_belarusian(word) or not is_cyrillic(word):
        return (word,)
    parsed = _morphology().parse(word)
    found = [p.normal_form.replace("ё", "е") for p in parsed if p.score >= SURE]
    return tuple(dict.fromkeys(found))[:3] or (word,)


@lru_cache(maxsize=100_000)
def is_russian(word: str) -> bool:
    return is_cyrillic(word) and not is_belarusian(word) and _morphology().word_is_known(word)
