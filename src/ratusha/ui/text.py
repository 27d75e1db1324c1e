"""What people type, made safe and comparable before any form looks at it."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

KEPT_CONTROLS = "\n\t"
FORMULAS = tuple("=+-@＝＋－＠\t\r")
ENDS_OF_LINES = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
# Format characters (bidirectional overrides, zero-width marks, tags) reorder or hide text; so do letters without ink.
HIDING = frozenset({"Cc", "Cs", "Cf"})
BLANKS = frozenset("\u115f\u1160\u2800\u3164\uffa0") | {
    chr(code) for code in range(0xE0100, 0xE01F0)
}
JOINER = "\u200d"  # between two pictures it makes one of them; anywhere else it hides
JOINS = frozenset({"So", "Sk"})  # pictures and the colours of a skin
VARIANT = "\ufe0f"
MOST_MARKS = 4  # on one letter: no language that we know needs more
LETTERS = re.compile(r"[^\W\d_]+(?:[’'ʼ-][^\W\d_]+)*")
LOOK_ALIKES = dict(
    zip("aceiopxyABCEHIKMOPTXS", "асеіорхуАВСЕНІКМОРТХЅ", strict=True)
)  # Latin letter -> the Cyrillic one that looks the same


def clean(text: str, *, lines: bool = False) -> str:
    """NFC, no control or hiding characters, no pile of marks on a letter, trimmed; one line unless `lines`."""
    text = unicodedata.normalize("NFC", ENDS_OF_LINES.sub("\n", text))
    text = text if text.isascii() and text.isprintable() else "".join(_shown(text))
    if not lines:
        text = re.sub(r"[\n\t]+", " ", text)
    return text.strip()


def _shown(text: str) -> Iterator[str]:
    marks, before = 0, ""
    for character in text:
        category = unicodedata.category(character)
        marks = marks + 1 if category in {"Mn", "Me"} else 0
        joins = character == JOINER and (
            before == VARIANT or (before and unicodedata.category(before) in JOINS)
        )
        hidden = category in HIDING and character not in KEPT_CONTROLS and not joins
        if not hidden and character not in BLANKS and marks <= MOST_MARKS:
            before = character
            yield character


@dataclass(frozen=True)
class MixedWord:
    """A word with letters of two alphabets; `suggestion` is empty where a guess would be bold."""

    word: str
    suggestion: str


def mixed_words(text: str) -> list[MixedWord]:
    """Words such as «Мiнск» with a Latin i: the eye does not see it, a register will not find it."""
    found = []
    for word in LETTERS.findall(text):
        alphabets = {_alphabet(c) for c in word} & {"LATIN", "CYRILLIC"}
        if len(alphabets) > 1:
            straight = "".join(LOOK_ALIKES.get(c, c) for c in word)
            pure = all(_alphabet(c) != "LATIN" for c in straight)
            found.append(MixedWord(word, straight if pure else ""))
    return found


def _alphabet(character: str) -> str:
    return unicodedata.name(character, "").partition(" ")[0] if character.isalpha() else ""


def harmless_cell(value: object) -> object:
    """A program of spreadsheets takes what begins with these for a formula; here it stays a text."""
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULAS) else value
