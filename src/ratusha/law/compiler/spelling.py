"""A phrase with spaces, dashes and quotes in one form; nothing else is changed. So much "the same sentence" means."""

import re
from functools import lru_cache

from msgspec import Struct

from ratusha.ui.text import LOOK_ALIKES

_DASHES = "-\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{FIGURE DASH}\N{EN DASH}\N{EM DASH}\N{HORIZONTAL BAR}\N{MINUS SIGN}"
_QUOTES = '"«»“”„‟″'
_APOSTROPHES = "'’ʼ‘`´"
_ONE_FORM = str.maketrans(
    {**dict.fromkeys(_DASHES[1:], "-"), **dict.fromkeys(_APOSTROPHES[1:], "'")}
)
_FOLDED = str.maketrans({"ё": "е", "ў": "у"})
_LATIN, _CYRILLIC = re.compile("[a-z]"), re.compile("[а-яі]")
_LOOK_ALIKE = str.maketrans({latin.lower(): own.lower() for latin, own in LOOK_ALIKES.items()})
_MIXED = re.compile(r"\b(?=\w*[а-яі])(?=\w*[a-z])\w+\b|\b[aceiopykmthb]{1,2}\b")
INVISIBLE = dict.fromkeys(
    map(ord, "\N{SOFT HYPHEN}\N{ZERO WIDTH SPACE}\N{ZERO WIDTH NO-BREAK SPACE}\N{WORD JOINER}")
)
_NOTHING = re.compile(rf"[{_DASHES}.…*]+|x|х", re.IGNORECASE)
PIECE = re.compile(
    rf"""
    (?P<BRACKET>\()
  | (?P<CLOSE>\))
  | (?P<SEMI>;)
  | (?P<COMMA>,(?!\d))
  | (?P<COLON>:)
  | (?P<NEWLINE>\n)
  | (?P<RANGE>(?<=\d)\s*[{_DASHES}]\s*(?=\d))
  | (?P<DASH>(?<!\w)[{_DASHES}]+(?!\w) | [{_DASHES}]+(?!\w) | (?<!\w)[{_DASHES}]+ | [\N{{EN DASH}}\N{{EM DASH}}])
  | (?P<QUOTE>[{_QUOTES}])
  | (?P<WORD>\d+(?=[{_DASHES}]\d)
      | \d+(?:[.,/]\d+)+(?:[{_DASHES}]\w+)* | \w+(?:[{_DASHES}{_APOSTROPHES}]\w+|[./]\w+|\.(?=\w))* | [^\s\w])
    """,
    re.VERBOSE,
)


class Piece(Struct, frozen=True, gc=False):
    """A word or a mark, and where it stands in the cell."""

    kind: str
    text: str
    start: int
    end: int


@lru_cache(maxsize=50_000)
def pieces(text: str) -> tuple[Piece, ...]:
    """Words and marks of a phrase, with dashes and quotes in one form and places counted in the text as it is."""
    found = []
    for match in PIECE.finditer(text):
        kind = match.lastgroup or "WORD"
        said = match.group()
        if kind in {"RANGE", "DASH"}:
            said = "\N{EN DASH}"
        elif kind == "QUOTE":
            said = '"'
        elif kind == "WORD" and not said.isalnum():
            said = said.translate(_ONE_FORM)
        found.append(Piece(kind, said, match.start(), match.end()))
    return tuple(found)


def laid_out(words: list[str]) -> tuple[str, list[int]]:
    """Pieces as one sentence, and where each begins in it."""
    said = ""
    places = []
    open_quote = False
    glue = True
    for word in words:
        if not word or word == "\n":
            places.append(len(said))
            continue
        closing_quote = word == '"' and open_quote
        if said and not glue and word[0] not in _NO_SPACE_BEFORE and not closing_quote:
            said += " "
        places.append(len(said))
        said += word
        glue = word == "(" or (word == '"' and not closing_quote)
        if word == '"':
            open_quote = not open_quote
    return said, places


def joined(words: list[str]) -> str:
    """Pieces as one sentence: the inverse of `pieces`."""
    return laid_out(words)[0]


_NO_SPACE_BEFORE = frozenset({",", ";", ".", ":", ")", "%", "!", "?", "*"})


@lru_cache(maxsize=50_000)
def normal(text: str) -> str:
    """The sentence as it is compared: spaces, dashes and quotes in one form."""
    return joined([piece.text for piece in pieces(text)])


def folded(text: str) -> str:
    """As words are compared with the dictionary: small, ё as е, ў as у, a strange letter as the one it looks like."""
    small = text.lower().replace("ё", "е").replace("ў", "у")
    if _LATIN.search(small) and _CYRILLIC.search(small):
        return _MIXED.sub(lambda word: word.group().translate(_LOOK_ALIKE), small)
    return small


def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern of the pack, for folded text."""
    return re.compile(pattern.translate(_FOLDED))


def says_nothing(text: str) -> bool:
    """An empty cell, or a dash of any kind in it."""
    return not text.strip() or _NOTHING.fullmatch(text.strip()) is not None
