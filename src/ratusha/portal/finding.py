"""Search as a page needs it: the question made safe, hits with words, a way on when nothing is found."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any, Self

from ratusha.kernel.texts import Said
from ratusha.procedures import public as procedures
from ratusha.ui import text

from .catalogue import procedure_address
from .promise import here

LONGEST = 200
KINDS = {"citizens": "citizen", "business": "organisation"}


@dataclass(frozen=True, slots=True)
class Question:
    words: str = ""
    who: str = ""

    @classmethod
    def of(cls, words: str, who: str) -> Self:
        return cls(text.clean(words[: LONGEST * 4])[:LONGEST], who if who in KINDS else "")


@dataclass(frozen=True, slots=True)
class Found:
    title: Said
    address: str
    printed: str
    level: str
    sample: bool
    matched: Any


@dataclass(frozen=True, slots=True)
class Answer:
    found: list[Found] = field(default_factory=list)
    corrected: str = ""


def ask(question: Question, *, lang: str, on: date) -> Answer:
    if not question.words:
        return Answer()
    find = getattr(procedures, "search", None)
    if find is None:
        return _plainly(question, on)
    hits = find(question.words, lang=lang, limit=20, applicant_kind=KINDS.get(question.who))
    corrected = next((hit.corrected_query for hit in hits if hit.corrected_query), "")
    return Answer([_found(hit.edition, hit.matched) for hit in hits], corrected or "")


def _plainly(question: Question, on: date) -> Answer:
    """Titles that hold the words as they are typed."""
    hits = procedures.in_force(on).filter(title__ru__icontains=question.words)[:20]
    return Answer([_found(edition, None) for edition in hits])


def _found(edition: procedures.Edition, matched: Any) -> Found:
    return Found(
        here(edition.title),
        procedure_address(edition.procedure_id),
        edition.procedure.printed,
        edition.electronic_level,
        edition.sample,
        matched,
    )
