"""The catalogue of documents: which type a phrase is of, who issues it, and which register holds it."""

import re
from functools import cache, lru_cache
from typing import Literal

import msgspec
from msgspec import Struct, field

from ratusha.kernel.pack import pack
from ratusha.kernel.texts import Text

from .spelling import compiled, folded, normal


class DocumentType(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One type. `from_` body: the body obtains it by `service` itself; a payment is known to the state's own ledger."""

    code: str = ""
    name: Text
    patterns: list[str]
    issuer: str = ""
    service: str = ""
    from_: Literal["applicant", "body"] = field(default="applicant", name="from")
    asked: bool = False  # no register holds it in machine form: officials of the issuer answer
    payment: bool = False


@cache
def document_types() -> dict[str, DocumentType]:
    raw = pack().yaml("documents_catalogue.yaml")["types"]
    return {
        code: msgspec.convert({**told, "code": code}, DocumentType) for code, told in raw.items()
    }


@cache
def _patterns() -> list[tuple[str, re.Pattern[str]]]:
    return [
        (code, compiled("|".join(_from_a_word(pattern) for pattern in known.patterns)))
        for code, known in document_types().items()
    ]


def _from_a_word(pattern: str) -> str:
    """A pattern that begins with a letter is the beginning of a word."""
    return rf"(?<!\w)(?:{pattern})" if pattern[0].isalpha() else f"(?:{pattern})"


@lru_cache(maxsize=50_000)
def type_of(*phrases: str) -> DocumentType | None:
    """The first type whose pattern the first of the phrases holds, else the next; None where none is known."""
    for phrase in phrases:
        code = _code_of(folded(normal(phrase)))
        if code:
            return document_types()[code]
    return None


@lru_cache(maxsize=50_000)
def _code_of(said: str) -> str:
    return next((code for code, pattern in _patterns() if pattern.search(said)), "")
