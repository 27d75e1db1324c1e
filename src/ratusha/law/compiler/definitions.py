"""From a compiled row to a definition: the same structures that a lawyer writes by hand, with a generic form.

Nothing is made up: a rule that the row does not give is left out, and the level says so. What comes from a general
rule of ours (the body of a chapter) is marked as a sample.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import msgspec

from ratusha.procedures.public import (
    Applicant,
    BodyRequest,
    BodyRule,
    Definition,
    ListFile,
    Placed,
    RequiredDocument,
    ResultRule,
    Source,
    TermRule,
    ValidityRule,
)

from .bodies import body_of_chapter, read_body
from .catalogue import document_types
from .compiled import CompiledRow, DocumentFact
from .fees import fee_rule
from .forms import Asked, pages
from .lexicon import settings

_PERIOD = re.compile(r"unlimited|once|bound|\d+ (working days?|days?|weeks?|months?|years?)")
_TERM = re.compile(r"\d+ (working days?|days?|weeks?|months?|years?)")
_SHORTER_THAN_A_DAY = re.compile(r"[\d.]+ (hours?|minutes?)")
Text = dict[str, str]


@dataclass
class Drafted:
    """A definition, and what a person has to do before it can be published."""

    definition: Definition
    row: CompiledRow
    to_do: list[str] = field(default_factory=list)


def draft(row: CompiledRow, *, of: ListFile, placed: Placed | None, valid_from: date) -> Drafted:
    """The definition of a row of a list. `placed` is the row of the catalogue, with titles in three languages."""
    to_do = [f"{flag.column}: {flag.reason} «{flag.phrase[:80]}»" for flag in row.unparsed]
    source = _source(of, row.code)
    title, translated = _title(row, placed)
    if not translated:
        to_do.append("title: translate it")
    body, by_chapter = _body(row, of, placed, source)
    applicants = _applicants(row, of)
    asked = Asked()
    documents = list(_documents(row, source, asked))
    fee = fee_rule(row, source, asked)
    requests = list(_requests(documents))
    form = pages(row, applicants, body, documents, asked)
    term = _term(row, source)
    if term is None:
        to_do.append("term: not known, so nothing can be promised")
    definition = Definition(
        code=f"{of.code}/{row.code}",
        title=title,
        official_title=row.name if title.get("ru") != row.name else "",
        valid_from=valid_from,
        source=source,
        level="e3" if term else "e1",
        sample=True,
        applicants=applicants,
        body=body,
        purpose=settings("form")["purpose"],
        access_mode="strict",
        term=term,
        fee=fee,
        validity=_validity(row, source),
        documents=documents,
        requests=requests,
        form=form,
        result=_result(row, title),
    )
    if by_chapter:
        to_do.append("body: the table does not say; taken from the chapter")
    return Drafted(definition, row, to_do)


def _source(of: ListFile, number: str) -> Source:
    told = settings("form")["source"]
    return Source(
        title=of.act.title[of.act.language],
        article=told["article"].format(number=number),
        short=_filled(told.get(of.code, {}), number=number),
        confidence="recalled",
    )


def _filled(text: Text, **values: str) -> Text:
    return {language: said.format(**values) for language, said in text.items()}


def _title(row: CompiledRow, placed: Placed | None) -> tuple[Text, bool]:
    """The title of the catalogue in every language, where its numbers agree; else the row's own words."""
    if placed and {"be", "ru", "en"} <= placed.title.keys():
        numbers = {tuple(sorted(re.findall(r"\d+", words))) for words in placed.title.values()}
        if len(numbers) == 1:
            return {language: placed.title[language] for language in ("be", "ru", "en")}, True
    return dict.fromkeys(("be", "ru", "en"), row.name), False


def _body(
    row: CompiledRow, of: ListFile, placed: Placed | None, source: Source
) -> tuple[BodyRule, bool]:
    found = read_body(row.body)
    if found:
        return msgspec.structs.replace(found, source=source), False
    chapter = (
        placed.chapter if placed else int(row.code.split(".")[0]) if row.code[:1].isdigit() else 0
    )
    return body_of_chapter(of.code, chapter), True


def _applicants(row: CompiledRow, of: ListFile) -> list[Applicant]:
    """The list says who; a list for business may name only one of its kinds."""
    named = row.name_meaning.applicants if row.name_meaning else []
    narrower: list[Applicant] = [who for who in of.applicants if who in named]
    return narrower if narrower and of.audience == "business" else list(of.applicants)


def _term(row: CompiledRow, source: Source) -> TermRule | None:
    if row.term is None or not row.term.parsed:
        return None
    base = "0 days" if _SHORTER_THAN_A_DAY.fullmatch(row.term.base) else row.term.base
    if not _TERM.fullmatch(base):
        return None
    longer = row.term.if_requested
    return TermRule(
        base=base,
        if_requested=longer if _TERM.fullmatch(longer) else "",
        from_="event" if row.term.note == "later_event" else "application",
        note=row.term.note,
        source=source,
    )


def _validity(row: CompiledRow, source: Source) -> ValidityRule | None:
    if (
        row.validity is None
        or not row.validity.parsed
        or not _PERIOD.fullmatch(row.validity.period)
    ):
        return None
    return ValidityRule(period=row.validity.period, source=source)


def _result(row: CompiledRow, title: Text) -> ResultRule:
    """The paper of the kind of act that the name begins with: a certificate, a decision, an entry, a place."""
    told = settings("form")["result"]
    kind = row.name_meaning.result if row.name_meaning else ""
    kind = kind if kind in told["paragraphs"] else "decision"
    first = {
        language: said.replace("{title}", title[language])
        for language, said in told["paragraphs"][kind].items()
    }
    return ResultRule(kind=kind, title=told[kind], template=[first])  # type: ignore[arg-type]


def _when_words(document: DocumentFact) -> str:
    return "; ".join(filter(None, (document.condition, document.persons, document.under)))


def _documents(row: CompiledRow, source: Source, asked: Asked) -> Iterator[RequiredDocument]:
    """The application itself is the form, and is no document of the list."""
    used: dict[str, int] = {}
    for fact in row.documents:
        if fact.type == "application":
            continue
        code = fact.type or "document"
        used[code] = used.get(code, 0) + 1
        words = _when_words(fact)
        when = asked.code_of(words) if words else ""
        known = document_types().get(fact.type)
        yield RequiredDocument(
            code=code if used[code] == 1 else f"{code}_{used[code]}",
            title=fact.title or dict.fromkeys(("be", "ru", "en"), fact.words),
            source=source,
            from_=fact.from_,
            when=f"answers.{when} == true" if when else "",
            service=fact.service if known else "",
        )


def _requests(documents: list[RequiredDocument]) -> Iterator[BodyRequest]:
    """What no register holds in machine form is asked of the body that has it, instead of sending the person."""
    told = settings("form")["request"]
    seen: set[str] = set()
    for document in documents:
        known = document_types().get(re.sub(r"_\d+$", "", document.code))
        if known is None or not known.asked or document.service in seen:
            continue
        seen.add(document.service)
        yield BodyRequest(
            code=document.code,
            service=document.service,
            to_kind=known.issuer,
            question={
                language: said.format(name=known.name[language])
                for language, said in told["question"].items()
            },
            when=document.when,
            term=told["term"],
        )


def as_plain(definition: Definition) -> dict[str, Any]:
    """Only what is said, in the order of the structure: as a file holds it."""
    plain: dict[str, Any] = msgspec.to_builtins(definition)
    return plain
