"""Documents: the list of a cell becomes items, an item becomes documents with conditions, persons, alternatives."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from lark import Lark, Token, Transformer, UnexpectedToken
from lark.exceptions import LarkError
from msgspec import Struct

from .lexer import lexer_of
from .lexicon import bracket_kind, pattern_of
from .parsing import GRAMMARS, LONGEST, Given, Unparsed, flat, said_words, stopped
from .spelling import folded, joined, normal
from .structures import Note

_BULLETS = "-\N{EN DASH}\N{EM DASH}\N{BULLET}"
_MARKS = re.compile(r"[();\n]")
_NEAR_HEAD = 4  # words that may stand between "or" and the document it brings


class Phrase(Struct, frozen=True, omit_defaults=True):
    """One document: the words before its noun, the noun, and the rest."""

    kind: str
    before: str
    head: str
    rest: str = ""
    joint: str = ""
    number: int = 1
    brackets: tuple[Note, ...] = ()

    def said(self) -> list[str]:
        return [self.joint, self.before, self.head, self.rest]

    @property
    def text(self) -> str:
        return joined([self.before, self.head, self.rest])

    @property
    def core(self) -> str:
        """Without what stands in brackets: by this its type is known first."""
        text = self.text
        for note in self.brackets:
            text = text.replace(note.words, "")
        return normal(text)


class Item(Struct, frozen=True, omit_defaults=True):
    """One entry of the list. `none`: nothing is needed; `header`: it says who brings what follows."""

    kind: str = "documents"
    phrases: tuple[Phrase, ...] = ()
    before: Note | None = None
    after: tuple[Note, ...] = ()
    words: str = ""
    end: str = ""

    def sentence(self) -> str:
        said = [self.words]
        if self.before:
            said += [*self.before.said(), self.before.dash]
        for phrase in self.phrases:
            said += phrase.said()
        for note in self.after:
            said += [note.dash, *note.said()]
        return normal(joined([*said, self.end]))

    @property
    def notes(self) -> list[Note]:
        """Everything that says when, for whom, how: before, after and in brackets."""
        return [
            *([self.before] if self.before else []),
            *self.after,
            *(note for phrase in self.phrases for note in phrase.brackets),
        ]


@dataclass(frozen=True)
class Entry:
    """The text of one item and its place in the cell."""

    text: str
    start: int
    end: int


def entries(cell: str) -> list[Entry]:
    """A cell split where an item ends: at lines and semicolons outside brackets; a line that goes on is joined."""
    found: list[Entry] = []
    depth, start = 0, 0
    whole = cell + "\n"
    for i in (match.start() for match in _MARKS.finditer(whole)):
        letter = whole[i]
        if letter == "(":
            depth += 1
        elif letter == ")":
            depth = max(0, depth - 1)
        elif (letter == ";" and not depth) or letter == "\n":
            if letter == "\n" and depth and i < len(cell) and ")" in cell[i:]:
                continue
            depth = 0
            text = cell[start:i].strip()
            if text:
                at = start + len(cell[start:i]) - len(cell[start:i].lstrip())
                found.append(Entry(text, at, at + len(text)))
            start = i + 1
    return found


def names_contents(entry: str) -> bool:
    """The entry ends with a colon, and what follows is not documents but what the document must state."""
    return entry.endswith(":") and any(token.type == "CONTENT" for token in _raw_tokens(entry))


def goes_on(cell: str, before: Entry, entry: Entry) -> bool:
    """A line of contents: behind a colon or a semicolon, or with a dash in front; a document begins with its noun."""
    if entry.text[0] in _BULLETS:
        return True
    between = cell[before.end : entry.start]
    listed = before.text.endswith(":") or ";" in between or before.text.endswith(",")
    return listed and _raw_tokens(entry.text)[0].type != "HEAD"


def _raw_tokens(text: str) -> list[Token]:
    return lexer_of("documents").tokens(text, plain_brackets=True, plain_commas=True)


@lru_cache(maxsize=50_000)
def read_item(text: str) -> Item | Unparsed:
    """The structure of one entry; it says the same sentence again, or it is Unparsed."""
    if len(text) > LONGEST:
        return Unparsed("The phrase is longer than any sentence of a table.", 0, len(text))
    failure: Unparsed | None = None
    for split_commas in (True, False):
        tokens = _tokens(text, split_commas=split_commas)
        if tokens and tokens[-1].value.words == ":":
            return Item(kind="header", words=normal(text))
        try:
            found: Any = _parser().parse(tokens)
        except UnexpectedToken as error:
            failure = failure or stopped(error, text)
            continue
        except LarkError:
            failure = failure or Unparsed("The phrase is not complete.", 0, len(text))
            continue
        if found.sentence() != normal(text):
            failure = failure or Unparsed(
                f"The structure says other words: {found.sentence()}", 0, len(text)
            )
            continue
        return found  # type: ignore[no-any-return]
    return failure or Unparsed("No document is named here.", 0, len(text))


def _tokens(text: str, *, split_commas: bool) -> list[Token]:
    tokens = _within_contents(_raw_tokens(text))
    if tokens and pattern_of("documents", "at_start").fullmatch(folded(tokens[0].value.words)):
        head = next((i for i, t in enumerate(tokens) if t.type == "HEAD"), len(tokens))
        if any(t.type == "DASH" for t in tokens[:head]):
            tokens[0] = Token("COND", tokens[0].value)
    heads = 0
    found: list[Token] = []
    for i, token in enumerate(tokens):
        heads += token.type == "HEAD"
        if token.type in {"OR", "AND", "COMMA"}:
            joins = (
                heads
                and _brings_document(tokens[i + 1 :])
                and (token.type != "COMMA" or split_commas)
            )
            kind = (
                {"COMMA": "LIST"}.get(token.type, token.type)
                if joins
                else "COMMA"
                if token.type == "COMMA"
                else "WORD"
            )
            found.append(Token(kind, token.value))
        elif token.type == "HEAD" and i and found[-1].type == "HEAD":
            found.append(Token("WORD", token.value))
        else:
            found.append(token)
    return found


def _within_contents(tokens: list[Token]) -> list[Token]:
    """Behind "stating:" every mark and noun is a part of what the document states."""
    stated = next((i for i, t in enumerate(tokens) if t.type == "CONTENT"), len(tokens))
    colon = next((i for i in range(stated, len(tokens)) if tokens[i].value.words == ":"), None)
    if colon is None or colon == len(tokens) - 1:
        return tokens
    rest = [t if t.type in {"END", "COMMA"} else Token("WORD", t.value) for t in tokens[colon:]]
    return tokens[:colon] + rest


def _brings_document(rest: list[Token]) -> bool:
    for token in rest[:_NEAR_HEAD]:
        if token.type == "HEAD":
            return True
        if not pattern_of("documents", "adjective").fullmatch(folded(token.value.words)):
            return False
    return False


@cache
def _parser() -> Lark:
    return Lark(
        (GRAMMARS / "documents.lark").read_text(),
        parser="lalr",
        lexer=Given,
        transformer=_Item(),
        maybe_placeholders=True,
    )


class _Item(Transformer[Token, Any]):
    def start(self, parts: list[Any]) -> Item:
        return parts[0]  # type: ignore[no-any-return]

    def item(self, parts: list[Any]) -> Item:
        before: Note | None = None
        if isinstance(parts[0], Note):
            before = Note(parts[0].kind, parts[0].opening, parts[0].words, parts[1].value.words)
        phrases = next(p for p in parts if isinstance(p, tuple))
        after = tuple(p for p in parts[2:] if isinstance(p, Note))
        end = (
            parts[-1].value.words
            if isinstance(parts[-1], Token) and parts[-1].type == "END"
            else ""
        )
        return Item(phrases=phrases, before=before, after=after, end=end)

    def none(self, parts: list[Any]) -> Item:
        return Item(kind="none", words=said_words(parts))

    def phrases(self, parts: list[Any]) -> tuple[Phrase, ...]:
        found: list[Phrase] = []
        joint = ""
        for part in parts:
            if isinstance(part, Phrase):
                found.append(
                    Phrase(
                        part.kind,
                        part.before,
                        part.head,
                        part.rest,
                        joint,
                        part.number,
                        part.brackets,
                    )
                )
            else:
                joint = said_words([part])
        return tuple(found)

    def phrase(self, parts: list[Any]) -> Phrase:
        tokens = list(flat(parts))
        at = next(i for i, t in enumerate(tokens) if t.type == "HEAD")
        before, head, rest = tokens[:at], tokens[at], tokens[at + 1 :]
        number = next((int(t.value.amount or 1) for t in before if t.type == "NUMERAL"), 1)
        return Phrase(
            kind=head.value.meaning,
            before=said_words(before),
            head=head.value.words,
            rest=said_words(rest),
            number=number,
            brackets=tuple(
                Note(bracket_kind(t.value.words, "documents"), "", t.value.words)
                for t in rest
                if t.type == "BRACKET"
            ),
        )

    def label(self, parts: list[Any]) -> Note:
        tokens = list(flat(parts))
        first = tokens[0]
        kind = {
            "COND": "condition",
            "FOR": "for",
            "EXCEPT": "except",
            "OTHERWISE": "otherwise",
            "CONTENT": "content",
            "FORMAT": "format",
            "COPIES": "copies",
        }.get(first.type, "object")
        if kind == "object":
            return Note(kind, "", said_words(tokens))
        return Note(kind, first.value.words, said_words(tokens[1:]))

    tie = marked = label

    def dashed(self, parts: list[Any]) -> Note:
        note = parts[1]
        return Note(note.kind, note.opening, note.words, parts[0].value.words)

    def qualifier(self, parts: list[Any]) -> Note:
        return parts[0]  # type: ignore[no-any-return]

    def mark(self, parts: list[Any]) -> list[Any]:
        return parts

    opening = word = piece = tail = before = joint = mark
