"""From a phrase to its structure, by the grammar of its column; or to the reason why not, with the place."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from lark import Lark, Token, Transformer, UnexpectedInput, UnexpectedToken
from lark.exceptions import LarkError
from lark.lexer import Lexer as LarkLexer
from msgspec import structs

from .lexer import Lexeme, lexer_of
from .lexicon import Lexicon, bracket_kind, lexicon
from .spelling import folded, joined, normal
from .structures import Cell, Clause, Note, Quantity, Value

LONGEST = 6000  # letters; longer cells are mistakes of the table
GRAMMARS = Path(__file__).parent / "grammar"


@dataclass(frozen=True)
class Unparsed:
    """Why a phrase is kept as it is written, and where in it the reading stopped."""

    reason: str
    start: int
    end: int


class Given(LarkLexer):
    """Our tokens are made before: the parser only takes them."""

    def __init__(self, _conf: Any) -> None: ...

    def lex(self, tokens: list[Token]) -> Iterator[Token]:  # type: ignore[override]
        return iter(tokens)


@cache
def _parser(column: str) -> Lark:
    grammar = "".join((GRAMMARS / f"{name}.lark").read_text() for name in ("clauses", column))
    return Lark(
        grammar,
        parser="lalr",
        lexer=Given,
        transformer=_Structure(column),
        maybe_placeholders=True,
    )


@lru_cache(maxsize=50_000)
def parse(column: str, text: str) -> Cell | Unparsed:
    """The structure of a cell: one that says the same sentence again, or the reason why there is none."""
    if len(text) > LONGEST:
        return Unparsed("The phrase is longer than any sentence of a table.", 0, len(text))
    failure: Unparsed | None = None
    for plain_brackets, plain_commas in (
        (False, False),
        (True, False),
        (False, True),
        (True, True),
    ):
        tokens = lexer_of(column).tokens(
            text, plain_brackets=plain_brackets, plain_commas=plain_commas
        )
        if not tokens:
            return Unparsed("The cell is empty.", 0, len(text))
        try:
            found: Any = _parser(column).parse(tokens)
        except UnexpectedToken as error:
            failure = failure or stopped(error, text)
            continue
        except (UnexpectedInput, LarkError) as error:
            failure = failure or Unparsed(
                f"The phrase is not complete: {type(error).__name__}.", 0, len(text)
            )
            continue
        if not any(clause.values for clause in found.clauses):
            return Unparsed("There is a condition, but no value.", 0, len(text))
        if found.sentence(column) != normal(text):
            failure = failure or Unparsed(
                "The structure says other words: " + found.sentence(column), 0, len(text)
            )
            continue
        return found  # type: ignore[no-any-return]
    return failure or Unparsed("No grammar reads this phrase.", 0, len(text))


def stopped(error: UnexpectedToken, text: str) -> Unparsed:
    lexeme = error.token.value
    if not isinstance(lexeme, Lexeme):
        return Unparsed("The phrase ends too early.", len(text), len(text))
    return Unparsed(f"Not understood here: {lexeme.words[:60]}", lexeme.start, lexeme.end)


def said_words(parts: list[Any]) -> str:
    return joined([part.value.words for part in flat(parts)])


def flat(parts: list[Any]) -> Iterator[Token]:
    for part in parts:
        if isinstance(part, Token):
            yield part
        elif isinstance(part, list):
            yield from flat(part)


class _Structure(Transformer[Token, Any]):
    """Called by the parser, rule by rule."""

    def __init__(self, column: str) -> None:
        super().__init__()
        self.column = column
        self.lexicon: Lexicon = lexicon(column)

    def start(self, parts: list[Any]) -> Cell:
        return parts[0]  # type: ignore[no-any-return]

    def cell(self, parts: list[Any]) -> Cell:
        clauses: list[Clause] = []
        lead, end = "", ""
        for part in parts:
            if isinstance(part, Token) and part.type == "SEP":
                lead = part.value.words
            elif isinstance(part, Token):
                end = part.value.words
            else:
                clauses.append(_with_lead(part, lead))
                lead = ""
        return Cell(tuple(clauses), end)

    def clause(self, parts: list[Any]) -> Clause:
        before: Note | None = None
        after: list[Note] = []
        brackets: list[Cell] = []
        values: tuple[Value, ...] = ()
        links: tuple[str, ...] = ()
        for i, part in enumerate(parts):
            if isinstance(part, Note) and i == 0 and len(parts) > 1 and isinstance(parts[1], Token):
                before = _dashed(part, parts[1])
            elif isinstance(part, Note):
                after.append(part)
            elif isinstance(part, Cell):
                brackets.append(part)
            elif isinstance(part, tuple):
                values, links = part
        return Clause(
            values=values, links=links, before=before, after=tuple(after), brackets=tuple(brackets)
        )

    def dashed(self, parts: list[Any]) -> Note:
        return _dashed(parts[1], parts[0])

    def after(self, parts: list[Any]) -> Note:
        return parts[0]  # type: ignore[no-any-return]

    aside = after

    def bracket(self, parts: list[Any]) -> Cell:
        return parts[1]  # type: ignore[no-any-return]

    def label(self, parts: list[Any]) -> Note:
        tokens = list(flat(parts))
        first = tokens[0]
        if first.type in {"COND", "FOR", "OTHERWISE", "URGENT", "EXCEPT", "WITHOUT"}:
            kind = {"COND": "condition", "FOR": first.value.meaning}.get(
                first.type, first.type.lower()
            )
            return Note(kind, first.value.words, said_words(tokens[1:]))
        return Note("object", "", said_words(tokens))

    tie = late = label

    def mark(self, parts: list[Any]) -> list[Any]:
        return parts

    opening = word = piece = others = mark

    def body(self, parts: list[Any]) -> tuple[tuple[Value, ...], tuple[str, ...]]:
        values = tuple(part for part in parts if isinstance(part, Value))
        links = tuple(part.value.words for part in parts if isinstance(part, Token))
        return values, links

    def valued(self, parts: list[Any]) -> Value:
        value, *remarks = parts
        return structs.replace(value, remarks=tuple(remarks)) if remarks else value  # type: ignore[no-any-return]

    def remark(self, parts: list[Any]) -> Note:
        words = parts[0].value.words
        return Note(bracket_kind(words), "", words)

    def rest(self, parts: list[Any]) -> Value:
        return Value(kind="bound", meaning="rest", words=said_words(parts))

    def number(self, parts: list[Any]) -> tuple[Decimal, str, Decimal | None]:
        return parts[0].value.amount, said_words(parts), None

    def compound(self, parts: list[Any]) -> tuple[Decimal, str, Decimal | None]:
        return sum((part.value.amount for part in parts), Decimal(0)), said_words(parts), None

    def range(self, parts: list[Any]) -> tuple[Decimal, str, Decimal | None]:
        return parts[0].value.amount, said_words(parts), parts[2].value.amount

    def quantity(self, parts: list[Any]) -> Quantity:
        amount, numeral, up_to = next(
            (p for p in parts if isinstance(p, tuple)), (Decimal(1), "", None)
        )
        tokens = [p for p in parts if isinstance(p, Token)]
        working = next((t.value for t in tokens if t.type == "WORKING"), None)
        written = next(t.value.words for t in tokens if t.type == "UNIT")
        counted = (up_to or amount) if numeral else None
        forms = self.lexicon.units[folded(written)]
        agreed = next(
            (f for f in forms if self.lexicon.form(f.unit, f.language, f.case, counted) == written),
            None,
        )
        form = agreed or forms[0]
        return Quantity(
            amount=amount,
            unit=form.unit,
            language=form.language,
            case=form.case,
            numeral=numeral,
            modifier=working.meaning if working else "",
            modifier_words=working.words if working else "",
            up_to=up_to,
            as_written="" if agreed else written,
        )

    def event(self, parts: list[Any]) -> Note:
        first = parts[0].value
        return Note(first.meaning, first.words, said_words(parts[1:]))

    def span(self, parts: list[Any]) -> Value:
        tokens = [p for p in parts if isinstance(p, Token)]
        return Value(
            kind="span",
            opening=said_words(tokens),
            limit=next((t.value.meaning for t in tokens if t.type == "LIMIT"), ""),
            quantity=next((p for p in parts if isinstance(p, Quantity)), None),
            events=tuple(p for p in parts if isinstance(p, Note)),
        )

    def extension(self, parts: list[Any]) -> Value:
        span = self.span(parts)
        return Value(
            kind="extension",
            opening=span.opening,
            limit=span.limit,
            quantity=span.quantity,
            events=span.events,
        )

    def extended(self, parts: list[Any]) -> Value:
        """For as long as something lasts; how long at most, the next value says."""
        tokens = list(flat(parts))
        return Value(kind="extension", opening=tokens[0].value.words, words=said_words(tokens[1:]))

    def between(self, parts: list[Any]) -> Value:
        """From so many to so many: the second is the limit."""
        last = max(i for i, part in enumerate(parts) if isinstance(part, Quantity))
        said: list[str] = []
        for part in parts[:last]:
            match part:
                case Quantity():
                    said += part.said(self.column)
                case (_amount, numeral, _up_to):
                    said.append(numeral)
                case _:
                    said.append(said_words([part]))
        return Value(
            kind="span",
            meaning="between",
            opening=joined(said),
            limit="at_most",
            quantity=parts[last],
            events=tuple(p for p in parts if isinstance(p, Note)),
        )

    def percent_of(self, parts: list[Any]) -> Value:
        at = next(i for i, p in enumerate(parts) if isinstance(p, tuple))
        rest = list(flat(parts[at + 1 :]))
        said = joined([*[said_words([p]) for p in parts[:at]], parts[at][1]])
        return Value(
            kind="percent",
            meaning="other",
            opening=said,
            number=parts[at][0],
            words=said_words(rest),
        )

    def worded(self, parts: list[Any]) -> Value:
        tokens = [p for p in parts if isinstance(p, Token)]
        word = next(t.value for t in tokens if t.type == "WORDED")
        return Value(
            kind="span",
            meaning="worded",
            limit=next((t.value.meaning for t in tokens if t.type == "LIMIT"), ""),
            quantity=Quantity(
                amount=word.amount or Decimal(1), unit=word.meaning, as_written=said_words(tokens)
            ),
            events=tuple(p for p in parts if isinstance(p, Note)),
        )

    def percent(self, parts: list[Any]) -> Value:
        amount, numeral, _up_to = next(p for p in parts if isinstance(p, tuple))
        at = next(i for i, p in enumerate(parts) if isinstance(p, tuple))
        quantity = next((p for p in parts if isinstance(p, Quantity)), None)
        said = joined(
            [
                *[said_words([p]) for p in parts[:at]],
                numeral,
                *[said_words([p]) for p in parts[at + 1 :] if isinstance(p, Token)],
            ]
        )
        return Value(kind="percent", opening=said, number=amount, quantity=quantity)

    def money(self, parts: list[Any]) -> Value:
        amount, numeral, _up_to = next(p for p in parts if isinstance(p, tuple))
        at = next(i for i, p in enumerate(parts) if isinstance(p, tuple))
        return Value(
            kind="money",
            meaning=parts[at + 1].value.meaning,
            number=amount,
            opening=joined([*[said_words([p]) for p in parts[:at]], numeral]),
            closing=parts[at + 1].value.words,
        )

    def _phrase(self, kind: str, parts: list[Any]) -> Value:
        tokens = list(flat(parts))
        first = next((t for t in tokens if t.type != "PREFIX"), tokens[0])
        at = tokens.index(first)
        return Value(
            kind=kind,
            meaning=first.value.meaning,
            opening=said_words(tokens[: at + 1]),
            words=said_words(tokens[at + 1 :]),
        )

    def free(self, parts: list[Any]) -> Value:
        return self._phrase("free", parts)

    def paid(self, parts: list[Any]) -> Value:
        return self._phrase("paid", parts)

    def unlimited(self, parts: list[Any]) -> Value:
        return self._phrase("unlimited", parts)

    def once(self, parts: list[Any]) -> Value:
        return self._phrase("once", parts)

    def nothing(self, parts: list[Any]) -> Value:
        return self._phrase("nothing", parts)

    def bound(self, parts: list[Any]) -> Value:
        return self._phrase("bound", parts)

    def on_day(self, parts: list[Any]) -> Value:
        return self._phrase("on_day", parts)

    def boundary(self, parts: list[Any]) -> Value:
        return self._phrase("boundary", parts)

    def norm(self, parts: list[Any]) -> Value:
        return self._phrase("norm", parts)

    def suspension(self, parts: list[Any]) -> Value:
        return self._phrase("suspension", parts)


def _with_lead(clause: Clause, lead: str) -> Clause:
    return Clause(clause.values, lead, clause.links, clause.before, clause.after, clause.brackets)


def _dashed(note: Note, dash: Token) -> Note:
    return Note(note.kind, note.opening, note.words, dash.value.words)
