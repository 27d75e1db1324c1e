"""What the compiler hands on: each fact with its phrase, its place in the table, and how sure we are of it."""

from typing import Any, Literal

from msgspec import Struct, field

from .documents import Item
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
    """One document, or several of which one is enough. `phrase` is the whole item, `words` what it says of this one."""

    words: str = ""
    type: str = ""
    known_type: bool = False
    title: dict[str, str] = {}
    from_: Literal["applicant", "body"] = field(default="applicant", name="from")
    service: str = ""
    issuer: str = ""
    kind: str = ""
    alternatives: list[str] = []
    number: int = 1
    copy_or_original: Literal["", "copy", "original", "notarised_copy"] = ""
    issued_abroad: bool = False
    if_any: bool = False
    condition: str = ""
    persons: str = ""
    exception: str = ""
    content: str = ""
    format: str = ""
    copies: str = ""
    short_name: str = ""
    under: str = ""  # the line above that says who brings it
    structure: Item | None = None


class NameFact(Fact, frozen=True, kw_only=True):
    """What is done, what comes out of it, for whom, and for whom not."""

    act: str = ""
    result: str = ""
    exceptions: list[str] = []
    applicants: list[str] = []


class CompiledRow(Struct, frozen=True, kw_only=True):
    row: int
    code: str
    printed: str = ""
    name: str
    name_meaning: NameFact | None = None
    body: str = ""
    body_kind: str = ""
    body_by: str = ""
    term: TermFact | None = None
    fee: FeeFact | None = None
    validity: ValidityFact | None = None
    documents: list[DocumentFact] = []
    told: list[str] = []  # the columns that say something, be it that nothing is needed
    unparsed: list[Flag] = []
