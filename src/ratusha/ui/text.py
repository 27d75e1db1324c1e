"""What people type, made safe and comparable before any form looks at it."""

import re
import unicodedata
from dataclasses import dataclass

KEPT_CONTROLS = "\n\t"
FORMULAS = ("=", "+", "-", "@", "\t", "\r")
# Invisible characters that reorder or hide text: bidirectional overrides, zero-width marks, soft hyphen.
TRICKS = frozenset("\u200b\u200e\u200f\u2060\ufeff\u00ad\u061c") | {
    chr(code) for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))
}
LETTERS = re.compile(r"[^\W\d_]+(?:[’'ʼ-][^\W\d_]+)*")
LOOK_ALIKES = dict(
    zip("aceiopxyABCEHIKMOPTXS", "асеіорхуАВСЕНІКМОРТХЅ", strict=True)
)  # Latin letter -> the Cyrillic one that looks the same


def clean(text: str, *, lines: bool = False) -> str:
    """NFC, no control or hiding characters, trimmed; one line unless `lines`."""
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    text = "".join(c for c in text if c not in TRICKS and _is_text(c))
    if not lines:
        text = re.sub(r"[\n\t]+", " ", text)
    return text.strip()


def _is_text(character: str) -> bool:
    return unicodedata.category(character) not in {"Cc", "Cs"} or character in KEPT_CONTROLS


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
