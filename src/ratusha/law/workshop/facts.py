"""What a reviewer looks at: each phrase of a row beside its meaning."""

import hashlib
from collections.abc import Iterator
from typing import Any

import msgspec

from ratusha.law.compiler.compiled import CompiledRow, DocumentFact, Fact, Flag


class Reading(msgspec.Struct, frozen=True):
    """`said` is the phrase said again from what was understood; empty where nothing was."""

    key: str
    column: str
    phrase: str
    start: int
    end: int
    parsed: bool
    said: str = ""
    confidence: float = 0.0
    meanings: list[str] = []
    reason: str = ""


def readings(row: CompiledRow) -> list[Reading]:
    """In the order of the columns; documents of one phrase stand together."""
    reasons = {(flag.column, flag.phrase): flag.reason for flag in row.unparsed}
    found = []
    singles: list[tuple[str, Fact | None]] = [
        ("name", row.name_meaning),
        ("term", row.term),
        ("fee", row.fee),
        ("validity", row.validity),
    ]
    for column, fact in singles:
        if fact:
            meanings = [fact.formula] if fact.formula else []
            found.append(_reading(column, fact, meanings, reasons))
    together: dict[tuple[int, str], list[DocumentFact]] = {}
    for document in row.documents:
        together.setdefault((document.place.start, document.phrase), []).append(document)
    for documents in together.values():
        meanings = [_document(document) for document in documents]
        found.append(_reading("documents", documents[0], meanings, reasons))
    seen = {(one.column, one.phrase) for one in found}
    found += [_flagged(flag) for flag in row.unparsed if (flag.column, flag.phrase) not in seen]
    return list(_told_apart(found))


def _reading(
    column: str, fact: Fact, meanings: list[str], reasons: dict[tuple[str, str], str]
) -> Reading:
    return Reading(
        key=_key(column, fact.phrase),
        column=column,
        phrase=fact.phrase,
        start=fact.place.start,
        end=fact.place.end,
        parsed=fact.parsed,
        said=fact.said,
        confidence=fact.confidence,
        meanings=meanings,
        reason=reasons.get((column, fact.phrase), ""),
    )


def _flagged(flag: Flag) -> Reading:
    return Reading(
        key=_key(flag.column, flag.phrase),
        column=flag.column,
        phrase=flag.phrase,
        start=flag.place.start,
        end=flag.place.end,
        parsed=False,
        reason=flag.reason,
    )


def _key(column: str, phrase: str) -> str:
    """By the words: what was accepted stays accepted where another phrase moves."""
    return f"{column}-{hashlib.sha256(phrase.encode()).hexdigest()[:12]}"


def _told_apart(found: list[Reading]) -> Iterator[Reading]:
    """The same words twice in a cell are two phrases."""
    times: dict[str, int] = {}
    for one in found:
        times[one.key] = times.get(one.key, 0) + 1
        again = times[one.key]
        yield one if again == 1 else msgspec.structs.replace(one, key=f"{one.key}-{again}")


def _document(fact: DocumentFact) -> str:
    """The words, the type of the catalogue, who brings it, and when."""
    bringer = f"{fact.from_}: {fact.service}" if fact.service else fact.from_
    told: list[Any] = [
        fact.words,
        fact.type or "?",
        bringer,
        fact.condition,
        fact.persons,
        fact.exception,
    ]
    return " · ".join(filter(None, told))
