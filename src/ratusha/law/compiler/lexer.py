"""From a phrase to the tokens of the grammars: dictionary phrases, numerals, units, marks, and plain words.

The one judgement made here is about commas, brackets and line ends: one that opens a new clause is a separator, every
other is a part of the sentence it stands in.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from lark import Token
from msgspec import Struct

from .lexicon import Lexicon, lexicon
from .spelling import Piece, folded, joined, laid_out, pieces

_MOST_KEPT = 5_000
_DIGITS = re.compile(r"\d+([.,]\d+)?")
_NEEDS_A_NUMBER = {"LIMIT", "FROM"}
VALUES = {
    "NUMERAL", "UNIT", "FREE", "UNLIMITED", "ONCE", "ZERO", "WORDED", "PAID", "BOUND", "LIMIT", "NORM", "PREFIX",
    "BOUNDARY", "NOTHING", "FROM",
}  # fmt: skip
OPENING = {
    "FREE", "UNLIMITED", "ONCE", "ZERO", "PAID", "PREFIX", "EXTEND", "SUSPEND", "WITHOUT", "BOUNDARY", "NORM", "LIMIT",
    "WORDED", "UNIT", "FROM",
}  # fmt: skip
TIES = {"COND", "FOR", "OTHERWISE", "URGENT"}
MARKS = {"COND", "FOR", "OTHERWISE", "URGENT", "WORD"}


class Lexeme(Struct, frozen=True, gc=False):
    """What a token carries: its words as they are written, what they mean, and where they stand."""

    words: str
    meaning: str
    start: int
    end: int
    amount: Decimal | None = None

    def __str__(self) -> str:
        """A token of the parser is a string: without this, every one of them would be told field by field."""
        return self.words


@dataclass
class _Line:
    """The phrase as one folded line, with the place of every piece in it."""

    pieces: Sequence[Piece]
    text: str
    starts: list[int]
    ends: dict[int, int]

    @classmethod
    def of(cls, found: Sequence[Piece]) -> "_Line":
        text, starts = laid_out([piece.text for piece in found])
        ends = {starts[i] + len(p.text): i + 1 for i, p in enumerate(found) if p.kind != "NEWLINE"}
        return cls(found, folded(text), starts, ends)


_Match = tuple[int, str, str, Decimal | None, int]  # length, kind, meaning, amount, the piece after


class Lexer:
    """Tokens of one column."""

    def __init__(self, words: Lexicon) -> None:
        self.words = words
        self._kept: dict[str, list[Token]] = {}  # of phrases that are judged anew, or come again

    def tokens(
        self, text: str, *, plain_brackets: bool = False, plain_commas: bool = False
    ) -> list[Token]:
        found = self._kept.get(text)
        if found is None:
            if len(self._kept) > _MOST_KEPT:
                self._kept.clear()
            found = self._kept[text] = list(self._tokens(_Line.of(pieces(text))))
        return _judged(found, self.words, plain_brackets=plain_brackets, plain_commas=plain_commas)

    def _tokens(self, line: _Line) -> Iterator[Token]:
        i = 0
        while i < len(line.pieces):
            piece = line.pieces[i]
            if piece.kind in {"WORD", "COMMA", "DASH", "QUOTE"}:
                kind, lexeme, i = self._longest(line, i)
                yield Token(kind, lexeme)
            else:
                yield Token(piece.kind, Lexeme(piece.text, "", piece.start, piece.end))
                i += 1

    def _longest(self, line: _Line, i: int) -> tuple[str, Lexeme, int]:
        at = line.starts[i]
        piece = line.pieces[i]
        best: _Match = (0, piece.kind if piece.kind != "QUOTE" else "WORD", "", None, i + 1)
        for kind, meaning, pattern in self.words.beginning(line.text, at):
            match = pattern.match(line.text, at)
            length = match.end() - at if match else 0
            if match and (length > best[0] or (length == best[0] and kind in _NEEDS_A_NUMBER)):
                after = line.ends.get(len(match.group().rstrip()) + at)
                if after is None or (
                    kind in _NEEDS_A_NUMBER and not self._number_at(line, after, kind)
                ):
                    continue
                best = (length, kind, meaning, None, after)
        word = line.text[at : at + len(piece.text)]
        if piece.kind == "WORD" and best[0] == 0:
            best = self._number_or_unit(line, i, word) or best
        _length, kind, meaning, amount, after = best
        used = line.pieces[i:after]
        lexeme = Lexeme(joined([p.text for p in used]), meaning, piece.start, used[-1].end, amount)
        return kind, lexeme, after

    def _number_or_unit(self, line: _Line, i: int, word: str) -> _Match | None:
        if _DIGITS.fullmatch(word):
            return len(word), "NUMERAL", "digits", Decimal(word.replace(",", ".")), i + 1
        if word in self.words.numerals:
            return len(word), "NUMERAL", "words", self.words.numerals[word], i + 1
        unit = self.words.unit_pattern.match(line.text, line.starts[i])
        if unit and (after := line.ends.get(unit.end())):
            return len(unit.group()), "UNIT", unit.group(), None, after
        worded = self.words.compound.fullmatch(word)
        if worded and worded[2] in self.words.adjective_units:
            digits = re.match(r"\d+", worded[1])
            amount = Decimal(digits.group()) if digits else self.words.compound_parts[worded[1]]
            return len(word), "WORDED", self.words.adjective_units[worded[2]], amount, i + 1
        return None

    def _number_at(self, line: _Line, i: int, kind: str) -> bool:
        """A number of units stands here. Without one, "до" is not a limit, and "от" no beginning."""
        if i >= len(line.pieces):
            return False
        word, here = folded(line.pieces[i].text), line.text[line.starts[i] :]
        if _DIGITS.fullmatch(word) or word in self.words.numerals:
            _word, _space, rest = here.partition(" ")
            return (
                not rest
                or kind == "FROM"
                or bool(self.words.counted.match(rest) or self.words.unit_pattern.match(rest))
            )
        return kind != "FROM" and bool(
            self.words.unit_pattern.match(here) or self.words.compound.fullmatch(word)
        )


@cache
def lexer_of(column: str) -> Lexer:
    """One for each column: it keeps what it has read."""
    return Lexer(lexicon(column))


def _judged(
    found: list[Token], words: Lexicon, *, plain_brackets: bool, plain_commas: bool
) -> list[Token]:
    """Brackets, commas, colons and line ends open a clause, or belong to the sentence."""
    tokens: list[Token] = []
    i = 0
    depth = 0
    while i < len(found):
        token = found[i]
        if token.type == "BRACKET":
            close = _closing(found, i)
            inside = found[i + 1 : close]
            if close is None:
                tokens.append(_as(token, "WORD"))
            elif not plain_brackets and _opens_clause(inside):
                tokens.append(_as(token, "LPAR"))
                depth += 1
            else:
                tokens.append(_merged(found[i : close + 1], "BRACKET"))
                i = close
        elif token.type == "CLOSE":
            tokens.append(_as(token, "RPAR" if depth else "WORD"))
            depth = max(0, depth - 1)
        elif token.type in {"COMMA", "NEWLINE", "SEMI"}:
            i = _separate(found, i, tokens, words, plain_commas=plain_commas)
            continue
        else:
            tokens += (
                [token]
                if plain_commas and token.type != "COLON"
                else _as_it_stands(found, i, tokens, words)
            )
        i += 1
    if tokens and _ends_sentence(tokens[-1]):
        tokens[-1] = _as(tokens[-1], "END")
    return tokens


def _as_it_stands(found: list[Token], i: int, before: list[Token], words: Lexicon) -> list[Token]:
    """A word; or the exception, conjunction or full stop behind which a new value is told."""
    token, rest = found[i], found[i + 1 :]
    if token.type == "COLON":
        return [_as(token, "DASH" if before and _opens_value(rest) else "WORD")]
    if token.type == "EXCEPT" and _labels_value(rest) and before and _has_value(before):
        return list(_without_comma(token))
    if token.type == "URGENT" and _begins(before) and rest and _opens_value(rest):
        return [token, Token("DASH", Lexeme("", "", token.value.end, token.value.end))]
    joins = _joins_values(token, rest, words) or (_ends_sentence(token) and _opens_clause(rest))
    return [_as(token, "SEP")] if joins and before and _has_value(before) else [token]


def _begins(before: list[Token]) -> bool:
    return not before or before[-1].type in {"SEP", "LPAR"}


def _joins_values(token: Token, rest: list[Token], words: Lexicon) -> bool:
    """A conjunction between two values: бессрочно или до ..., 0,5 базовой величины ... и 0,5 базовой величины ..."""
    if token.type != "WORD" or not rest:
        return False
    said = folded(token.value.words)
    if words.alternative.fullmatch(said):
        return rest[0].type in {"UNLIMITED", "ONCE", "BOUND", "FREE"} or _counts_own(rest, words)
    return bool(words.separator.fullmatch(said)) and _counts_own(rest, words)


def _counts_own(rest: list[Token], words: Lexicon) -> bool:
    """A number of what only this column counts: base values."""
    unit = next((t for t in rest[1:4] if t.type == "UNIT"), None)
    return (
        rest[0].type == "NUMERAL"
        and unit is not None
        and words.units[folded(unit.value.words)][0].unit in words.own_units
    )


def _labels_value(rest: list[Token]) -> bool:
    """Words, a dash and a value follow, before any other clause begins."""
    for at, token in enumerate(rest):
        if token.type in {"SEMI", "NEWLINE"} or (
            token.type == "COMMA" and _is_strong(rest[at + 1 :])
        ):
            return False
        if token.type == "DASH":
            return _opens_value(rest[at + 1 :])
    return False


def _without_comma(token: Token) -> tuple[Token, Token]:
    said: Lexeme = token.value
    words = said.words.removeprefix(",").strip()
    comma = "," if said.words.startswith(",") else ""
    after = Lexeme(words, said.meaning, said.end - len(words), said.end)
    return Token("SEP", Lexeme(comma, "", said.start, said.start + len(comma))), Token(
        "EXCEPT", after
    )


def _ends_sentence(token: Token) -> bool:
    return token.type == "WORD" and token.value.words == "."


def _separate(
    found: list[Token], i: int, tokens: list[Token], words: Lexicon, *, plain_commas: bool
) -> int:
    """One comma, semicolon or line end, with the conjunction behind it."""
    token = found[i]
    after = i + 1
    used = [token]
    while after < len(found) and found[after].type in {"NEWLINE", "SEMI"}:
        used.append(found[after])
        after += 1
    mark = next((t for t in used if t.type == "SEMI"), None) or next(
        (t for t in used if t.type == "COMMA"), token
    )
    if after >= len(found):
        if mark.type != "NEWLINE":
            tokens.append(_as(mark, "END"))
        return after
    if token.type == "COMMA" and found[after].type == "DASH":
        tokens.append(Token("DASH", Lexeme(", –", "", token.value.start, found[after].value.end)))
        return after + 1
    if not plain_commas and _joins_clauses(found[after], found[after + 1 :], tokens, words):
        tokens.append(_merged([mark, found[after]], "SEP"))
        return after + 1
    counts = tokens and tokens[-1].type == found[after].type == "NUMERAL"  # 16, 18 лет
    opens = mark.type == "SEMI" or (
        not plain_commas and not counts and _has_value(tokens) and _opens_clause(found[after:])
    )
    if opens and tokens:
        tokens.append(_as(mark, "SEP"))
    elif mark.type == "COMMA" and found[after].type in TIES and tokens and _has_value(tokens):
        tokens.append(_as(mark, "DASH"))
    elif mark.type == "COMMA":
        tokens.append(mark)
    return after


def _joins_clauses(token: Token, rest: list[Token], before: list[Token], words: Lexicon) -> bool:
    """Behind a comma: ", а в случае ... – 1 месяц"; ", либо до замены документа"."""
    if token.type != "WORD" or not rest:
        return False
    said = folded(token.value.words)
    if words.separator.fullmatch(said):
        return _opens_clause(rest)
    either = words.alternative.fullmatch(said) is not None
    return (
        either and _has_value(before) and (_opens_clause(rest) or _joins_values(token, rest, words))
    )


def _opens_clause(rest: list[Token]) -> bool:
    """A clause with a value of its own begins here."""
    if not rest:
        return False
    first = rest[0].type
    if first in OPENING:
        return True
    if first == "NUMERAL":
        counted = next((t for t in rest[1:5] if t.type in {"UNIT", "MONEY", "PERCENT"}), None)
        return counted is not None and counted.value.meaning != "rouble"
    if first == "URGENT" and _opens_value(rest[1:]):  # в ускоренном порядке 2 базовые величины
        return True
    return first in MARKS and _labels_value(rest)


def _is_strong(rest: list[Token]) -> bool:
    """Begins with a value, not with words that could belong to the label before."""
    return bool(rest) and rest[0].type not in {*MARKS, "DASH"} and _opens_clause(rest)


def _has_value(tokens: list[Token]) -> bool:
    """The clause that is being read has its value: it begins with one, or one stands behind its dash."""
    last = max((i for i, t in enumerate(tokens) if t.type in {"SEP", "LPAR"}), default=-1)
    clause = tokens[last + 1 :]
    if not clause or clause[0].type in VALUES | OPENING:
        return True
    return any(
        t.type == "DASH" and i + 1 < len(clause) and clause[i + 1].type in VALUES
        for i, t in enumerate(clause)
    )


def _opens_value(rest: list[Token]) -> bool:
    return bool(rest) and rest[0].type in VALUES


def _closing(found: list[Token], i: int) -> int | None:
    depth = 0
    for at in range(i, len(found)):
        if found[at].type == "BRACKET":
            depth += 1
        elif found[at].type == "CLOSE":
            depth -= 1
            if depth == 0:
                return at
    return None


def _as(token: Token, kind: str) -> Token:
    return Token(kind, token.value)


def _merged(tokens: list[Token], kind: str) -> Token:
    first, last = tokens[0].value, tokens[-1].value
    words = joined([t.value.words for t in tokens])
    return Token(kind, Lexeme(words, "", first.start, last.end))
