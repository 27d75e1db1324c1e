"""From a word to what it is a form of: Russian lemmas, English stems, and a light stem for Belarusian and misspelt words."""

from functools import lru_cache

import pymorphy3
import snowballstemmer

from .spelling import is_belarusian, is_latin, skeleton

SHORTEST_STEM = 3
SURE = 0.15  # a reading of a form less likely than this is not kept

# Endings of nouns, adjectives and verbs of both languages, as `skeleton` writes them; the longest goes first.
_ENDINGS = sorted(
    (
        "ами еми ими ам ем им ах ех их ав ев ей ай ий ее ае ие ии иу ия ау еу уу ега ага ему аму иму "
        "а е и у й аса ест аст атсе итсе етсе утсе утса атса ат ит ет ут ишь ал ала али ил ила или ел ела ели "
        "ав ава ала ивс авс авсе илас алас алсе илсе ивше авше ете ите ем"
    ).split(),
    key=len,
    reverse=True,
)
_SOFTENED = {"цы": "к", "цэ": "к", "зе": "г", "се": "х"}  # даведка, даведцы; дарога, дарозе

_english = snowballstemmer.stemmer("english")


@lru_cache(maxsize=1)
def _morphology() -> pymorphy3.MorphAnalyzer:
    return pymorphy3.MorphAnalyzer()


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """The word in the common alphabet without its ending."""
    plain = skeleton(word)
    for ending in _ENDINGS:
        if plain.endswith(ending) and len(plain) - len(ending) >= SHORTEST_STEM:
            return plain[: -len(ending)]
    return plain


def stems(word: str) -> list[str]:
    """The stem, and the stem before its last consonant was softened, where that may have happened."""
    found = [stem(word)]
    hard = _SOFTENED.get(word[-2:])
    if hard and len(word) > SHORTEST_STEM + 1:
        found.append(skeleton(word[:-2] + hard))
    return found


@lru_cache(maxsize=100_000)
def lemmas(word: str) -> tuple[str, ...]:
    """What the word may be a form of, the likeliest first; ё written as е. English words give their stem."""
    if is_latin(word):
        return (_english.stemWord(word),)
    if is_belarusian(word):
        return (word,)
    parsed = _morphology().parse(word)
    found = [p.normal_form.replace("ё", "е") for p in parsed if p.score >= SURE]
    return tuple(dict.fromkeys(found))[:3] or (word,)


@lru_cache(maxsize=100_000)
def is_russian(word: str) -> bool:
    return not is_latin(word) and not is_belarusian(word) and _morphology().word_is_known(word)
