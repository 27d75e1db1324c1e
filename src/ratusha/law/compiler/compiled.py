"""What the compiler hands on: each fact with its phrase, its place in the table, and how sure we are of it."""

from typing import Any, Literal

from msgspec import Struct

from .structures import Cell


class Place(Struct, frozen=True):
    """Row and column of the table, counted from 1, and the letters in the cell, counted from 0."""

    row: int
    column: str
    start: int
    end: int


class Flag(Struct, frozen=True):
    """A phrase kept as it is written, and why."""

    column: str
    phrase: str
    reason: str
    place: Place


class Fact(Struct, frozen=True, kw_only=True):
    """`said` is the phrase said again from the structure; `parsed` that both are the same sentence."""

    phrase: str
    place: Place
    parsed: bool
    said: str = ""
    confidence: float = 0.0
    formula: str = ""


class TermFact(Fact, frozen=True, kw_only=True):
    base: str = ""
    if_requested: str = ""
    counted_from: str = ""
    note: Literal["", "conditional", "later_event"] = ""
    cases: list[dict[str, Any]] = []
    structure: Cell | None = None


class FeeFact(Fact, frozen=True, kw_only=True):
    kind: str = ""
    multiple: str = ""
    tariffs: list[dict[str, Any]] = []
    structure: Cell | None = None


class ValidityFact(Fact, frozen=True, kw_only=True):
    period: str = ""
    cases: list[dict[str, Any]] = []
    structure: Cell | None = None


class DocumentFact(Fact, frozen=True, kw_only=True):
    type: str = ""
    known_type: bool = False
    from_: str = "applicant"
    service: str = ""
    details: dict[str, Any] = {}


class CompiledRow(Struct, frozen=True, kw_only=True):
    row: int
    code: str
    name: str
    body: str = ""
    term: TermFact | None = None
    fee: FeeFact | None = None
    validity: ValidityFact | None = None
    documents: list[DocumentFact] = []
    unparsed: list[Flag] = []
