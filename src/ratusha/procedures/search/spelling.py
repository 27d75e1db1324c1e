"""Letters: one spelling for apostrophes, cases and hidden characters, and a key under which misspellings meet.

Pure. `skeleton` writes Russian and Belarusian words in one small alphabet, so that a Belarusian word finds its Russian
counterpart (рэгістрацыя, регистрация) and an unstressed vowel may be typed wrong (састав, состав).
"""

import re
import unicodedata

LONGEST_QUERY = 200
MOST_WORDS = 16

_APOSTROPHES = dict.fromkeys(map(ord, "’ʼ‘`´′ʹ＇"), "'")
_LATIN = re.compile("[a-z]")
_CYRILLIC = re.compile("[Ѐ-ӿ'-]+")
_BELARUSIAN = re.compile("[іў']|[рдтк]э|ры|ч[ыэ]|ц[ыяю]|дз|шч|нн[еяю]|цц|жы|шы")
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_CODE = re.compile(r"(?<![\w.])(\d{1,3}(?:[.-]\d{1,3}){0,5})\.?(?![\w])")

_STEPS = (
    (re.compile("дз(?=[еёіияюьв])"), "д"),
    (re.compile("цыйн"), "ционн"),  # рэгістрацыйны, регистрационный
    (re.compile("и[чц]еск|ічн"), "ичн"),  # тэхнічны, технический
    (re.compile("^пера"), "пере"),
    (re.compile("^прад"), "пред"),
    (re.compile("^ад"), "от"),
    (re.compile("^з(?=[бвгджкмнпрст])"), "с"),  # здаць, сдать
    (re.compile("дж"), "ж"),
    (re.compile("шч"), "щ"),
    (re.compile("цца"), "тсе"),
    (re.compile("[ьъ']"), ""),
)
_LETTERS = str.maketrans(
    {"ў": "в", "і": "и", "ы": "и", "э": "е", "ё": "е", "я": "е", "о": "а", "ю": "у", "ц": "т"}
)
_DOUBLED = re.compile(r"(.)\1+")


def fold(text: str) -> str:
    """Lower case, one form of each letter, one apostrophe, ё as е, no control or formatting characters."""
    plain = (
        unicodedata.normalize("NFKC", text.translate(_APOSTROPHES))
        .lower()
        .translate(_APOSTROPHES)
        .replace("ё", "е")
    )
    shown = "".join(" " if unicodedata.category(c)[0] in "CZ" else c for c in plain)
    return " ".join(unicodedata.normalize("NFKC", shown).split())


def normalise(query: str) -> str:
    """What was typed, folded and never longer than the cap."""
    return fold(fold(query[:LONGEST_QUERY])[:LONGEST_QUERY])[:LONGEST_QUERY].strip()


def words(text: str) -> list[str]:
    """The words of normalised text; an apostrophe inside a word belongs to it."""
    return _WORD.findall(text)


def codes(text: str) -> list[str]:
    """What looks like the number of a procedure: 2.6, п. 1.1.5, 3.15-1."""
    return [found.group(1) for found in _CODE.finditer(text)]


def is_latin(word: str) -> bool:
    return _LATIN.search(word) is not None


def is_cyrillic(word: str) -> bool:
    return _CYRILLIC.fullmatch(word) is not None


def looks_belarusian(word: str) -> bool:
    """Letters that stand together in Belarusian words, hardly ever in Russian ones."""
    return _BELARUSIAN.search(word) is not None


def is_belarusian(word: str) -> bool:
    """Letters that Russian does not have."""
    return any(letter in "іў'" for letter in word)


def skeleton(word: str) -> str:
    for pattern, plain in _STEPS:
        word = pattern.sub(plain, word)
    return _DOUBLED.sub(r"\1", word.translate(_LETTERS))
