"""Search as a page needs it: the question made safe, hits with words, a way on when nothing is found."""

from dataclasses import dataclass, field
from datetime import date
from typing import Self

from ratusha.kernel.texts import Said, in_my_language
from ratusha.procedures.public import Hit, pieces, search
from ratusha.ui import text

from .catalogue import procedure_address

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
    """One hit; `pieces` is the title cut into words and whether they answer the question."""

    title: Said
    pieces: list[tuple[str, bool]]
    address: str
    printed: str
    level: str
    sample: bool


@dataclass(frozen=True, slots=True)
class Answer:
    found: list[Found] = field(default_factory=list)
    corrected: str = ""


def ask(question: Question, *, lang: str, on: date) -> Answer:
    if not question.words:
        return Answer()
    kind = KINDS.get(question.who)
    result = search(question.words, lang=lang, limit=20, applicant_kind=kind, on=on)
    return Answer([_found(hit) for hit in result.hits], result.corrected)


def _found(hit: Hit) -> Found:
    edition = hit.edition
    title = in_my_language(edition.title)
    return Found(
        title,
        pieces(title.text, hit.matched),
        procedure_address(edition.procedure_id),
        edition.procedure.printed,
        edition.electronic_level,
        edition.sample,
    )
