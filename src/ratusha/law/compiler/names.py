"""The name of a procedure: the kind of act, what the person gets, for whom."""

import re
from functools import cache
from typing import Any

from lark import Lark, Token, Transformer, UnexpectedToken
from lark.exceptions import LarkError
from msgspec import Struct

from .lexer import lexer_of
from .lexicon import settings
from .parsing import GRAMMARS, Given, Unparsed, flat, said_words, stopped
from .spelling import compiled, folded, joined, normal

LONGEST = 4000


class NameMeaning(Struct, frozen=True, omit_defaults=True):
    """`result` is the kind of what the procedure ends with; `continued`: the words go on with a heading above."""

    act: str
    thing: str
    result: str = ""
    continued: bool = False
    exceptions: tuple[str, ...] = ()

    def sentence(self) -> str:
        return normal(joined([self.act, self.thing]))


def read_name(text: str) -> NameMeaning | Unparsed:
    """The structure of a name, or the reason why it has none."""
    tokens = lexer_of("name").tokens(text[:LONGEST], plain_brackets=True, plain_commas=True)
    tokens = [Token("WORD", t.value) if t.type in {"SEP", "HEAD"} else t for t in tokens]
    try:
        found: Any = _parser().parse(tokens)
    except UnexpectedToken as error:
        return stopped(error, text)
    except LarkError:
        return Unparsed("The name is not complete.", 0, len(text))
    if found.sentence() != normal(text[:LONGEST]):
        return Unparsed(f"The structure says other words: {found.sentence()[:80]}", 0, len(text))
    return found  # type: ignore[no-any-return]


@cache
def _parser() -> Lark:
    return Lark(
        (GRAMMARS / "name.lark").read_text(), parser="lalr", lexer=Given, transformer=_Name()
    )


class _Name(Transformer[Token, Any]):
    def rest(self, parts: list[Any]) -> list[Any]:
        return parts

    def act(self, parts: list[Any]) -> NameMeaning:
        first, *others = flat(parts)
        product = next((t.value.meaning for t in others[:6] if t.type == "PRODUCT"), "")
        result = first.value.meaning
        return NameMeaning(
            act=first.value.words,
            thing=said_words(others),
            result=(product or result) if result == "certificate" else result,
            exceptions=_exceptions(others),
        )

    def continued(self, parts: list[Any]) -> NameMeaning:
        first, *others = flat(parts)
        return NameMeaning(
            act=first.value.words,
            thing=said_words(others),
            continued=True,
            exceptions=_exceptions(others),
        )


def _exceptions(tokens: list[Token]) -> tuple[str, ...]:
    """What a name leaves out: in brackets, or behind "except"."""
    except_words = {t.value.words for t in tokens if t.type == "EXCEPT"}
    found = [
        t.value.words.strip("()")
        for t in tokens
        if t.type == "BRACKET" and _is_exception(t.value.words.strip("() "))
    ]
    for i, token in enumerate(tokens):
        if token.type == "EXCEPT":
            found.append(said_words(tokens[i:]))
            break
    return tuple(found) if found or except_words else ()


def _is_exception(words: str) -> bool:
    return re.match(settings("common")["bracketed"]["except"], folded(words)) is not None


def applicants_of(name: str) -> list[str]:
    """Whom the name speaks of; empty where it does not say."""
    said = folded(normal(name))
    return [
        who
        for who, pattern in settings("name")["applicants"].items()
        if compiled(pattern).search(said)
    ]
