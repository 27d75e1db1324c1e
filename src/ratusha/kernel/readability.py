"""How hard a text is to read: LIX, the measure of C. H. Björnsson (Läsbarhet, 1968), and its longest sentence.

LIX is the mean length of a sentence in words, plus the share of long words in per cent. It needs no dictionary and
counts every language alike; but words of one language are longer than those of another, so each has its own limit.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

LONG_WORD = 7  # letters or more
LONGEST_SENTENCE = 25  # words; the guidance of GOV.UK is to split longer ones
FEWEST_WORDS = 12  # below, a mean says nothing
# Where difficult texts begin: 50 as Björnsson has it. The others are ours: by how much higher the mean of our own texts
# is in that language, where they say the same (docs/how-to/write-plainly.md).
LIMITS = {"be": 65, "ru": 66, "en": 50}

_PLACEHOLDER = re.compile(r"%\([a-z_]+\)[sd]|\{[^{}]*\}")
_END = re.compile(r"[.!?…:](?=\s+[«“\"(]?[A-ZА-ЯЁІЎ]|\s*$)|\n+")
_WORD = re.compile(r"[^\W_]+(?:[-'’ʼ.,/][^\W_]+)*")


@dataclass(frozen=True)
class Reading:
    words: int = 0
    lix: int = 0
    longest: int = 0  # words of the longest sentence


def read(text: str) -> Reading:
    """A placeholder counts as one short word."""
    plain = _PLACEHOLDER.sub("N", text)
    words = _WORD.findall(plain)
    if not words:
        return Reading()
    lengths = [count for part in _END.split(plain) if (count := len(_WORD.findall(part)))]
    long = sum(sum(map(str.isalpha, word)) >= LONG_WORD for word in words)
    lix = len(words) / len(lengths) + 100 * long / len(words)
    return Reading(len(words), round(lix), max(lengths))


def is_hard(reading: Reading, language: str) -> bool:
    return reading.words >= FEWEST_WORDS and reading.lix >= LIMITS[language]


def what_is_hard(reading: Reading, language: str) -> Iterator[tuple[str, str, str]]:
    """Code, what is wrong with figures, how to mend it."""
    if reading.longest > LONGEST_SENTENCE:
        wrong = f"a sentence of {reading.longest} words, more than {LONGEST_SENTENCE}"
        yield "text.long_sentence", wrong, "Make two sentences of it."
    if is_hard(reading, language):
        wrong = f"hard to read, LIX {reading.lix}, the limit is {LIMITS[language]}"
        yield "text.hard", wrong, "Use shorter words and sentences."
